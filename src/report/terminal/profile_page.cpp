#include "lytes/report/profile_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "lytes/quantity/amount.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::report {

namespace {

using targets::DayTargets;
using targets::Target;

std::string unsaid(std::optional<std::string_view> value) { return value ? std::string(*value) : "not said"; }

std::string list_of(const std::vector<std::string>& items) {
  return items.empty() ? "none said" : fmt::format("{}", fmt::join(items, ", "));
}

std::string date_of(const std::vector<targets::Dated>& dated, const std::string& name) {
  const auto found = std::ranges::find(dated, name, &targets::Dated::name);
  return found == dated.end() ? "" : found->date;
}

/// "ramipril 5 mg (since 2024-03; asked about on 2026-11-22)"
std::vector<std::string> with_dates(const std::vector<std::string>& names, const targets::Profile& profile) {
  std::vector<std::string> said;
  for (const auto& name : names) {
    const std::string since = date_of(profile.since, name);
    const std::string reviewed = date_of(profile.reviewed, name);
    std::string dates = since.empty() ? "" : "since " + since;
    if (!reviewed.empty()) dates += (dates.empty() ? "asked about on " : "; asked about on ") + reviewed;
    said.push_back(dates.empty() ? name : fmt::format("{} ({})", name, dates));
  }
  return said;
}

/// What lytes does not know of the profile, and what to do about it.
std::string unknown_text(const targets::PersonalAdvice::Unknown& unknown) {
  const std::string name = text::printable(unknown.as_said);
  if (unknown.reviewed) {
    return fmt::format("{}: lytes does not know it; you said that a doctor or pharmacist was asked.", name);
  }
  std::string about = fmt::format(
      "{}: lytes does not know all of it, so it suggests nothing to take more of. Once you have asked a doctor or "
      "pharmacist about it: lytes profile set reviewed={}",
      name, text::in_quotes(name));
  if (!unknown.perhaps.empty()) about += fmt::format(" (If it was a slip: {}?)", fmt::join(unknown.perhaps, ", "));
  return about;
}

struct Row {
  const char* name;
  std::optional<Target> DayTargets::*target;
  const char* unit;
};

const Row rows[] = {{"water", &DayTargets::water, "ml"},
                    {"magnesium", &DayTargets::magnesium, "mg"},
                    {"potassium", &DayTargets::potassium, "mg"},
                    {"sodium", &DayTargets::sodium, "mg"},
                    {"sodium, at most", &DayTargets::sodium_limit, "mg"},
                    {"magnesium in supplements, at most", &DayTargets::magnesium_supplement_limit, "mg"}};

std::string amount(const std::optional<Target>& target, const char* unit) {
  return target ? fmt::format("{:.0f} {}", target->amount, unit) : "-";
}

}  // namespace

std::string profile_page(const ProfileView& view, const Style& style) {
  const auto& profile = view.profile;
  std::string text = bold("Profile", style) + "\n";
  const auto line = [&](const char* name, const std::string& value) {
    text += "  " + text::padded(name, 12) + " " + text::wrapped(text::printable(value), style.width - 15, 15) + "\n";
  };
  line("sex", unsaid(profile.sex ? std::optional(targets::word_for(*profile.sex)) : std::nullopt));
  line("birth_year", profile.birth_year ? fmt::format("{}", *profile.birth_year) : "not said");
  if (profile.stage != targets::Stage::None) line("stage", std::string(targets::word_for(profile.stage)));
  line("guideline", std::string(targets::word_for(profile.guideline)));
  line("fluid_basis",
       profile.fluid_basis == targets::FluidBasis::Total ? "total: food's water counts" : "drinks: only drinks count");
  const bool none = profile.said_to_be_healthy && profile.conditions.empty() && profile.medicines.empty();
  const auto names = [&](const std::vector<std::string>& all) {
    return all.empty() && none ? std::string("none") : list_of(with_dates(all, profile));
  };
  line("conditions", names(profile.conditions));
  line("medicines", names(profile.medicines));
  if (profile.kidney_test) line("kidney_test", "in order, " + *profile.kidney_test);
  line("day_start", view.day_start);
  line("measures", view.measures);
  line("date_order", view.date_order == "unsaid" ? "not said" : view.date_order);
  for (const auto& item : view.personal.items()) {
    text += "\n" + text::wrapped(text::printable(item.as_said) + ": " + item.advice.says, style.width) + "\n";
    text += "  " + dim(text::wrapped("Source: " + item.advice.source, style.width - 2, 2), style) + "\n";
  }
  for (const auto& unknown : view.personal.unknown()) {
    text += "\n" + text::wrapped(unknown_text(unknown), style.width) + "\n";
  }
  if (const auto& person = view.personal.ask_first_by_person(); !person.empty()) {
    text += "\n" +
            text::wrapped(fmt::format("With {}, please ask a doctor, midwife or pharmacist before taking more of "
                                      "anything; lytes suggests nothing before that.",
                                      text::listed(person)),
                          style.width) +
            "\n";
  }
  if (!profile.health_was_asked()) {
    text += "\n" +
            text::wrapped(
                "Is there something with kidneys, heart, liver or adrenal glands, or any medicine? lytes "
                "profile set condition=\"kidney disease\" medicine=lisinopril. When there is nothing: lytes "
                "profile set health=none",
                style.width) +
            "\n";
  }
  if (!profile.sex || !profile.birth_year) {
    text += "\n" +
            text::wrapped(
                "Until sex and birth_year are said, targets are those for adults in general: lytes profile set "
                "sex=female birth_year=1980",
                style.width) +
            "\n";
  }
  return in_style(text, style);
}

std::string targets_page(const TargetsView& view, const Style& style) {
  std::string text = bold("Targets for a day", style) + "\n";
  text += fmt::format("  {:<34}{:<12}{:<8}{:<12}{}\n", "", "in force", "", "US", "EFSA");
  for (const auto& row : rows) {
    const auto& now = view.in_force.*row.target;
    const safety::Aim aim = now ? view.aims.on(now->nutrient) : safety::Aim::Goal;
    const bool of_supplements = row.target == &DayTargets::magnesium_supplement_limit;
    const bool no_goal = aim != safety::Aim::Goal;  // then it is none by any guideline
    const bool held = no_goal && (aim == safety::Aim::Nothing || of_supplements);
    std::string line = fmt::format("  {:<34}{:<12}{:<8}{:<12}{}", row.name, held ? "-" : amount(now, row.unit),
                                   held || !now ? ""
                                   : no_goal    ? "at most"
                                                : now->basis,
                                   no_goal ? "-" : amount(view.us.*row.target, row.unit),
                                   no_goal ? "-" : amount(view.efsa.*row.target, row.unit));
    while (line.ends_with(' ')) line.pop_back();
    text += line + "\n";
  }
  text += "\n";
  if (view.aims.any(safety::Aim::Nothing)) {
    text +=
        text::wrapped("\"-\": with what your profile holds, how much is for your doctor to say.", style.width) + "\n";
  }
  if (view.aims.any(safety::Aim::Limit)) {
    text += text::wrapped("\"at most\": your own number, taken as a limit because of what your profile holds.",
                          style.width) +
            "\n";
  }
  text += view.in_force.fluid_basis == targets::FluidBasis::Total
              ? "Water is total water: what is in food counts too.\n"
              : "Only drinks count towards water, and the target is the drinks' share of it.\n";
  if (view.in_force.general_adult) {
    text += text::wrapped(
                "These are values for adults in general, the lower of women's and men's; `lytes profile set sex=female "
                "birth_year=1980` makes them yours.",
                style.width) +
            "\n";
  }
  text += text::wrapped("A clinician's own number wins: lytes targets set magnesium 350mg", style.width) + "\n";
  for (const auto& row : rows) {
    const auto& now = view.in_force.*row.target;
    if (now && !view.aims.is_goal(now->nutrient)) continue;
    if (now && !now->source.empty())
      text += dim(text::wrapped(fmt::format("{}: {}, {}", row.name, now->basis, now->source), style.width, 2), style) +
              "\n";
  }
  return in_style(text, style);
}

}  // namespace lytes::report

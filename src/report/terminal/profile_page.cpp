#include "lytes/report/profile_page.hpp"

#include <fmt/format.h>

#include <cmath>

#include "lytes/quantity/amount.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

using targets::DayTargets;
using targets::Target;

std::string unsaid(std::optional<std::string_view> value) { return value ? std::string(*value) : "not said"; }

std::string list_of(const std::vector<std::string>& items) {
  return items.empty() ? "none said" : fmt::format("{}", fmt::join(items, ", "));
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
  line("conditions", list_of(profile.conditions));
  line("medicines", list_of(profile.medicines));
  line("day_start", view.day_start);
  line("measures", view.measures);
  for (const auto& item : view.personal.items()) {
    text += "\n" + text::wrapped(text::printable(item.as_said) + ": " + item.advice.says, style.width) + "\n";
    text += "  " + dim(text::wrapped("Source: " + item.advice.source, style.width - 2, 2), style) + "\n";
  }
  for (const auto& unknown : view.personal.unknown()) {
    std::string about = fmt::format(
        "{}: lytes knows nothing of what it changes, so it suggests nothing to take more of without asking a doctor or "
        "pharmacist.",
        text::printable(unknown.as_said));
    if (!unknown.perhaps.empty()) about += fmt::format(" If it was a slip: {}?", fmt::join(unknown.perhaps, ", "));
    text += "\n" + text::wrapped(about, style.width) + "\n";
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
    const bool to_reach = row.target != &DayTargets::magnesium_supplement_limit;
    const bool held = to_reach && aim == safety::Aim::Nothing;
    std::string line = fmt::format("  {:<34}{:<12}{:<8}{:<12}{}", row.name, held ? "-" : amount(now, row.unit),
                                   held || !now                            ? ""
                                   : to_reach && aim == safety::Aim::Limit ? "at most"
                                                                           : now->basis,
                                   amount(view.us.*row.target, row.unit), amount(view.efsa.*row.target, row.unit));
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
    if (now && !now->source.empty()) {
      text += dim(text::wrapped(fmt::format("{}: {}, {}", row.name, now->basis, now->source), style.width, 2), style) +
              "\n";
    }
  }
  return in_style(text, style);
}

}  // namespace lytes::report

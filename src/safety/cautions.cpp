#include "lytes/safety/cautions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "lytes/safety/aims.hpp"
#include "lytes/safety/medicines_taken.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {
namespace {

using quantity::Nutrient;
using targets::Effect;

/// From here on doses.hpp asks for a doctor.
constexpr double dangerous_magnesium_mg = 2500;
constexpr double dangerous_potassium_mg = 3000;
constexpr double much_fluid = 2.0;  // times the target; see the header

std::string litres(double ml) { return fmt::format("{:.1f} l", ml / 1000.0); }

std::string_view name_of(Nutrient nutrient) {
  if (nutrient == Nutrient::Water) return "fluid";
  return nutrient == Nutrient::Magnesium ? "magnesium" : "potassium";
}

std::optional<Remark> magnesium_supplement(double taken_mg, const targets::DayTargets& targets,
                                           const targets::PersonalAdvice& personal) {
  if (const auto reasons = reasons_against(Nutrient::Magnesium, personal); taken_mg > 0 && !reasons.empty()) {
    return Remark{Level::Soon, "magnesium_supplement_profile",
                  fmt::format("Your profile has {}: magnesium from supplements can build up in the body. Please ask "
                              "your doctor or pharmacist whether it suits you.",
                              text::listed(reasons))};
  }
  if (taken_mg > 0 && personal.has(Effect::AskMagnesium)) {
    return Remark{Level::Care, "magnesium_supplement_profile",
                  fmt::format("Your profile has {}: please ask your doctor or pharmacist before taking magnesium "
                              "tablets. Magnesium in food is free.",
                              text::listed(personal.because_of(Effect::AskMagnesium)))};
  }
  const auto& limit = targets.magnesium_supplement_limit;
  if (!limit || taken_mg <= limit->amount) return std::nullopt;
  if (taken_mg >= dangerous_magnesium_mg) {
    return Remark{Level::Soon, "magnesium_supplement_danger",
                  fmt::format("{:.0f} mg of magnesium from supplements in a day is far above the {:.0f} mg advised as "
                              "the most, and can be dangerous. If it was taken and not mistyped, please speak to a "
                              "doctor or pharmacist today.",
                              taken_mg, limit->amount)};
  }
  return Remark{
      Level::Care, "magnesium_supplement_limit",
      fmt::format("That makes {:.0f} mg of magnesium from supplements for the day, more than the {:.0f} mg "
                  "advised as the most (food does not count). Loose bowels are the usual first sign. Unless a "
                  "doctor told you to take this much, less is enough.",
                  taken_mg, limit->amount)};
}

std::optional<Remark> potassium_supplement(double taken_mg, const targets::PersonalAdvice& personal) {
  const auto reasons = reasons_against(Nutrient::Potassium, personal);
  if (reasons.empty() && taken_mg >= dangerous_potassium_mg) {
    return Remark{Level::Soon, "potassium_supplement_danger",
                  fmt::format("{:.0f} mg of potassium from supplements in a day can trouble the heart. If it was taken "
                              "and not mistyped, please speak to a doctor or pharmacist today.",
                              taken_mg)};
  }
  if (taken_mg <= 0 || reasons.empty()) return std::nullopt;
  return Remark{Level::Soon, "potassium_supplement_profile",
                fmt::format("Your profile has {}: potassium can rise too high with it, and extra potassium then "
                            "troubles the heart. Please ask your doctor or pharmacist before you take more.",
                            text::listed(reasons))};
}

std::optional<Remark> fluid(double fluid_ml, const targets::DayTargets& targets,
                            const targets::PersonalAdvice& personal) {
  if (!targets.water || fluid_ml <= much_fluid * targets.water->amount) return std::nullopt;
  if (personal.has(Effect::NoMoreFluid) && !personal.has(Effect::DrinkToThirst)) {
    return Remark{Level::Soon, "much_fluid",
                  fmt::format("{} in a day is a lot. With {} in your profile, please ask your doctor today how much is "
                              "right. With breathlessness, swelling, headache or confusion, get medical help now.",
                              litres(fluid_ml), text::listed(personal.because_of(Effect::NoMoreFluid)))};
  }
  return Remark{Level::Care, "much_fluid",
                fmt::format("{} in a day is a lot. Drunk fast, so much can thin the sodium in the blood. Drink to "
                            "thirst, no more than about a litre an hour. With headache, sickness or confusion, stop "
                            "and get medical help.",
                            litres(fluid_ml))};
}

/// For those who must not be told to take more, their own number is a limit.
std::optional<Remark> above_own_number(Nutrient nutrient, double taken, const targets::DayTargets& targets,
                                       const targets::PersonalAdvice& personal) {
  const targets::Target* own = targets.to_reach(nutrient);
  if (!own || taken <= own->amount || aims_of(targets, personal).on(nutrient) != Aim::Limit) return std::nullopt;
  const bool water = nutrient == Nutrient::Water;
  const auto words = [&](double amount) { return water ? litres(amount) : fmt::format("{:.0f} mg", amount); };
  return Remark{Level::Soon, std::string(name_of(nutrient)) + "_above_own_number",
                fmt::format("{} of {} in a day is above the {} set for you. With {} in your profile, please ask your "
                            "doctor how much is right.",
                            words(taken), name_of(nutrient), words(own->amount),
                            text::listed(reasons_against(nutrient, personal)))};
}

/// The sums of a day as they stood before a line.
CautionSums without(std::span<const journal::Entry> line, const timeline::DayRow& row, CautionSums sums) {
  for (const auto& entry : line) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake || entry.when.day != row.day) continue;
    const auto take_off = [&](std::optional<double>& sum, Nutrient nutrient) {
      if (sum && intake->nutrients[nutrient]) *sum -= *intake->nutrients[nutrient];
    };
    const bool drinks_only = row.targets.fluid_basis == targets::FluidBasis::Drinks;
    if (!drinks_only || entry.kind == journal::EntryKind::Drink) take_off(sums.fluid_ml, Nutrient::Water);
    take_off(sums.magnesium_mg, Nutrient::Magnesium);
    take_off(sums.potassium_mg, Nutrient::Potassium);
    if (entry.kind == journal::EntryKind::Supplement) {
      take_off(sums.supplement_magnesium_mg, Nutrient::Magnesium);
      take_off(sums.supplement_potassium_mg, Nutrient::Potassium);
    }
  }
  return sums;
}

}  // namespace

std::vector<Remark> day_cautions(const CautionSums& sums, const targets::DayTargets& targets,
                                 const targets::PersonalAdvice& personal) {
  std::vector<Remark> cautions;
  const auto add = [&](std::optional<Remark> caution) {
    if (caution) cautions.push_back(std::move(*caution));
  };
  if (sums.supplement_potassium_mg) add(potassium_supplement(*sums.supplement_potassium_mg, personal));
  if (sums.supplement_magnesium_mg) add(magnesium_supplement(*sums.supplement_magnesium_mg, targets, personal));
  if (sums.fluid_ml) {
    auto much = fluid(*sums.fluid_ml, targets, personal);
    add(much ? std::move(much) : above_own_number(Nutrient::Water, *sums.fluid_ml, targets, personal));
  }
  if (sums.magnesium_mg) add(above_own_number(Nutrient::Magnesium, *sums.magnesium_mg, targets, personal));
  if (sums.potassium_mg) add(above_own_number(Nutrient::Potassium, *sums.potassium_mg, targets, personal));
  std::stable_sort(cautions.begin(), cautions.end(),
                   [](const Remark& one, const Remark& other) { return one.level < other.level; });
  return cautions;
}

CautionSums sums_of(const timeline::DayRow& row) {
  const auto known = [](const timeline::DayAmount& amount) {
    return amount.known > 0 ? std::optional(amount.sum) : std::nullopt;
  };
  return {known(row.held_against_target(Nutrient::Water)), known(row.amount(Nutrient::Magnesium)),
          known(row.amount(Nutrient::Potassium)), known(row.supplement_magnesium), known(row.supplement_potassium)};
}

std::vector<Remark> cautions_after(std::span<const journal::Entry> line, const timeline::DayRow& row,
                                   const targets::DayTargets& targets, const targets::PersonalAdvice& personal) {
  const CautionSums after = sums_of(row);
  const CautionSums before = without(line, row, after);
  const auto took_more = [&](Nutrient nutrient) {
    return std::ranges::any_of(line, [&](const auto& entry) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      return entry.kind == journal::EntryKind::Supplement && intake && intake->nutrients[nutrient].value_or(0) > 0;
    });
  };
  std::set<std::string> already;
  for (const auto& caution : day_cautions(before, targets, personal)) already.insert(caution.code);
  std::vector<Remark> remarks;
  for (auto& caution : day_cautions(after, targets, personal)) {
    const bool another_dose = (caution.code.starts_with("magnesium_supplement") && took_more(Nutrient::Magnesium)) ||
                              (caution.code.starts_with("potassium_supplement") && took_more(Nutrient::Potassium));
    if (!already.contains(caution.code) || another_dose) remarks.push_back(std::move(caution));
  }
  return remarks;
}

std::optional<Remark> instead_of_more(Nutrient nutrient, const targets::PersonalAdvice& personal) {
  if (nutrient == Nutrient::Potassium) {
    const auto reasons = reasons_against(Nutrient::Potassium, personal);
    if (reasons.empty()) return std::nullopt;
    return Remark{Level::Soon, "ask_before_more_potassium",
                  fmt::format("With {} in your profile, please ask your doctor before taking more potassium, also as "
                              "salt substitute.",
                              text::listed(reasons))};
  }
  if (nutrient != Nutrient::Water && nutrient != Nutrient::Magnesium) return std::nullopt;
  const auto reasons = reasons_against(nutrient, personal);
  if (reasons.empty()) return std::nullopt;
  if (nutrient == Nutrient::Magnesium) {
    return Remark{
        Level::Soon, "ask_before_more_magnesium",
        fmt::format("With {} in your profile, please ask your doctor before taking magnesium.", text::listed(reasons))};
  }
  if (personal.has(Effect::DrinkToThirst)) {
    return Remark{Level::Soon, "drink_to_thirst",
                  fmt::format("With {} in your profile: drink to thirst, never against it; how much more or less is "
                              "for your team to say.",
                              text::listed(personal.because_of(Effect::DrinkToThirst)))};
  }
  return Remark{
      Level::Soon, "ask_before_more_fluid",
      fmt::format("With {} in your profile, please ask your doctor before drinking more.", text::listed(reasons))};
}

std::vector<Remark> profile_notes(const targets::PersonalAdvice& personal) {
  std::vector<Remark> notes;
  if (const auto unknown = personal.unknown_unreviewed(); !unknown.empty()) {
    notes.push_back(
        {Level::Care, "unknown_in_profile",
         fmt::format("lytes does not know {}, so it suggests nothing to take more of. Once you have asked a "
                     "doctor or pharmacist about it: lytes profile set reviewed={}",
                     text::listed(unknown), text::in_quotes(unknown.front()))});
  }
  if (const auto& person = personal.ask_first_by_person(); !person.empty()) {
    notes.push_back({Level::Note, "ask_first",
                     fmt::format("With {}, please ask a doctor, midwife or pharmacist before taking more of anything.",
                                 text::listed(person))});
  }
  for (Remark& remark : medicines_together(personal)) notes.push_back(std::move(remark));
  for (const targets::PersonalAdvice::Item& item : personal.items()) {
    const bool same = item.as_said == item.advice.name;
    const std::string name = same ? item.as_said : fmt::format("{} ({})", item.as_said, item.advice.name);
    notes.push_back({Level::Note, "profile_advice", fmt::format("{}: {}", text::capitalised(name), item.advice.says)});
  }
  return notes;
}

}  // namespace lytes::safety

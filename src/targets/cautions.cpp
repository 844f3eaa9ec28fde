#include "lytes/targets/cautions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "words.hpp"

namespace lytes::targets {
namespace {

using quantity::Nutrient;

constexpr double much_fluid = 2.0;  // times the target; see the header

std::string litres(double ml) { return fmt::format("{:.1f} l", ml / 1000.0); }

std::vector<std::string> reasons_against_potassium(const PersonalAdvice& personal) {
  std::vector<std::string> reasons = personal.because_of(Effect::NoMorePotassium);
  for (const std::string& reason : personal.because_of(Effect::MayRaisePotassium)) {
    if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end()) reasons.push_back(reason);
  }
  return reasons;
}

std::string_view name_of(Nutrient nutrient) {
  if (nutrient == Nutrient::Water) return "fluid";
  return nutrient == Nutrient::Magnesium ? "magnesium" : "potassium";
}

/// Why more of it must not be suggested to this person; empty where it may.
std::vector<std::string> reasons_against(Nutrient nutrient, const PersonalAdvice& personal) {
  if (nutrient == Nutrient::Water) return personal.because_of(Effect::NoMoreFluid);
  if (nutrient == Nutrient::Magnesium) return personal.because_of(Effect::NoMagnesiumSupplement);
  return reasons_against_potassium(personal);
}

std::optional<Caution> magnesium_supplement(double taken_mg, const DayTargets& targets,
                                            const PersonalAdvice& personal) {
  if (taken_mg > 0 && personal.has(Effect::NoMagnesiumSupplement)) {
    return Caution{"magnesium_supplement_profile", Level::SeeDoctor,
                   fmt::format("Your profile has {}: magnesium from supplements can build up in the body. Please ask "
                               "your doctor or pharmacist whether it suits you.",
                               listed(personal.because_of(Effect::NoMagnesiumSupplement)))};
  }
  const auto& limit = targets.magnesium_supplement_limit;
  if (!limit || taken_mg <= limit->amount) return std::nullopt;
  return Caution{
      "magnesium_supplement_limit", Level::Note,
      fmt::format("That makes {:.0f} mg of magnesium from supplements for the day, more than the {:.0f} mg "
                  "advised as the most (food does not count). Loose bowels are the usual first sign. Unless a "
                  "doctor told you to take this much, less is enough.",
                  taken_mg, limit->amount)};
}

std::optional<Caution> potassium_supplement(double taken_mg, const PersonalAdvice& personal) {
  const auto reasons = reasons_against_potassium(personal);
  if (taken_mg <= 0 || reasons.empty()) return std::nullopt;
  return Caution{"potassium_supplement_profile", Level::SeeDoctor,
                 fmt::format("Your profile has {}: potassium can rise too high with it, and extra potassium then "
                             "troubles the heart. Please ask your doctor or pharmacist before you take more.",
                             listed(reasons))};
}

std::optional<Caution> fluid(double fluid_ml, const DayTargets& targets, const PersonalAdvice& personal) {
  if (!targets.water || fluid_ml <= much_fluid * targets.water->amount) return std::nullopt;
  if (personal.has(Effect::NoMoreFluid)) {
    return Caution{
        "much_fluid", Level::SeeDoctor,
        fmt::format("{} in a day is a lot. With {} in your profile, please ask your doctor today how much is "
                    "right. With breathlessness, swelling, headache or confusion, get medical help now.",
                    litres(fluid_ml), listed(personal.because_of(Effect::NoMoreFluid)))};
  }
  return Caution{"much_fluid", Level::Note,
                 fmt::format("{} in a day is a lot. Drunk fast, so much can thin the sodium in the blood. Drink to "
                             "thirst, no more than about a litre an hour. With headache, sickness or confusion, stop "
                             "and get medical help.",
                             litres(fluid_ml))};
}

/// For those who must not be told to take more, their own number is a limit.
std::optional<Caution> above_own_number(Nutrient nutrient, double taken, const DayTargets& targets,
                                        const PersonalAdvice& personal) {
  const Target* own = targets.to_reach(nutrient);
  if (!own || own->basis != "yours" || taken <= own->amount || may_suggest_more(nutrient, personal))
    return std::nullopt;
  const bool water = nutrient == Nutrient::Water;
  const auto words = [&](double amount) { return water ? litres(amount) : fmt::format("{:.0f} mg", amount); };
  return Caution{
      std::string(name_of(nutrient)) + "_above_own_number", Level::SeeDoctor,
      fmt::format("{} of {} in a day is above the {} set for you. With {} in your profile, please ask your "
                  "doctor how much is right.",
                  words(taken), name_of(nutrient), words(own->amount), listed(reasons_against(nutrient, personal)))};
}

}  // namespace

std::string_view word_for(Level level) {
  if (level == Level::Note) return "note";
  return level == Level::SeeDoctor ? "see_doctor" : "urgent";
}

std::vector<Caution> day_cautions(const CautionSums& sums, const DayTargets& targets, const PersonalAdvice& personal) {
  std::vector<Caution> cautions;
  const auto add = [&](std::optional<Caution> caution) {
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
                   [](const Caution& one, const Caution& other) { return one.level > other.level; });
  return cautions;
}

bool may_suggest_more(Nutrient nutrient, const PersonalAdvice& personal) {
  switch (nutrient) {
    case Nutrient::Water:
    case Nutrient::Magnesium:
    case Nutrient::Potassium:
      return reasons_against(nutrient, personal).empty();
    default:
      return false;  // of sodium, calcium, caffeine and alcohol lytes never suggests more
  }
}

std::optional<Caution> instead_of_more(Nutrient nutrient, const PersonalAdvice& personal) {
  if (nutrient == Nutrient::Potassium) {
    const auto reasons = reasons_against_potassium(personal);
    if (reasons.empty()) return std::nullopt;
    return Caution{"ask_before_more_potassium", Level::SeeDoctor,
                   fmt::format("With {} in your profile, please ask your doctor before taking more potassium, also as "
                               "salt substitute.",
                               listed(reasons))};
  }
  if (nutrient == Nutrient::Water && personal.has(Effect::NoMoreFluid)) {
    return Caution{"ask_before_more_fluid", Level::SeeDoctor,
                   fmt::format("With {} in your profile, please ask your doctor before drinking more.",
                               listed(personal.because_of(Effect::NoMoreFluid)))};
  }
  if (nutrient == Nutrient::Magnesium && personal.has(Effect::NoMagnesiumSupplement)) {
    return Caution{"ask_before_more_magnesium", Level::SeeDoctor,
                   fmt::format("With {} in your profile, please ask your doctor before taking magnesium.",
                               listed(personal.because_of(Effect::NoMagnesiumSupplement)))};
  }
  return std::nullopt;
}

std::vector<Caution> profile_notes(const PersonalAdvice& personal) {
  std::vector<Caution> notes;
  for (const PersonalAdvice::Item& item : personal.items()) {
    const bool same = item.as_said == item.advice.name;
    const std::string name = same ? item.as_said : fmt::format("{} ({})", item.as_said, item.advice.name);
    notes.push_back({"profile_advice", Level::Note, fmt::format("{}: {}", sentence_start(name), item.advice.says)});
  }
  return notes;
}

}  // namespace lytes::targets

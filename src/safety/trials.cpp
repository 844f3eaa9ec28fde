#include "lytes/safety/trials.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "lytes/safety/aims.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {
namespace {

using quantity::Nutrient;
using targets::Effect;

constexpr int kidney_test_from_age = 65;
constexpr std::chrono::days kidney_test_holds{365};
/// What bars the coin of a day, as a factor and as a sign.
constexpr std::array<std::string_view, 4> of_a_day = {"fever", "heat", "vomiting", "diarrhoea"};

std::string name_of(Nutrient nutrient) { return std::string(quantity::facts_of(nutrient).name); }

std::string because(const std::vector<std::string>& reasons) { return text::listed(reasons); }

std::optional<TrialRefusal> by_health(Nutrient nutrient, const TrialPerson& person) {
  const auto& personal = person.personal;
  if (!personal.health_was_asked()) {
    return TrialRefusal{
        "health_not_asked",
        "Before anything is tried, say once whether there is something with kidneys, heart, liver or adrenal glands, a "
        "pregnancy, or any medicine: `lytes profile set condition=\"kidney disease\" medicine=lisinopril`. When there "
        "is "
        "nothing: `lytes profile set health=none`."};
  }
  if (const auto reasons = reasons_against(nutrient, personal); !reasons.empty()) {
    return TrialRefusal{"no_goal", "With " + because(reasons) + " in your profile, how much " + name_of(nutrient) +
                                       " is right is for your doctor to say, so lytes tries nothing with it."};
  }
  if (const auto unknown = personal.unknown_unreviewed(); !unknown.empty()) {
    return TrialRefusal{
        "unknown_item",
        because(unknown) + " is not known to lytes. Ask a doctor or pharmacist whether it speaks against more " +
            name_of(nutrient) + "; if it does not: `lytes profile set reviewed=\"" + unknown.front() + "\"`."};
  }
  if (const auto ask = personal.ask_first(); !ask.empty()) {
    return TrialRefusal{"ask_first", "With " + because(ask) +
                                         " in your profile, ask a doctor or pharmacist before you take more of "
                                         "anything; so lytes starts none."};
  }
  if (nutrient == Nutrient::Magnesium && personal.has(Effect::AskMagnesium)) {
    return TrialRefusal{"ask_first", "With " + because(personal.because_of(Effect::AskMagnesium)) +
                                         " in your profile, ask a doctor about magnesium first."};
  }
  if (nutrient == Nutrient::Water && personal.has(Effect::KeepSteady)) {
    return TrialRefusal{"keep_steady", "With " + because(personal.because_of(Effect::KeepSteady)) +
                                           " in your profile, what you drink is to stay as steady as it is, and a coin "
                                           "would change it from day to day."};
  }
  return std::nullopt;
}

/// A reviewed disease of the heart or its rhythm bars nothing else, but potassium it does.
std::optional<std::string> heart_disease(const targets::PersonalAdvice& personal) {
  for (const auto& item : personal.items()) {
    if (item.advice.name == "heart disease" || item.advice.name == "heart block") return item.as_said;
  }
  return std::nullopt;
}

/// The last day that a date may mean: "2026-03" is some day of March, and its first is what is sure.
std::optional<calendar::Day> first_day_of(std::string date) {
  constexpr std::string_view first_day = "0000-01-01";
  if (date.size() < first_day.size()) date += first_day.substr(date.size());
  return calendar::parse_iso_day(date);
}

std::optional<TrialRefusal> by_potassium(const TrialPerson& person) {
  if (const auto heart = heart_disease(person.personal)) {
    return TrialRefusal{"heart_rhythm", "With " + *heart +
                                            " potassium matters to the rhythm of the heart, both too little and too "
                                            "much, so lytes tries nothing with it."};
  }
  const auto age = person.profile.age_on(person.today);
  if (!age) {
    return TrialRefusal{"age_unknown",
                        "Potassium is a matter of how well kidneys work, and that of age: `lytes profile set "
                        "birth_year=1980` says yours."};
  }
  if (*age < kidney_test_from_age) return std::nullopt;
  const auto tested = person.profile.kidney_test ? first_day_of(*person.profile.kidney_test) : std::nullopt;
  if (tested && *tested <= person.today && *tested + kidney_test_holds >= person.today) return std::nullopt;
  return TrialRefusal{"kidney_test",
                      "From 65 on kidneys may work less well without a sign of it. Have a blood test of them that is "
                      "not older than a year; when it was in order: `lytes profile set kidney_test=2026-03`."};
}

std::optional<TrialRefusal> by_signs(const TrialPerson& person, TrialStep step) {
  for (const OpenSign& open : person.open_signs) {
    const bool passes = step == TrialStep::GoOn && open.sign.name == "fever";
    if (open.is_over_days() || passes) continue;
    return TrialRefusal{"open_sign", "Your log tells of " + open.sign.in_a_sentence +
                                         ", which a doctor should see first. When that is done: `lytes seen \"" +
                                         open.sign.name + "\"`."};
  }
  return std::nullopt;
}

}  // namespace

std::optional<TrialRefusal> reason_against_trial(Nutrient nutrient, const TrialPerson& person, TrialStep step) {
  if (auto refusal = by_health(nutrient, person)) return refusal;
  if (nutrient == Nutrient::Potassium) {
    if (auto refusal = by_potassium(person)) return refusal;
  }
  const targets::Target* target = person.targets.to_reach(nutrient);
  if (target == nullptr) {
    return TrialRefusal{"no_target", "There is no target for " + name_of(nutrient) + " to reach at your age."};
  }
  if (target->basis == "yours") {
    return TrialRefusal{"own_target", "Your target for " + name_of(nutrient) +
                                          " was set by a doctor. Keep to it every day; a coin would leave it unreached "
                                          "on half of them."};
  }
  return by_signs(person, step);
}

std::string bars_coin(const timeline::DayRow& day, std::span<const ToldSign> signs_told) {
  for (const std::string_view what : of_a_day) {
    const bool logged = day.factor(what) != nullptr;
    if (logged || std::ranges::any_of(signs_told, [&](const ToldSign& told) { return told.name == what; })) {
      return std::string(what);
    }
  }
  return {};
}

}  // namespace lytes::safety

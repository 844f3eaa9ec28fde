#include "lytes/targets/target_book.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <set>
#include <utility>

namespace lytes::targets {
namespace {

using calendar::Day;
using quantity::Nutrient;

Day new_year(int year) { return std::chrono::sys_days{std::chrono::year{year} / 1 / 1}; }

/// Every day on which the targets may differ from those of the day before: something said begins or ends, or a person
/// born in one of the years said enters another age group.
std::set<Day> days_of_change(const std::vector<ReferenceIntake>& references, const ProfileHistory& history) {
  std::set<int> ages;
  for (const ReferenceIntake& row : references) {
    ages.insert(static_cast<int>(std::ceil(row.from_years)));
    if (row.below_years) ages.insert(static_cast<int>(std::ceil(*row.below_years)));
  }
  std::set<Day> days;
  for (const ProfileFact& fact : history.facts) {
    days.insert(fact.from);
    if (fact.name != "birth_year" || !fact.value) continue;
    Profile born;
    born.birth_year = 0;
    std::from_chars(fact.value->data(), fact.value->data() + fact.value->size(), *born.birth_year);
    for (const int age : ages) days.insert(new_year(*born.birth_year + age));
  }
  for (const OwnTarget& target : history.own_targets) days.insert(target.from);
  return days;
}

DayTargets targets_on(Day day, const Profile& profile, const std::vector<ReferenceIntake>& references,
                      const ProfileHistory& history) {
  DayTargets targets = reference_targets(references, profile, profile.age_on(day));
  const auto own = [&](Nutrient nutrient, std::optional<Target>& target) {
    const auto amount = history.own_target(nutrient, day);
    if (amount) target = Target{nutrient, *amount, "yours", {}};
    return amount.has_value();
  };
  const bool water = own(Nutrient::Water, targets.water);
  const bool magnesium = own(Nutrient::Magnesium, targets.magnesium);
  const bool potassium = own(Nutrient::Potassium, targets.potassium);
  if (own(Nutrient::Sodium, targets.sodium_limit)) targets.sodium.reset();
  if (water && magnesium && potassium) targets.general_adult = false;
  return targets;
}

}  // namespace

TargetBook::TargetBook(std::vector<ReferenceIntake> references, ProfileHistory history)
    : references_(std::move(references)), history_(std::move(history)) {
  std::set<Day> days = days_of_change(references_, history_);
  // One more before all of them, for the days that the first statements reach back to.
  days.insert(days.empty() ? Day{} : *days.begin() - std::chrono::days{1});
  for (const Day day : days) {
    Profile profile = history_.on(day);
    DayTargets targets = targets_on(day, profile, references_, history_);
    if (!spans_.empty() && spans_.back().profile == profile && spans_.back().targets == targets) continue;
    spans_.push_back({day, std::move(profile), std::move(targets)});
  }
}

const TargetBook::Span& TargetBook::span_of(Day day) const {
  const auto after = std::upper_bound(spans_.begin(), spans_.end(), day,
                                      [](Day wanted, const Span& span) { return wanted < span.from; });
  return after == spans_.begin() ? spans_.front() : *(after - 1);
}

}  // namespace lytes::targets

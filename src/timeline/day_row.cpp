#include "lytes/timeline/day_row.hpp"

#include <algorithm>
#include <string_view>

namespace lytes::timeline {
namespace {

using quantity::Nutrient;

/// Grams of alcohol in one of `unit`, or empty for an unknown one.
std::optional<double> grams_of_alcohol_in(const std::optional<std::string>& unit) {
  constexpr double british_unit_g = 7.89;
  constexpr double us_drink_g = 14.0;
  if (!unit || *unit == "unit" || *unit == "units") return british_unit_g;
  if (*unit == "g") return 1.0;
  if (*unit == "drink" || *unit == "drinks") return us_drink_g;
  return std::nullopt;
}

}  // namespace

bool DayRow::set_aside() const {
  return said_of_intake == journal::DayStatus::None && said_of_spasms == journal::DayStatus::None;
}

const DayAmount& DayRow::held_against_target(Nutrient nutrient) const {
  const bool drinks = nutrient == Nutrient::Water && targets.fluid_basis == targets::FluidBasis::Drinks;
  return drinks ? drunk : amount(nutrient);
}

std::optional<double> DayRow::total(Nutrient nutrient) const {
  const DayAmount& held = held_against_target(nutrient);
  if (intake_status != journal::DayStatus::Complete || !held.known_enough()) return std::nullopt;
  return held.sum;
}

std::optional<double> DayRow::target(Nutrient nutrient) const {
  switch (nutrient) {
    case Nutrient::Water:
      return targets.water_ml;
    case Nutrient::Magnesium:
      return targets.magnesium_mg;
    case Nutrient::Potassium:
      return targets.potassium_mg;
    default:
      return std::nullopt;
  }
}

std::optional<bool> DayRow::deficient(Nutrient nutrient) const {
  const auto wanted = target(nutrient);
  const DayAmount& held = held_against_target(nutrient);
  if (!wanted || intake_status != journal::DayStatus::Complete || held.entries == 0) return std::nullopt;
  if (held.sum >= *wanted) return false;
  return held.known_enough() ? std::optional(true) : std::nullopt;
}

std::optional<double> DayRow::shortfall(Nutrient nutrient) const {
  const auto is_short = deficient(nutrient);
  if (!is_short) return std::nullopt;
  const double wanted = *target(nutrient);
  return *is_short ? (wanted - held_against_target(nutrient).sum) / wanted : 0.0;
}

std::optional<int> DayRow::spasm_count() const {
  const auto logged = static_cast<int>(spasms.size());
  switch (spasm_status) {
    case journal::DayStatus::Complete:
      return logged;
    case journal::DayStatus::Partial:
      return logged > 0 ? std::optional<int>(logged) : std::nullopt;
    case journal::DayStatus::None:
      break;
  }
  return std::nullopt;
}

std::optional<int> DayRow::closed_spasm_count() const {
  return spasm_status == journal::DayStatus::Complete ? spasm_count() : std::nullopt;
}

std::optional<int> DayRow::worst_severity() const {
  std::optional<int> worst;
  if (set_aside()) return worst;
  for (const SpasmMark& spasm : spasms) worst = std::max(worst, spasm.severity);
  return worst;
}

std::optional<double> DayRow::spasm_minutes() const {
  std::optional<double> sum;
  if (set_aside()) return sum;
  for (const SpasmMark& spasm : spasms) {
    if (spasm.minutes) sum = sum.value_or(0.0) + *spasm.minutes;
  }
  return sum;
}

const DayFactor* DayRow::factor(std::string_view name) const {
  const DayFactor* found = nullptr;
  for (const DayFactor& one : factors) {
    if (one.name == name && (found == nullptr || (one.unit && !found->unit))) found = &one;
  }
  return found;
}

std::optional<double> DayRow::alcohol_g() const {
  std::optional<double> grams = total(Nutrient::Alcohol);
  for (const DayFactor& one : factors) {
    const auto each = grams_of_alcohol_in(one.unit);
    if (one.name == "alcohol" && one.value && each) grams = grams.value_or(0.0) + *one.value * *each;
  }
  return grams;
}

}  // namespace lytes::timeline

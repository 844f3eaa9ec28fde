#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/day_status.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/targets/profile.hpp"

namespace lytes::timeline {

/// What days are held against a target in: the order of every array that has one place for each.
inline constexpr std::array target_nutrients = {quantity::Nutrient::Water, quantity::Nutrient::Magnesium,
                                                quantity::Nutrient::Potassium};

/// One substance over the entries of one day.
struct DayAmount {
  double sum = 0;               ///< of the entries whose amount is known; ml, mg or g as the nutrient's name says
  int known = 0;                ///< entries whose amount is known
  int entries = 0;              ///< all of them: "known for 7 of 9 items"
  int unknown_supplements = 0;  ///< entries without an amount that may hold a day's worth of it in one tablet

  /// Whether the unknown entries are few enough not to matter: there are entries, no supplement is among the unknown,
  /// and of the others at most one in five is.
  bool known_enough() const { return entries > 0 && unknown_supplements == 0 && 5 * (entries - known) <= entries; }

  void add(const std::optional<double>& amount) {
    ++entries;
    if (!amount) return;
    ++known;
    sum += *amount;
  }

  bool operator==(const DayAmount&) const = default;
};

/// What a day is held against, in ml and mg. Empty where there is no such figure. `TargetBook::on` has their sources.
struct TargetAmounts {
  std::optional<double> water_ml;
  std::optional<double> magnesium_mg;
  std::optional<double> potassium_mg;
  std::optional<double> sodium_limit_mg;
  std::optional<double> magnesium_supplement_limit_mg;
  targets::FluidBasis fluid_basis = targets::FluidBasis::Total;
  bool general_adult = false;

  bool operator==(const TargetAmounts&) const = default;
};

/// Ratings of stress, 0 to 10.
struct StressRatings {
  double sum = 0;
  double max = 0;
  int count = 0;

  std::optional<double> mean() const { return count > 0 ? std::optional<double>(sum / count) : std::nullopt; }
};

/// A factor over one day. With a unit its values add up (3 h and 4 h of sitting are 7 h; minutes count as parts of an
/// hour); without one they are ratings, of which the highest stands. The same name with another unit is another factor.
struct DayFactor {
  std::string name;
  std::optional<std::string> unit;
  std::optional<double> value;  ///< empty when it was only said to have been ("awkward sleep")
  int count = 0;
};

struct SpasmMark {
  std::string site;
  std::optional<int> hour;  ///< 0 to 23, as clocks showed; empty where only the day is known
  std::optional<int> severity;
  std::optional<double> minutes;
  std::vector<std::string> flags;
};

/// One logical day. There is one for every day of a timeline, also where nothing was logged.
struct DayRow {
  calendar::Day day;

  /// What the user said; else partial when there are entries of the stream, else none.
  journal::DayStatus intake_status = journal::DayStatus::None;
  journal::DayStatus spasm_status = journal::DayStatus::None;
  std::optional<journal::DayStatus> said_of_intake;  ///< by the user, in so many words
  std::optional<journal::DayStatus> said_of_spasms;

  std::array<DayAmount, quantity::nutrient_count> amounts;  ///< of all intakes; see `amount`
  DayAmount drunk;                 ///< water from drinks and from imported day totals, food left out
  DayAmount supplement_magnesium;  ///< supplements alone
  DayAmount supplement_potassium;
  int intakes = 0;                                     ///< intake entries; an imported day total is one
  int day_totals = 0;                                  ///< those of them that are imported day totals
  std::optional<std::chrono::minutes> last_intake_at;  ///< since midnight of `day`: 26 h is two at night

  TargetAmounts targets;
  StressRatings stress;
  std::vector<DayFactor> factors;  ///< by name
  std::vector<SpasmMark> spasms;   ///< by time

  /// Whether the user said that nothing of this day counts. What was logged is kept, and no sum or mean holds it.
  bool set_aside() const;

  const DayAmount& amount(quantity::Nutrient nutrient) const { return amounts[static_cast<std::size_t>(nutrient)]; }

  /// What is held against the target: water by the fluid basis of that day, so drinks alone or all of it.
  const DayAmount& held_against_target(quantity::Nutrient nutrient) const;

  /// The day's total: only of a complete day with every supplement known and at least four in five of its entries.
  /// Water goes by the fluid basis. A day closed without a single such entry is unknown, for nobody lives on nothing.
  std::optional<double> total(quantity::Nutrient nutrient) const;

  /// The figure to reach of water, magnesium or potassium.
  std::optional<double> target(quantity::Nutrient nutrient) const;

  /// Whether a complete day lies below the target. What is known decides that it does not, whatever is unknown beside
  /// it; that it does only where the total is known. Empty when neither can be said.
  std::optional<bool> deficient(quantity::Nutrient nutrient) const;

  /// How far below the target, as a share of it from 0 to 1; empty where `deficient` is.
  std::optional<double> shortfall(quantity::Nutrient nutrient) const;

  /// Number of spasms, empty when it is not known: nothing was logged, zero was not said, or the day was set aside.
  std::optional<int> spasm_count() const;

  /// The same, only where the day's spasms were closed. A comparison counts no other days: an open day shows a spasm
  /// when there was one and nothing when there was none, so counting it would count the bad days alone.
  std::optional<int> closed_spasm_count() const;

  /// Of the spasms that were given a severity; empty also where the day was set aside.
  std::optional<int> worst_severity() const;
  /// Sum over the spasms that were given a length; empty also where the day was set aside.
  std::optional<double> spasm_minutes() const;

  /// The factor of that name, with a unit if there are several; null when it was not logged.
  const DayFactor* factor(std::string_view name) const;

  /// Alcohol from what was drunk plus what was logged as a factor ("alcohol 2 units"), in grams; known when either is.
  /// A unit is the British one of 10 ml (7.89 g; density 0.789 g/ml at 20 C); a US standard drink is 14 g (NIAAA).
  std::optional<double> alcohol_g() const;
};

}  // namespace lytes::timeline

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::timeline {

/// A figure that was not given with every spasm.
struct Middle {
  std::optional<double> median;  ///< empty when none was given
  int given = 0;                 ///< of how many
};

/// The spasms of some days.
struct CoursePart {
  calendar::DayRange days;
  SpasmRate rate;   ///< on the days whose number is known
  Middle severity;  ///< 0 to 10
  Middle minutes;

  /// Whether the number of spasms is known for four in five of the days.
  bool known_enough() const { return 5 * rate.known_days >= 4 * rate.days; }

  /// Spasms a week: at the rate of the known days where those are enough, else those that are known over all days, for
  /// who only logs spasms has known days with spasms alone; then it is "at least". Empty when no day is known.
  std::optional<double> per_week() const;
};

CoursePart course_of(const Timeline& timeline, calendar::DayRange range);

/// Both halves of a range, the second longer by a day where they cannot be equal.
/// @param range two days at least
std::array<CoursePart, 2> course_by_halves(const Timeline& timeline, calendar::DayRange range);

/// Parts of `length` days that end with the last day of the range, in order. What is left at its beginning is a part
/// of its own from half a length on, else it belongs to the first.
std::vector<CoursePart> course_by_length(const Timeline& timeline, calendar::DayRange range, int length);

/// What else was logged of the days: a rating, an amount, or only that it was.
struct LoggedFactor {
  std::string name;  ///< "stress", "caffeine", "sleep", ...
  std::optional<std::string> unit = {};
  int days = 0;    ///< on which it was; of caffeine and alcohol those with more than none
  int valued = 0;  ///< days with a figure, which the three below are of
  double sum = 0;
  double least = 0;
  double most = 0;

  std::optional<double> mean() const { return valued > 0 ? std::optional(sum / valued) : std::nullopt; }
};

/// Stress, caffeine and alcohol first, then the others, the most often logged in front. Caffeine is that of complete
/// days; alcohol that of days on which it is known. Body weight is not among them (see `last_weight`).
std::vector<LoggedFactor> logged_factors(const Timeline& timeline, calendar::DayRange range);

/// What was logged as "weight".
struct SaidWeight {
  double value;
  std::optional<std::string> unit;
  calendar::Day day;
};

/// The last of it; empty where none was logged.
/// @param entries by time
std::optional<SaidWeight> last_weight(std::span<const journal::Entry> entries);

}  // namespace lytes::timeline

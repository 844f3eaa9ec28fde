#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::timeline {

/// The word beside a figure.
enum class Verdict {
  Unknown,  ///< nothing known, or nothing to hold it against
  Open,     ///< below the target on a day that is not closed: there may be more to come, or more that was not logged;
            ///< within a limit on such a day, or where an item has no figure
  Low,      ///< a closed day below `low_share` of the target
  Below,    ///< a closed day below the target, and not far: an intake that is adequate for nearly all is no requirement
  Ok,
  High  ///< above a limit, or far above a target
};

/// From this share of a target on a closed day is not called low.
inline constexpr double low_share = 0.8;

/// "", "", "LOW", "below", "OK", "HIGH"
std::string_view word(Verdict verdict);

/// Where one nutrient of one day stands.
struct Standing {
  quantity::Nutrient nutrient;
  double sum;  ///< of what is known
  int known;   ///< "known for 7 of 9 items"
  int entries;
  std::optional<double> target;  ///< to be reached
  std::optional<double> limit;   ///< not to be passed
  std::optional<double> share;   ///< of the target that is reached; may exceed 1; empty when nothing is known
  Verdict verdict;
};

/// Water (by the day's fluid basis), magnesium and potassium against their targets, sodium against its limit. High is
/// magnesium where supplements alone pass their limit, potassium where supplements alone make 2,000 mg, and water above
/// twice its target.
std::array<Standing, 4> standings(const DayRow& row);

/// How much of the day's known water came from drinks, from 0 to 1; empty when no water is known.
std::optional<double> share_from_drinks(const DayRow& row);

/// Spasms over days on which their number is known.
struct SpasmRate {
  int spasms = 0;
  int known_days = 0;
  int days = 0;  ///< known or not

  /// Empty when no day is known.
  std::optional<double> per_day() const;

  /// How many `days_long` days would hold at this rate; empty when no day is known.
  std::optional<double> in_days(int days_long) const;
};

SpasmRate spasm_rate(const Timeline& timeline, calendar::DayRange days);

/// Quarters of the clock.
enum class TimeOfDay { Night, Morning, Afternoon, Evening };  // from 0:00, 6:00, 12:00, 18:00

inline constexpr std::size_t times_of_day = 4;

/// "night", ...
std::string_view word(TimeOfDay time);

TimeOfDay time_of_day(int hour);

inline constexpr std::size_t two_hours_of_day = 12;

/// Every logged spasm of one site.
struct SiteCount {
  std::string site;
  std::array<int, times_of_day> by_time{};           ///< in the order of TimeOfDay
  std::array<int, two_hours_of_day> by_two_hours{};  ///< from 0:00, 2:00, ..., 22:00
  int timeless = 0;                                  ///< of which only the day is known: in neither of these
  int spasms = 0;                                    ///< all of them
  std::optional<int> worst_severity;                 ///< of those that were given one
};

/// Every logged spasm of the days by its site, the most frequent first and else by name.
std::vector<SiteCount> spasms_by_site(const Timeline& timeline, calendar::DayRange days);

/// Sites taken together, under no name.
SiteCount sum_of_sites(std::span<const SiteCount> sites);

/// A week's spasms beside those of the four weeks before it. Days outside the timeline count as unknown.
struct SpasmWeek {
  calendar::DayRange week;
  SpasmRate this_week;
  SpasmRate before;  ///< the 28 days before `week`
  std::vector<SiteCount> by_site;
};

SpasmWeek spasm_week(const Timeline& timeline, calendar::DayRange week);

}  // namespace lytes::timeline

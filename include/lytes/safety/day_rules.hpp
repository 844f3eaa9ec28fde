#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/journal/seen_signs.hpp"
#include "lytes/safety/over_days.hpp"

namespace lytes::language {
class Vocabulary;
}

namespace lytes::safety {

/// A spasm as far as the rules over days go.
struct RuleSpasm {
  std::string site;
  calendar::Day day;          ///< logical
  calendar::LocalTime local;  ///< what clocks showed; meaningless where only the day is known
  bool time_known = true;
  bool woke = false;            ///< its words say that it woke somebody
  std::optional<int> severity;  ///< 0 to 10
  std::optional<double> minutes;
};

/// The spasms among entries, by time.
/// @throws StorageError when the catalogue cannot be read
std::vector<RuleSpasm> rule_spasms(std::span<const journal::Entry> entries, const language::Vocabulary& vocabulary);

/// When the rules are asked: on a day, and for its nights at a time of it.
struct RuleTime {
  calendar::Day day;
  calendar::LocalTime local;
};

/// How far back the spasms must go for the rules of a day, and for when they began to hold.
inline constexpr std::chrono::days rules_look_back{28};
inline constexpr std::chrono::days rules_begin_within{84};

/// What the spasms of many days say that none of them says alone, each once with its figures:
///
/// - "lasting": the same site on 4 of the last 7 days, or on 14 of the last 28.
/// - "worsening": of the last 7 days against the 7 before, the median severity is 2 points up, or the median minutes
///   are doubled and 10 more (of 4 spasms or more now and 3 before that were given one), or the number is doubled and 6
///   more (3 before).
/// - "not improving": an episode (spasms at one site with never more than one day free between) that began more than 4
///   days ago, goes on, and is not milder in its last 24 hours than before: in median severity, else in median minutes.
/// - "night": woken, or a spasm between 23:00 and 06:00, in 3 of the last 7 nights.
///
/// They are worth one look by a doctor, not an alarm a day: level soon, at the next visit, for worsening this week.
/// What a doctor has seen at that site is silent for 90 days.
/// @param spasms by time; what is later than `time.day` is passed over
std::vector<OpenSign> signs_over_days(std::span<const RuleSpasm> spasms, const RuleTime& time,
                                      std::span<const journal::SeenSign> seen);

/// The same for the page of today: each for a week from when it began to hold, then again after four weeks, so that
/// nobody is told every day, nor only on a day on which nobody looked.
std::vector<OpenSign> signs_over_days_to_tell(std::span<const RuleSpasm> spasms, const RuleTime& time,
                                              std::span<const journal::SeenSign> seen);

}  // namespace lytes::safety

#include "lytes/calendar/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "gap.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

namespace {

LocalTime local_at(Instant at, std::chrono::seconds offset) { return LocalTime((at + offset).time_since_epoch()); }

[[noreturn]] void refuse_unknown_years() {
  throw InputError(fmt::format("This time is outside the years {}", known_years), {}, 0, "2026-11-20 14:00");
}

/// Of instants that are far away there is no local time to look at.
void require_near_known_days(Instant at) {
  constexpr std::chrono::days beside(2);
  if (at < earliest_day - beside || at > latest_day + beside) refuse_unknown_years();
}

/// Both the date on the wall and the logical day, so that a moment can be written and its day be asked for.
Moment require_known_days(const Moment& moment) {
  if (moment.day < earliest_day || civil_day(moment) > latest_day) refuse_unknown_years();
  return moment;
}

// Where clocks were put back less than a day before `at`, the latest local time they had shown by then.
LocalTime latest_shown(Instant at, Offset offset, const Zone& zone) {
  const LocalTime shown = local_at(at, offset);
  const auto change = zone.change_between(at - std::chrono::days(1), at);
  if (!change) return shown;
  return std::max(shown, local_at(change->at - std::chrono::seconds(1), change->before));
}

}  // namespace

std::string_view word(DateOrder order) {
  switch (order) {
    case DateOrder::DayFirst:
      return "day_first";
    case DateOrder::MonthFirst:
      return "month_first";
    case DateOrder::Unsaid:
      break;
  }
  return "unsaid";
}

DateOrder parse_date_order(std::string_view text) {
  for (const DateOrder order : {DateOrder::DayFirst, DateOrder::MonthFirst}) {
    if (text == word(order)) return order;
  }
  throw InputError("\"" + std::string(text) + "\" is no order of dates", std::string(text), 0,
                   "day_first or month_first");
}

Day day_of(LocalTime local, std::chrono::minutes day_start) {
  return Day(std::chrono::floor<std::chrono::days>(local - day_start).time_since_epoch());
}

Moment moment_at(Instant at, const Reckoning& reckoning) {
  require_near_known_days(at);
  const Offset offset = reckoning.zone.offset_at(at);
  return require_known_days({at, offset, day_of(latest_shown(at, offset, reckoning.zone), reckoning.day_start)});
}

Moment moment_at_local(LocalTime local, const Reckoning& reckoning) {
  const LocalReading reading = reckoning.zone.read(local);
  if (reading.times == LocalReading::Times::Never) throw skipped_time(reading, {}, 0);
  return moment_at(Instant(local.time_since_epoch() - reading.first), reckoning);
}

Moment moment_after_gap(LocalTime local, const Reckoning& reckoning) {
  const auto reading = reckoning.zone.read(local);
  if (reading.times != LocalReading::Times::Never) return moment_at_local(local, reckoning);
  return moment_at(Instant(local.time_since_epoch()) - reading.first, reckoning);
}

Day today(const Reckoning& reckoning) { return moment_at(reckoning.now, reckoning).day; }

LocalTime local_time(const Moment& moment) { return local_at(moment.at, moment.utc_offset); }

Day civil_day(const Moment& moment) { return day_of(local_time(moment), std::chrono::minutes(0)); }

std::string iso(const Moment& moment) {
  const Day date = civil_day(moment);
  const std::chrono::hh_mm_ss time((moment.at + moment.utc_offset) - date);
  const std::chrono::hh_mm_ss offset(std::chrono::abs(moment.utc_offset));
  std::string text =
      fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", iso(date), time.hours().count(), time.minutes().count(),
                  time.seconds().count(), moment.utc_offset < std::chrono::seconds(0) ? '-' : '+',
                  offset.hours().count(), offset.minutes().count());
  // Before 1972 zones kept odd seconds, most of them until their clocks left the local sun.
  if (offset.seconds().count() != 0) text += fmt::format(":{:02}", offset.seconds().count());
  return text;
}

std::string short_time(const Moment& moment) {
  const std::chrono::hh_mm_ss time((moment.at + moment.utc_offset) - civil_day(moment));
  return fmt::format("{:02}:{:02}", time.hours().count(), time.minutes().count());
}

InputError skipped_time(const LocalReading& gap, std::string_view text, std::size_t place) {
  const LocalTime from = local_at(gap.gap_ended_at, gap.first);
  const LocalTime to = local_at(gap.gap_ended_at, gap.second);
  const auto clock = [](LocalTime local) {
    const std::chrono::hh_mm_ss time(local - std::chrono::floor<std::chrono::days>(local));
    return fmt::format("{}:{:02}", time.hours().count(), time.minutes().count());
  };
  const Day date = day_of(from, std::chrono::minutes(0));
  return InputError(
      fmt::format("There was no such time on {}: clocks went from {} to {}", iso(date), clock(from), clock(to)),
      std::string(text), place,
      fmt::format("{} {} or {} {}", iso(day_of(from - std::chrono::minutes(1), std::chrono::minutes(0))),
                  clock(from - std::chrono::minutes(1)), iso(day_of(to, std::chrono::minutes(0))), clock(to)));
}

}  // namespace lytes::calendar

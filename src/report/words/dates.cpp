#include "words/dates.hpp"

#include <fmt/format.h>

#include <array>

namespace lytes::report {

namespace {

constexpr std::array<const char*, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};

struct Parts {
  unsigned day;
  std::string month;
  int year;
};

Parts parts(calendar::Day day) {
  const std::chrono::year_month_day date(day);
  return {static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
          static_cast<int>(date.year())};
}

}  // namespace

std::string long_date(calendar::Day day) {
  const auto date = parts(day);
  return fmt::format("{} {} {}", date.day, date.month, date.year);
}

std::string short_date(calendar::Day day) {
  const auto date = parts(day);
  return fmt::format("{} {}", date.day, date.month.substr(0, 3));
}

std::string short_dates(calendar::DayRange days) {
  const auto from = parts(days.from);
  const auto to = parts(days.to);
  if (from.year != to.year) {
    return fmt::format("{} {} to {} {}", short_date(days.from), from.year, short_date(days.to), to.year);
  }
  if (from.month != to.month) return short_date(days.from) + " to " + short_date(days.to);
  return from.day == to.day ? short_date(days.to) : fmt::format("{} to {}", from.day, short_date(days.to));
}

std::string long_dates(calendar::DayRange days) {
  const auto from = parts(days.from);
  const auto to = parts(days.to);
  if (from.year != to.year) return long_date(days.from) + " to " + long_date(days.to);
  if (from.month != to.month) return fmt::format("{} {} to {}", from.day, from.month, long_date(days.to));
  return from.day == to.day ? long_date(days.to) : fmt::format("{} to {}", from.day, long_date(days.to));
}

}  // namespace lytes::report

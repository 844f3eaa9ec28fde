#include <fmt/format.h>

#include <string>

#include "grammar.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

namespace {

using std::chrono::days;
using std::chrono::year_month;

constexpr const char* day_examples = "today, yesterday, mon, 3 days ago, 20 nov or 2026-11-20";
constexpr const char* range_examples = "week, last week, 30d, november, 2026-11 or 2026-11-01..2026-11-20";

Day resolve(const Tokens& tokens, const SpokenDay& said, Day today) {
  switch (said.kind) {
    case SpokenDay::Kind::BeforeToday:
      return today - days(said.days_back);
    case SpokenDay::Kind::Weekday: {
      const Day latest = today - (std::chrono::weekday(today) - said.weekday);
      return said.not_today && latest == today ? latest - days(7) : latest;
    }
    case SpokenDay::Kind::MonthDay:
      return last_month_day(tokens, said, today);
    case SpokenDay::Kind::Date:
      break;
  }
  return said.date;
}

DayRange whole_month(year_month month) { return {Day(month / 1), Day(month / std::chrono::last)}; }

DayRange whole_year(std::chrono::year year) { return {Day(year / 1 / 1), Day(year / 12 / 31)}; }

year_month month_of(Day day) {
  const std::chrono::year_month_day date(day);
  return date.year() / date.month();
}

class RangeReader {
 public:
  RangeReader(std::string_view text, const Reckoning& reckoning)
      : tokens_(text), today_(today(reckoning)), date_order_(reckoning.date_order) {}

  /// Whether what was refused does not begin as days do.
  bool begins_otherwise() const { return begins_otherwise_; }

  DayRange read() {
    if (tokens_.at_end()) tokens_.refuse("A range of days is missing", 0, range_examples);
    const std::size_t place = tokens_.peek().place;
    const bool since = tokens_.accept("since");
    DayRange range = read_one();
    if (since) {
      range.to = today_;
    } else if (accept_dash()) {
      range.to = tokens_.at_end() ? today_ : read_one().to;
    }
    if (!tokens_.at_end())
      tokens_.refuse("This does not belong to a range of days", tokens_.peek().place, range_examples);
    if (range.from > today_) tokens_.refuse("These days are still to come", place, range_examples);
    if (range.to < range.from) {
      tokens_.refuse("A range starts with its earlier day", place, iso(range.to) + ".." + iso(range.from));
    }
    require_known_day(tokens_, range.from, place);
    require_known_day(tokens_, range.to, place);
    return range;
  }

 private:
  // ".." or "to", or a hyphen with a space before it
  bool accept_dash() {
    if (tokens_.peek().is("-") && !tokens_.peek().apart) return false;
    return tokens_.accept_all({".", "."}) || tokens_.accept_any({"to", "-"});
  }

  DayRange read_one() {
    if (tokens_.accept("all")) return {earliest_day, today_};
    if (const auto numbered = read_numbered_week()) return *numbered;
    if (const auto named = read_week_month_year()) return *named;
    if (const auto counted = read_last_days()) return *counted;
    if (const auto month = read_month_of_year()) return *month;
    const Day day = read_one_day();
    return {day, day};
  }

  Day read_one_day() {
    const std::size_t place = tokens_.peek().place;
    const auto said = read_day(tokens_, date_order_);
    if (!said) {
      begins_otherwise_ = tokens_.position() == 0;
      tokens_.refuse("This is not a day or a range of days", place, range_examples);
    }
    return require_known_day(tokens_, resolve(tokens_, *said, today_), place);
  }

  // "2026-W48", "W48", "week 48", "week 48 2025": weeks as ISO 8601 numbers them. Without a year the last such week
  // that has begun.
  std::optional<DayRange> read_numbered_week() {
    const std::size_t start = tokens_.position();
    const std::size_t place = tokens_.peek().place;
    std::optional<int> year;
    if (tokens_.peek().is_number(4, 4) && tokens_.peek(1).is("-") && tokens_.peek(2).is("w")) {
      year = tokens_.take().value();
      tokens_.take();
    }
    const bool is_week = tokens_.accept("w") || (!year && tokens_.accept("week"));
    if (!is_week || !tokens_.peek().is_number(1, 2)) {
      tokens_.back_to(start);
      return std::nullopt;
    }
    const int number = tokens_.take().value();
    if (!year && tokens_.peek().is_number(4, 4)) year = tokens_.take().value();
    return known(year ? iso_week(*year, number, place) : last_iso_week(number, place), place);
  }

  DayRange last_iso_week(int number, std::size_t place) const {
    const int this_year = static_cast<int>(month_of(today_).year()) + 1;  // whose first week may have begun in December
    for (int back = 0; back <= 7; ++back) {                               // a 53rd week comes every five or six years
      if (number == 53 && !has_53_weeks(this_year - back)) continue;
      const DayRange week = iso_week(this_year - back, number, place);
      if (week.from <= today_) return week;
    }
    tokens_.refuse("There was no such week", place, "week 48 or 2026-W48");
  }

  /// The year's week 1 is the one with its first Thursday.
  static Day first_monday(int year) { return week_of(Day(std::chrono::year(year) / 1 / 4)).from; }
  static bool has_53_weeks(int year) { return first_monday(year + 1) - first_monday(year) == days(53 * 7); }

  DayRange iso_week(int year, int number, std::size_t place) const {
    if (number < 1 || number > (has_53_weeks(year) ? 53 : 52)) {
      tokens_.refuse("Weeks go from 1 to 52, in some years to 53", place, "week 48 or 2026-W48");
    }
    return week_of(first_monday(year) + days(7) * (number - 1));
  }

  // "week", "this week", "last month", "year"
  std::optional<DayRange> read_week_month_year() {
    const std::size_t start = tokens_.position();
    const bool last = tokens_.accept_any({"last", "past", "previous"});
    if (!last) tokens_.accept("this");
    if (!last && tokens_.accept_all({"week", "of"})) return week_of(read_one_day());
    if (tokens_.accept("week")) return week_of(last ? today_ - days(7) : today_);
    if (tokens_.accept("month")) return whole_month(month_of(today_) - std::chrono::months(last ? 1 : 0));
    if (tokens_.accept("year")) return whole_year(month_of(today_).year() - std::chrono::years(last ? 1 : 0));
    tokens_.back_to(start);
    return std::nullopt;
  }

  // "7d", "last 7 days", "4 weeks"; "7 days ago" is a day
  std::optional<DayRange> read_last_days() {
    const std::size_t start = tokens_.position();
    tokens_.accept_any({"last", "past"});
    if (tokens_.peek().is_number(1, 5)) {
      const Token& number = tokens_.take();
      const bool in_days = tokens_.accept_any({"d", "day", "days"});
      const bool in_weeks = !in_days && tokens_.accept_any({"w", "wk", "week", "weeks"});
      if ((in_days || in_weeks) && !tokens_.peek().is("ago")) {
        const int length = number.value() * (in_weeks ? 7 : 1);
        if (length == 0) tokens_.refuse("A range has at least one day", number.place, "7d");
        return DayRange{require_known_day(tokens_, today_ - days(length - 1), number.place), today_};
      }
    }
    tokens_.back_to(start);
    return std::nullopt;
  }

  // "2026-11", "2026", "november", "nov 2025"
  std::optional<DayRange> read_month_of_year() {
    const std::size_t start = tokens_.position();
    const std::size_t place = tokens_.peek().place;
    if (tokens_.peek().is_number(4, 4)) {
      const std::chrono::year year(tokens_.take().value());
      if (!tokens_.peek().is("-")) return known(whole_year(year), place);
      if (tokens_.peek(1).is_number(1, 2) && !tokens_.peek(2).is("-")) {
        tokens_.take();
        const year_month month = year / static_cast<int>(tokens_.take().value());
        if (!month.ok()) tokens_.refuse("Months go from 1 to 12", place, "2026-11");
        return known(whole_month(month), place);
      }
    } else if (const auto month = read_month(tokens_)) {
      if (tokens_.peek().is_number(4, 4)) {
        return known(whole_month(std::chrono::year(tokens_.take().value()) / *month), place);
      }
      if (!tokens_.peek().is_number(1, 2)) {
        const year_month this_year = month_of(today_).year() / *month;
        return whole_month(this_year <= month_of(today_) ? this_year : this_year - std::chrono::years(1));
      }
    }
    tokens_.back_to(start);
    return std::nullopt;
  }

  DayRange known(DayRange range, std::size_t place) const {
    require_known_day(tokens_, range.from, place);
    return range;
  }

  Tokens tokens_;
  Day today_;
  DateOrder date_order_;
  bool begins_otherwise_ = false;
};

}  // namespace

Day last_month_day(const Tokens& tokens, const SpokenDay& said, Day today) {
  constexpr days half_a_year(183);
  const std::chrono::year this_year = month_of(today).year();
  // Eight years reach the last 29 February even across 1900 or 2100.
  for (int back = -1; back <= 8; ++back) {
    const std::chrono::year_month_day date = (this_year - std::chrono::years(back)) / said.month_day;
    if (!date.ok()) continue;
    const Day day(date);
    if (day <= today) return day;
    if (day - today < half_a_year) {
      const std::chrono::year_month_day year_before = (date.year() - std::chrono::years(1)) / said.month_day;
      tokens.refuse("This day is still to come; one of another year needs its year", said.place,
                    iso(year_before.ok() ? Day(year_before) : today));
    }
  }
  tokens.refuse("There was no such day", said.place, day_examples);
}

Day parse_day(std::string_view text, const Reckoning& reckoning, FutureDays future) {
  Tokens tokens(text);
  const std::size_t place = tokens.peek().place;
  if (tokens.at_end()) tokens.refuse("A day is missing", 0, day_examples);
  tokens.accept("on");
  const auto said = read_day(tokens, reckoning.date_order);
  if (!said) tokens.refuse("This is not a day", tokens.peek().place, day_examples);
  if (!tokens.at_end()) tokens.refuse("This does not belong to a day", tokens.peek().place, day_examples);
  const Day now = today(reckoning);
  const Day day = require_known_day(tokens, resolve(tokens, *said, now), place);
  if (day > now && future == FutureDays::Refused) {
    tokens.refuse("This day is still to come", place, "today, or " + iso(now));
  }
  return day;
}

DayRange parse_range(std::string_view text, const Reckoning& reckoning) { return RangeReader(text, reckoning).read(); }

std::optional<DayRange> find_range(std::string_view text, const Reckoning& reckoning) {
  RangeReader reader(text, reckoning);
  try {
    return reader.read();
  } catch (const InputError&) {
    if (reader.begins_otherwise()) return std::nullopt;
    throw;
  }
}

}  // namespace lytes::calendar

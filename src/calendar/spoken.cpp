#include "lytes/calendar/spoken.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <vector>

#include "gap.hpp"
#include "grammar.hpp"
#include "lytes/errors.hpp"

namespace lytes::calendar {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

constexpr const char* moment_examples = "8:30, 8pm, yesterday 23:40, mon 7am, 2h ago or 2026-11-20 14:00";

constexpr DayPart bedtime{std::chrono::hours(21), std::chrono::hours(24), std::chrono::hours(23), false, true};

LocalTime local_of(Day day, seconds since_midnight) { return LocalTime(day.time_since_epoch() + since_midnight); }

// Reads one moment out of its tokens.
class MomentReader {
 public:
  MomentReader(std::string_view text, const Reckoning& reckoning)
      : tokens_(text), reckoning_(reckoning), now_(moment_at(reckoning.now, reckoning)) {}

  SpokenMoment read() {
    if (tokens_.at_end()) tokens_.refuse("A time is missing", 0, moment_examples);
    const auto result = read_any(Meant::Surely);
    if (!result) refuse_start();
    if (!tokens_.at_end()) tokens_.refuse("This does not belong to a time", tokens_.peek().place, moment_examples);
    return *result;
  }

  /// Nothing where the words begin no time, or more than one.
  std::optional<SpokenMoment> read_if_any() {
    const auto result = read_any(Meant::Perhaps);
    return result && tokens_.at_end() ? result : std::nullopt;
  }

 private:
  /// Nothing at words that begin nothing we know.
  std::optional<SpokenMoment> read_any(Meant meant) {
    const bool led = skip_prepositions();
    if (tokens_.accept_all({"just", "now"}) || tokens_.accept_all({"right", "now"})) return plainly({now_}, true);
    if (tokens_.accept("now")) return SpokenMoment{now_};
    if (const auto part = read_part_of_today(led)) return *part;
    if (tokens_.peek().is("in") || tokens_.peek().is("next")) refuse_future(tokens_.peek().place);
    if (const auto day = read_day(tokens_, reckoning_.date_order)) {
      const SpokenMoment found = read_rest_after_day(*day);
      return day->perhaps_a_rating && !led ? doubtfully(found) : found;
    }
    if (const auto ago = read_ago()) return *ago;
    if (const auto clock = read_clock(tokens_, led ? Meant::Surely : meant)) {
      const bool on = skip_prepositions();
      const std::size_t place = tokens_.peek().place;
      if (tokens_.accept_all({"last", "night"})) return plainly(at_last_night(*clock, place), true);
      if (const auto day = read_day_behind(on)) return plainly(on_day(*day, *clock), true);
      return plainly(bare(*clock), led || clock->plain);
    }
    return std::nullopt;
  }

  // Whether there was one.
  bool skip_prepositions() {
    const std::size_t start = tokens_.position();
    while (tokens_.accept_any({"at", "on", "@", "about", "approx", "around", "ca", "circa", "~"})) {
    }
    return tokens_.position() > start;
  }

  /// The day behind a time. "3am 9/10" is how bad it was at three, and only "3am on 9/10" a date.
  std::optional<SpokenDay> read_day_behind(bool on) {
    const std::size_t start = tokens_.position();
    auto day = read_day(tokens_, reckoning_.date_order);
    if (!day || !day->perhaps_a_rating || on) return day;
    tokens_.back_to(start);
    return std::nullopt;
  }

  static SpokenMoment plainly(SpokenMoment moment, bool plain) {
    moment.plain = plain;
    return moment;
  }

  // "5/10 between 2 and 3pm", "5/10 this evening" is sooner how bad it was then.
  static SpokenMoment doubtfully(SpokenMoment moment) {
    moment.plain = false;
    moment.vague = false;
    return moment;
  }

  // `this morning`, `last night`, `tonight`, `for lunch`, `evening`; with a day after it, of that day.
  std::optional<SpokenMoment> read_part_of_today(bool led) {
    const std::size_t start = tokens_.position();
    const std::size_t place = tokens_.peek().place;
    SpokenDay day{.kind = SpokenDay::Kind::BeforeToday, .place = place};
    if (accept_middle_of_night()) return vaguely(bare(Clock{hours(3), place}));
    if (tokens_.accept_any({"tonight", "tonite"})) return in_part(day, {hours(17), hours(24), hours(21), false, true});
    const bool last = tokens_.accept("last");
    const bool this_one = !last && (tokens_.accept("this") || tokens_.accept_all({"in", "the"}));
    if (!last && !this_one && accept_bedtime()) {
      const std::size_t end = tokens_.position();
      const bool on = skip_prepositions();
      if (const auto said = read_day_behind(on)) return plainly(in_part(*said, bedtime), true);
      tokens_.back_to(end);
      return plainly(last_part(bedtime, place), true);
    }
    const bool for_it = !last && !this_one && tokens_.accept_any({"for", "with", "w", "w/"});
    const auto exact = last || for_it ? std::nullopt : read_exact_part(tokens_);
    const auto part = exact ? exact : this_one ? read_part_of_this_day() : read_day_part(tokens_);
    const bool fits = part && !(for_it && !part->meal) && !(this_one && part->night) &&
                      !(last && !part->night && part->from < hours(17));
    if (!fits) {
      tokens_.back_to(start);
      return std::nullopt;
    }
    if (last) {
      const auto clock = read_clock(tokens_);
      return clock ? plainly(at_last_night(*clock, place), true) : last_night(*part, place);
    }
    const std::size_t end = tokens_.position();
    const bool on = skip_prepositions();
    if (const auto said = read_day_behind(on)) return in_part(*said, *part);
    if (const auto clock = part->meal ? std::nullopt : read_clock(tokens_)) {  // "morning 5 o'clock"
      const Clock in_half = within(*part, *clock);
      return plainly(this_one ? on_day(day, in_half) : bare(in_half), true);
    }
    tokens_.back_to(end);
    if (this_one) return in_part(day, *part);
    return exact ? vaguely(last_part(*part, place)) : plainly(last_part(*part, place), for_it || led);
  }

  // "evening 7:30": the clock time in the half of the day that the part lies in.
  static Clock within(const DayPart& part, Clock clock) {
    const bool earlier = clock.since_midnight < part.from && clock.since_midnight < hours(12);
    if (earlier && clock.since_midnight + hours(12) >= part.from) clock.since_midnight += hours(12);
    return clock;
  }

  // "last night 10pm", "2am last night": in the small hours it was today.
  SpokenMoment at_last_night(const Clock& clock, std::size_t place) const {
    constexpr hours small_hours(6);
    SpokenDay day{.kind = SpokenDay::Kind::BeforeToday, .place = place};
    day.days_back = clock.since_midnight < small_hours ? 0 : 1;
    return on_day(day, clock);
  }

  // "before bed", "before going to sleep", "b4 bed"
  bool accept_bedtime() {
    const std::size_t start = tokens_.position();
    if (tokens_.accept("before") || tokens_.accept_all({"b", "4"})) {
      tokens_.accept_all({"going", "to"});
      if (tokens_.accept_any({"bed", "bedtime", "sleep"})) return true;
    }
    tokens_.back_to(start);
    return false;
  }

  // "in the night", "in the middle of the night"
  bool accept_middle_of_night() {
    return tokens_.accept("overnight") || tokens_.accept_all({"in", "the", "night"}) ||
           tokens_.accept_all({"during", "the", "night"}) || tokens_.accept_all({"heute", "nacht"}) ||
           tokens_.accept_all({"middle", "of", "the", "night"}) ||
           tokens_.accept_all({"in", "the", "middle", "of", "the", "night"});
  }

  // "this morning", "this am"
  std::optional<DayPart> read_part_of_this_day() {
    constexpr DayPart morning{hours(4), hours(12), hours(8), false, false};
    constexpr DayPart afternoon{hours(12), hours(18), hours(15), false, false};
    if (tokens_.accept("am")) return morning;
    if (tokens_.accept("pm")) return afternoon;
    return read_day_part(tokens_);
  }

  // On the date before, also in the small hours.
  SpokenMoment last_night(const DayPart& part, std::size_t place) const {
    const auto found = last_on(civil_day(now_) - days(1), Clock{part.usual, place});
    if (!found) refuse_future(place);
    return vaguely(*found);
  }

  static SpokenMoment vaguely(SpokenMoment moment) {
    moment.vague = true;
    moment.plain = true;
    return moment;
  }

  bool lasts(const DayPart& part) const {
    const auto clock = local_time(now_) - std::chrono::floor<days>(local_time(now_));
    return part.from <= clock && clock < part.until;
  }

  SpokenMoment in_part(const SpokenDay& day, const DayPart& part) {
    const Clock usual{part.usual, day.place};
    const bool today = day.kind == SpokenDay::Kind::BeforeToday && day.days_back == 0;
    if (today && lasts(part) && (part.meal || !last_on(civil_day(now_), usual))) return vaguely({now_});
    return vaguely(on_day(day, usual));
  }

  SpokenMoment last_part(const DayPart& part, std::size_t place) const {
    const Clock usual{part.usual, place};
    if (lasts(part) && (part.meal || !last_on(civil_day(now_), usual))) return vaguely({now_});
    return vaguely(bare(usual));
  }

  std::optional<SpokenMoment> read_ago() {
    const std::size_t start = tokens_.position();
    const std::size_t place = tokens_.peek().place;
    const auto duration = read_duration(tokens_);
    if (!duration || !tokens_.accept("ago")) {
      tokens_.back_to(start);
      return std::nullopt;
    }
    const seconds back(std::llround(duration->count()));
    if (back.count() % (24 * 3600) == 0 && !tokens_.at_end()) {  // "two days ago 7pm"
      SpokenDay day{.kind = SpokenDay::Kind::BeforeToday, .place = place};
      day.days_back = static_cast<int>(back / hours(24));
      if (back <= hours(24 * 366)) return read_rest_after_day(day);
    }
    if (back > hours(24 * 366)) tokens_.refuse("That is more than a year ago", place, "2h ago or 2026-11-20 14:00");
    return plainly({moment_at(reckoning_.now - back, reckoning_)}, true);
  }

  SpokenMoment read_rest_after_day(const SpokenDay& day) {
    if (day.kind == SpokenDay::Kind::BeforeToday && day.days_back < 0) refuse_future(day.place);
    const bool led = !tokens_.accept("t") && skip_prepositions();
    if (led && tokens_.peek().is_number(1, 2) && tokens_.peek().value() < 24 &&
        tokens_.peek(1).kind == Token::Kind::End)
      return plainly(on_day(day, {hours(tokens_.take().value()), day.place, false, false, true}), true);  // "mon at 9"
    tokens_.accept_all({"in", "the"});
    tokens_.accept("for");
    if (accept_bedtime()) return plainly(in_part(day, bedtime), true);
    if (const auto part = read_day_part(tokens_)) {
      const auto clock = read_clock(tokens_);
      return clock ? plainly(on_day(day, within(*part, *clock)), true) : in_part(day, *part);
    }
    const auto clock = read_clock(tokens_);
    if (!clock) {
      if (!tokens_.at_end()) refuse_start();
      // "today" and "yesterday" can be nothing else, as "sat" and "mon" may.
      if (day.kind == SpokenDay::Kind::BeforeToday)
        return day.days_back == 0 ? plainly({now_}, true) : vaguely(on_day(day, Clock{hours(12), day.place}));
      const std::string said(tokens_.text().substr(0, tokens_.peek().place));
      tokens_.refuse("A day needs a clock time", tokens_.peek().place, said + " 19:00");
    }
    if (day.kind == SpokenDay::Kind::Date) {
      if (const auto offset = read_utc_offset(tokens_)) return fixed(day.date, *clock, *offset, day.place);
    }
    return plainly(on_day(day, *clock), true);
  }

  // `2026-11-22T10:00:00+01:00`
  SpokenMoment fixed(Day date, const Clock& clock, const UtcOffset& offset, std::size_t place) {
    const LocalTime local = local_of(date, clock.since_midnight);
    const Instant at(local.time_since_epoch() - offset.offset);
    if (at > reckoning_.now) refuse_future(place);
    const Moment here = moment_at(at, reckoning_);
    if (offset.zulu || here.utc_offset == offset.offset) return {here};
    const Day label = day_of(local, reckoning_.day_start);
    return {Moment{at, offset.offset, require_known_day(tokens_, label, place)}};
  }

  SpokenMoment bare(const Clock& clock) const {
    const Day today = civil_day(now_);
    if (const auto found = last_on(today, clock)) return *found;
    auto found = last_on(today - days(1), clock);
    // Clocks that are put forward by a day leave no yesterday; nobody will miss it.
    if (!found) refuse_future(clock.place);
    found->earlier_day = true;
    return *found;
  }

  SpokenMoment on_day(const SpokenDay& day, const Clock& clock) const {
    if (clock.midnight_word) {
      tokens_.refuse("Midnight could be the start or the end of that day", clock.place, "0:00 or 23:59");
    }
    for (const Day candidate : candidates(day, clock)) {
      require_known_day(tokens_, candidate, day.place);
      if (const auto found = last_on(candidate, clock)) return *found;
    }
    refuse_future(day.place);
  }

  // The dates that may be meant, latest first.
  std::vector<Day> candidates(const SpokenDay& day, const Clock& clock) const {
    const Day date = civil_day(now_);
    switch (day.kind) {
      case SpokenDay::Kind::BeforeToday: {
        const bool small_hours = clock.since_midnight < reckoning_.day_start;
        return {(small_hours ? date : now_.day) - days(day.days_back)};
      }
      case SpokenDay::Kind::Weekday: {
        const Day latest = date - (std::chrono::weekday(date) - day.weekday);
        if (day.not_today && latest == date) return {date - days(7)};
        return {latest, latest - days(7)};
      }
      case SpokenDay::Kind::MonthDay:
        return {last_month_day(tokens_, day, date)};
      case SpokenDay::Kind::Date:
        break;
    }
    return {day.date};
  }

  // The clock time on that date, or empty when it is still to come.
  std::optional<SpokenMoment> last_on(Day date, const Clock& clock) const {
    const LocalTime local = local_of(date, clock.since_midnight);
    const LocalReading reading = reckoning_.zone.read(local);
    const auto with = [&](Offset offset) { return Instant(local.time_since_epoch() - offset); };
    if (reading.times == LocalReading::Times::Never) {
      if (reading.gap_ended_at > reckoning_.now) return std::nullopt;
      throw skipped_time(reading, tokens_.text(), clock.place);
    }
    const bool twice = reading.times == LocalReading::Times::Twice;
    for (const Instant at : {with(reading.second), with(reading.first)}) {
      if (at <= reckoning_.now) return SpokenMoment{moment_at(at, reckoning_), false, twice, clock.rough};
    }
    return std::nullopt;
  }

  [[noreturn]] void refuse_future(std::size_t place) const {
    const std::string now = short_time(now_);
    tokens_.refuse("This lies in the future, and it is " + now + " now", place, now + " or yesterday 23:40");
  }

  // At a token that begins nothing we know.
  [[noreturn]] void refuse_start() {
    const Token& token = tokens_.peek();
    if (token.kind == Token::Kind::Number && tokens_.peek(1).kind == Token::Kind::End) refuse_bare_integer(token);
    for (const std::string_view vague : {"last", "this", "morning", "afternoon", "evening", "night", "tonight"}) {
      if (token.is(vague)) tokens_.refuse("A day and a clock time are needed", token.place, "8:30 or yesterday 23:00");
    }
    if (token.is("half") && tokens_.peek(1).is_number(1, 2)) {
      const int hour = tokens_.peek(1).value();
      tokens_.refuse("This is half an hour before to some and after to others", token.place,
                     fmt::format("half past {} or {}:30", hour, (hour + 23) % 24));
    }
    if (read_duration(tokens_) && tokens_.at_end()) {
      tokens_.refuse("This is a length of time and not a moment", token.place,
                     std::string(tokens_.text().substr(token.place)) + " ago");
    }
    tokens_.refuse("This is not a time", token.place, moment_examples);
  }

  [[noreturn]] void refuse_bare_integer(const Token& number) const {
    const std::string what = fmt::format("{} could be many things", number.text);
    const int value = number.value();
    if (number.is_number(1, 2) && value > 0 && value <= 12) {
      tokens_.refuse(what, number.place, fmt::format("{0}:00, {0}am, {0}pm or {0}h ago", value));
    }
    if (number.is_number(1, 2) && value < 24) {
      tokens_.refuse(what, number.place, fmt::format("{0}:00 or {0} min ago", value));
    }
    if (number.is_number(3, 4) && value < 2400 && value % 100 < 60) {
      tokens_.refuse(what, number.place, fmt::format("{}:{:02}", value / 100, value % 100));
    }
    tokens_.refuse(what, number.place, moment_examples);
  }

  Tokens tokens_;
  const Reckoning& reckoning_;
  Moment now_;
};

}  // namespace

SpokenMoment parse_moment(std::string_view text, const Reckoning& reckoning) {
  try {
    return MomentReader(text, reckoning).read();
  } catch (const InputError& error) {
    if (!error.input.empty()) throw;
    throw InputError(error.what(), std::string(text), 0, error.valid);  // "8 months ago" from a clock set to 1900
  }
}

std::optional<SpokenMoment> moment_in(std::string_view text, const Reckoning& reckoning) {
  try {
    return MomentReader(text, reckoning).read_if_any();
  } catch (const InputError&) {
    return std::nullopt;
  }
}

Instant parse_instant(std::string_view text, const Zone& zone) {
  Tokens tokens(text);
  const std::string examples = "2026-11-22 10:00 or 2026-11-22T10:00:00+01:00";
  const std::size_t place = tokens.peek().place;
  const auto date = read_iso_date(tokens);
  if (!date) tokens.refuse("A date and a clock time are needed", place, examples);
  tokens.accept("t");
  const auto clock = read_clock(tokens);
  if (!clock || clock->midnight_word) tokens.refuse("A clock time is needed", tokens.peek().place, examples);
  const LocalTime local = local_of(*date, clock->since_midnight);
  const auto offset = read_utc_offset(tokens);
  if (!tokens.at_end()) tokens.refuse("Nothing may follow the time", tokens.peek().place, examples);
  Instant at(local.time_since_epoch());
  if (offset) {
    at -= offset->offset;
  } else {
    const LocalReading reading = zone.read(local);
    if (reading.times == LocalReading::Times::Never) throw skipped_time(reading, text, place);
    at -= reading.first;
  }
  return at;
}

std::chrono::minutes parse_clock(std::string_view text) {
  Tokens tokens(text);
  const auto clock = read_clock(tokens);
  const bool whole_minutes = clock && clock->since_midnight % std::chrono::minutes(1) == seconds(0);
  if (!whole_minutes || !tokens.at_end()) {
    tokens.refuse("This is not a clock time", clock ? tokens.peek().place : 0, "04:00, 4am or noon");
  }
  return std::chrono::duration_cast<std::chrono::minutes>(clock->since_midnight);
}

}  // namespace lytes::calendar

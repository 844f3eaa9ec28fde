#include "collector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lytes/calendar/zone.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::exchange {

namespace {

using calendar::Day;
using calendar::LocalTime;
using journal::EntryKind;

constexpr std::size_t places_kept = 3;

/// The source without what would end it in a key.
std::string source_in_key(std::string_view source) {
  std::string text(source);
  std::ranges::replace(text, ':', ' ');
  return text;
}

std::string beginning_of_key(std::string_view source, const When& when) {
  return fmt::format("{}{}:{}:", when.timed ? std::string_view() : journal::day_only_key, source_in_key(source),
                     calendar::iso(when.moment.day));
}

/// Hours of what is kept in hours; nothing for another unit.
std::optional<double> hours_of(double value, std::string_view unit) {
  const std::string plain = text::lowered(unit);
  if (text::is_one_of(plain, "h|hr|hrs|hour|hours")) return value;
  if (text::is_one_of(plain, "m|min|mins|minute|minutes")) return value / 60;
  return std::nullopt;
}

}  // namespace

std::string source_of(const journal::Entry& entry) {
  if (!entry.import_key) return std::string(by_hand);
  std::string_view key = *entry.import_key;
  if (key.starts_with(journal::day_only_key)) {
    key.remove_prefix(journal::day_only_key.size());
    if (!key.empty() && text::is_digit(key.front())) return "daily";
  }
  const std::string_view source = key.substr(0, key.find(':'));
  return source == "read" ? std::string(by_hand) : std::string(source);
}

std::uint64_t lasting_hash(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1'099'511'628'211U;
  }
  return hash;
}

std::string place_at(const InputFile& file, std::size_t line) { return fmt::format("{}:{}", file.name(), line); }

void Collector::skip(const std::string& place, const std::string& why) {
  auto found = std::ranges::find(incoming_.skipped, why, &Skipped::why);
  if (found == incoming_.skipped.end()) found = incoming_.skipped.insert(found, Skipped{why, 0, {}});
  ++found->rows;
  if (found->places.size() < places_kept) found->places.push_back(place);
}

When Collector::on_day(Day day, std::optional<std::chrono::seconds> clock, int stands_at) {
  When when = at_local(day, clock, stands_at);
  when.moment.day = day;
  return when;
}

When Collector::at_local(Day date, std::optional<std::chrono::seconds> clock, int stands_at) {
  const calendar::Reckoning& now = reckoning();
  const LocalTime midnight(date.time_since_epoch());
  if (clock) return {calendar::moment_after_gap(midnight + *clock, now), true};
  const std::chrono::minutes hour = std::max(std::chrono::minutes{std::chrono::hours{stands_at}}, now.day_start);
  When when{calendar::moment_after_gap(midnight + hour, now), false};
  if (when.moment.at > now.now) when.moment = calendar::moment_at(now.now, now);
  when.moment.day = date;
  return when;
}

When Collector::at_instant(calendar::Instant at, std::chrono::seconds utc_offset) {
  const LocalTime local(at.time_since_epoch() + utc_offset);
  return {{at, utc_offset, calendar::day_of(local, reckoning().day_start)}, true};
}

bool Collector::has_come(const When& when, const std::string& place) {
  const calendar::Reckoning& now = reckoning();
  const Day last = std::max(calendar::today(now), calendar::civil_day(calendar::moment_at(now.now, now)));
  if (when.timed ? when.moment.at <= now.now : when.moment.day <= last) return true;
  skip(place, "has not come yet");
  return false;
}

void Collector::add(std::string_view source, const When& when, std::string_view identity, EntryKind kind,
                    journal::What what, const std::string& note) {
  const std::string beginning = beginning_of_key(source, when);
  const std::uint64_t hash = lasting_hash(identity);
  const auto occurrence = ++occurrences_[lasting_hash(fmt::format("{}{:x}", beginning, hash))];
  keep(fmt::format("{}{:x}:{}", beginning, hash, occurrence), when, kind, std::move(what), note);
}

void Collector::add_with_id(std::string_view source, const When& when, const std::string& id, const std::string& place,
                            EntryKind kind, journal::What what, const std::string& note) {
  // The source's id is the same wherever clocks or days are changed, so the day is no part of it.
  std::string key =
      fmt::format("{}{}:{}", when.timed ? std::string_view() : journal::day_only_key, source_in_key(source), id);
  if (!keys_with_id_.insert(lasting_hash(key)).second) return skip(place, "has the id of one before it");
  keep(std::move(key), when, kind, std::move(what), note);
}

void Collector::keep(std::string key, const When& when, EntryKind kind, journal::What what, const std::string& note) {
  journal::Entry entry;
  entry.kind = kind;
  entry.when = when.moment;
  if (!note.empty()) entry.note = note;
  entry.import_key = std::move(key);
  entry.what = std::move(what);
  incoming_.entries.push_back(std::move(entry));
}

void Collector::add_factor(std::string_view source, const When& when, std::string_view identity,
                           const std::string& name, std::optional<double> value, const std::string& unit,
                           const std::string& note) {
  std::string kept = text::lowered(text::trimmed(name));
  std::string said = note;
  std::optional<std::string> kept_unit = unit.empty() ? std::nullopt : std::optional(unit);
  if (const auto* known = reading_.speaker.vocabulary().factors().find(kept)) {
    kept = known->name;
    const auto hours = value ? hours_of(*value, unit) : std::nullopt;
    constexpr double most_of_a_rating = 10;
    const bool rated = unit.empty() || text::is_one_of(unit, "/10|1-10|0-10|rating|score|scale|severity");
    const bool rates = value && rated && *value >= 0 && *value <= most_of_a_rating;
    if (known->scale == language::Scale::Rating && rates) kept_unit.reset();
    if (known->scale == language::Scale::Hours && hours) {
      value = hours;
      kept_unit = "h";
    }
    const bool unfit = (known->scale == language::Scale::Rating && !rates) ||
                       (known->scale == language::Scale::Hours && !hours) ||
                       (known->scale == language::Scale::Units && !text::is_one_of(text::lowered(unit), "|unit|units"));
    if (unfit && value) {
      const std::string figure = quantity::format_number(*value) + (unit.empty() ? "" : " " + unit);
      said = said.empty() ? figure : fmt::format("{}; {}", figure, said);
      value.reset();
    }
    if (unfit) kept_unit.reset();
    if (known->scale == language::Scale::Units && value) kept_unit = "units";
    if (kept == "stress" && value) return add(source, when, identity, EntryKind::Stress, journal::Stress{*value}, said);
  }
  add(source, when, identity, EntryKind::Factor, journal::Factor{kept, value, kept_unit}, said);
}

void Collector::say(Day day, journal::Stream stream, journal::DayStatus status) {
  incoming_.said.push_back({day, stream, status});
}

void Collector::remark(const std::string& code, const std::string& message) {
  const auto same = [&](const Remark& one) { return one.code == code && one.message == message; };
  if (std::ranges::none_of(incoming_.remarks, same)) incoming_.remarks.push_back(note(code, message));
}

Incoming Collector::take() {
  std::set<Day> days;
  for (std::size_t i = 0; i < incoming_.entries.size(); ++i) days.insert(incoming_.entries.day(i));
  for (const journal::DaySaid& said : incoming_.said) days.insert(said.day);
  incoming_.days = days.size();
  return std::move(incoming_);
}

}  // namespace lytes::exchange

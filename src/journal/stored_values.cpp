#include "stored_values.hpp"

#include <fmt/format.h>

#include <cmath>

#include "lytes/errors.hpp"

namespace lytes::journal {
namespace {

[[noreturn]] void damaged(const std::string& what) {
  throw StorageError(StorageError::Kind::Damaged, "the journal holds " + what, "Run 'lytes doctor'.");
}

}  // namespace

EntryKind kind_in(std::string_view word) {
  const auto kind = kind_named(word);
  if (!kind) damaged(fmt::format("an entry of the unknown kind '{}'", word));
  return *kind;
}

calendar::Day day_in(std::string_view text) {
  const auto day = calendar::parse_iso_day(text);
  if (!day || *day < calendar::earliest_day || *day > calendar::latest_day) {
    damaged(fmt::format("an entry of the impossible day '{}'", text));
  }
  return *day;
}

void require_day_in(calendar::Day day, const calendar::DayRange& asked) {
  if (asked.contains(day)) return;
  damaged(fmt::format("the day {} among those from {} to {}", calendar::iso(day), calendar::iso(asked.from),
                      calendar::iso(asked.to)));
}

calendar::Instant instant_in(std::int64_t seconds) {
  if (seconds < first_instant.time_since_epoch().count() || seconds > last_instant.time_since_epoch().count()) {
    damaged(fmt::format("an entry of the impossible time {}", seconds));
  }
  return calendar::Instant(std::chrono::seconds(seconds));
}

std::chrono::seconds utc_offset_in(std::int64_t seconds) {
  constexpr std::int64_t day = 86'400;
  if (seconds < -day || seconds > day) damaged(fmt::format("an entry whose clock was {} s off UTC", seconds));
  return std::chrono::seconds(seconds);
}

Stream stream_in(std::string_view text) {
  for (const Stream stream : {Stream::Intake, Stream::Spasms}) {
    if (text == word(stream)) return stream;
  }
  damaged(fmt::format("a day status of the unknown stream '{}'", text));
}

DayStatus status_in(std::string_view text) {
  for (const DayStatus status : {DayStatus::Complete, DayStatus::Partial, DayStatus::None}) {
    if (text == word(status)) return status;
  }
  damaged(fmt::format("the unknown day status '{}'", text));
}

int severity_in(std::int64_t severity) {
  if (severity < 0 || severity > 10) damaged(fmt::format("a spasm of severity {}", severity));
  return static_cast<int>(severity);
}

double rating_in(double rating) {
  if (!(rating >= 0 && rating <= 10)) damaged(fmt::format("a stress rating of {}", rating));
  return rating;
}

void throw_impossible_amount(double amount) { damaged(fmt::format("the impossible amount {}", amount)); }

double factor_value_in(double value) {
  if (!(std::abs(value) <= largest_amount)) damaged(fmt::format("a factor of the impossible value {}", value));
  return value;
}

void throw_lost_detail(std::int64_t id) {
  throw StorageError(StorageError::Kind::Damaged, fmt::format("entry {} has lost what it logged", id),
                     "Run 'lytes doctor'.");
}

}  // namespace lytes::journal

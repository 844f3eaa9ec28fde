#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "lytes/exchange/formats.hpp"
#include "lytes/exchange/incoming.hpp"
#include "lytes/language/speaker.hpp"

namespace lytes::exchange {

/// When something of a file was. Where only its day is known, the moment's clock means nothing.
struct When {
  calendar::Moment moment;
  bool timed = false;
};

/// Gathers what a reader finds, and gives every entry its key.
class Collector {
 public:
  Collector(Reading& reading, std::string title) : reading_(reading) { incoming_.title = std::move(title); }

  Reading& reading() { return reading_; }
  const calendar::Reckoning& reckoning() { return reading_.speaker.reckoning(); }

  void count_row() { ++incoming_.rows; }
  void skip(const std::string& place, const std::string& why);

  /// What stands in a file that names the day: the day stays as the file has it, whatever the hour.
  /// @param stands_at where no clock is known, the hour it is kept at
  When on_day(calendar::Day day, std::optional<std::chrono::seconds> clock, int stands_at = 12);
  /// What happened at a date and a time on clocks: after midnight it belongs to the day that has not ended.
  When at_local(calendar::Day date, std::optional<std::chrono::seconds> clock, int stands_at = 12);
  /// The same where the offset from UTC is known.
  When at_instant(calendar::Instant at, std::chrono::seconds utc_offset);

  /// Skips what has not come yet.
  /// @return whether it has
  bool has_come(const When& when, const std::string& place);

  /// @param source "cronometer.servings"
  /// @param identity what the row is about, its figures left out: two that are alike are the first and the second
  void add(std::string_view source, const When& when, std::string_view identity, journal::EntryKind kind,
           journal::What what, const std::string& note = {});
  /// The same for what has an id in its source. What has the id of one before it is skipped.
  void add_with_id(std::string_view source, const When& when, const std::string& id, const std::string& place,
                   journal::EntryKind kind, journal::What what, const std::string& note = {});

  /// A rating, an amount or a mere name, as `log` keeps it: under the factor's own name and in its own unit where it is
  /// a known one. A stress rating becomes one. What a known factor has no scale for is kept in the note.
  void add_factor(std::string_view source, const When& when, std::string_view identity, const std::string& name,
                  std::optional<double> value, const std::string& unit, const std::string& note = {});

  void say(calendar::Day day, journal::Stream stream, journal::DayStatus status);
  /// A remark of each code once.
  void remark(const std::string& code, const std::string& message);
  void leave_column(const std::string& name) { incoming_.columns_not_read.push_back(name); }
  void set_candidates(std::vector<SpasmCandidate> candidates) { incoming_.spasm_candidates = std::move(candidates); }

  Incoming take();

 private:
  void keep(std::string key, const When& when, journal::EntryKind kind, journal::What what, const std::string& note);

  Reading& reading_;
  Incoming incoming_;
  std::unordered_map<std::uint64_t, std::uint32_t> occurrences_;
  std::unordered_set<std::uint64_t> keys_with_id_;
};

/// A hash that is the same for ever (FNV-1a).
std::uint64_t lasting_hash(std::string_view text);

/// "servings.csv:12"
std::string place_at(const InputFile& file, std::size_t line);

}  // namespace lytes::exchange

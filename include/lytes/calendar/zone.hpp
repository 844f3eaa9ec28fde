#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace date {
class time_zone;
}

namespace lytes::calendar {

/// Seconds since 1970 in UTC.
using Instant = std::chrono::sys_seconds;

/// What clocks on the wall show, wherever the wall is.
using LocalTime = std::chrono::local_seconds;

/// A stretch of time in which the UTC offset did not change.
struct OffsetPeriod {
  Instant begin;                ///< far in the past when there is no earlier change
  Instant end;                  ///< first instant after it
  std::chrono::seconds offset;  ///< local time minus UTC
};

/// Which instants a local time stands for.
struct LocalReading {
  enum class Times { Once, Never, Twice };

  Times times;
  OffsetPeriod first;   ///< the only period; before the gap; or that of the earlier instant
  OffsetPeriod second;  ///< same as `first`; after the gap; or that of the later instant
};

/// A time zone of the system's database, loaded when it is first asked something (about a millisecond).
/// UTC needs no database.
class Zone {
 public:
  /// @throws InputError when the database has no such zone
  static Zone named(std::string_view iana_name);

  /// The zone that the user lives in.
  /// @param tz_variable the text of the environment's TZ, if set: a zone's name, with or without a leading colon.
  ///        Empty means UTC. Without it the system's setting counts, and UTC where the system has none.
  /// @throws InputError at first use when TZ names no zone of the database, such as a POSIX rule
  static Zone local(std::optional<std::string> tz_variable = std::nullopt);

  Zone() = default;  ///< UTC

  /// "Europe/Berlin"
  std::string name() const;

  OffsetPeriod period_at(Instant instant) const;
  LocalReading read(LocalTime local) const;

 private:
  explicit Zone(std::optional<std::string> setting) : setting_(std::move(setting)), loaded_(false) {}

  const date::time_zone* zone() const;

  std::optional<std::string> setting_;
  // Null once loaded: UTC. Owned by the database, which lives as long as the program.
  mutable const date::time_zone* zone_ = nullptr;
  mutable bool loaded_ = true;
};

}  // namespace lytes::calendar

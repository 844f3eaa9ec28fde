#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lytes::calendar {

/// Seconds since 1970 in UTC; negative before.
using Instant = std::chrono::sys_seconds;

/// What clocks on the wall show, wherever the wall is.
using LocalTime = std::chrono::local_seconds;

/// Local time minus UTC.
using Offset = std::chrono::seconds;

/// A moment at which clocks were put forward or back.
struct ClockChange {
  Instant at;  ///< the first instant of the new offset
  Offset before;
  Offset after;
};

/// Which instants a local time stands for.
struct LocalReading {
  enum class Times { Once, Never, Twice };

  Times times = Times::Once;
  Offset first{};          ///< the only offset; that before the gap; or that of the earlier instant
  Offset second{};         ///< same as `first`; that after the gap; or that of the later instant
  Instant gap_ended_at{};  ///< when clocks jumped over it; meaningless unless Never
};

/// A time zone of the system's database. Its one file is read when the zone is first asked something; UTC needs none.
/// For one thread: the C library, which reads the file, knows one zone at a time.
class Zone {
 public:
  /// @throws InputError when the database has no such zone
  static Zone named(std::string_view iana_name);

  /// The zone that the user lives in.
  /// @param tz_variable the text of the environment's TZ, if set: a zone's name, with or without a leading colon.
  ///        Empty means UTC. Without it the system's setting counts, and UTC where the system has none.
  /// @throws InputError at first use when TZ names no zone of the database, such as a POSIX rule
  static Zone local(std::optional<std::string> tz_variable = std::nullopt);

  Zone() : name_("UTC") {}

  /// "Europe/Berlin"
  const std::string& name() const;

  Offset offset_at(Instant instant) const;

  /// The change of offset between two instants, or empty when they share one.
  std::optional<ClockChange> change_between(Instant from, Instant to) const;

  LocalReading read(LocalTime local) const;

 private:
  explicit Zone(std::optional<std::string> setting) : setting_(std::move(setting)) {}

  std::optional<std::string> setting_;
  mutable std::string name_;  // empty until it is first asked for
};

}  // namespace lytes::calendar

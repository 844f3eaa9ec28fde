#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace lytes::report {

/// A line about the day, shown once a day by the system's own timers.
struct Reminder {
  std::chrono::minutes at{};  ///< since midnight
  bool only_if_open = false;  ///< nothing is said of a day that is closed
  std::filesystem::path program;
  std::filesystem::path journal;  ///< empty: the usual one
};

/// A systemd user service and the timer that starts it.
std::string reminder_service(const Reminder& reminder);
std::string reminder_timer(const Reminder& reminder);

/// The same as a line of a crontab, without its end.
std::string reminder_cron_line(const Reminder& reminder);

}  // namespace lytes::report

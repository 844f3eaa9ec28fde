#include "lytes/report/reminder.hpp"

#include <fmt/format.h>

#include <string_view>

#include "lytes/text/words.hpp"

namespace lytes::report {

namespace {

/// What a shell runs: the line about the day, if there is one, goes to the desktop.
std::string shell_command(const Reminder& reminder) {
  std::string lytes = text::in_quotes(reminder.program.string());
  if (!reminder.journal.empty()) lytes += " --db " + text::in_quotes(reminder.journal.string());
  return fmt::format(
      "said=$({} today --short{}) || exit 1; [ -z \"$said\" ] || exec notify-send --app-name=lytes lytes \"$said\"",
      lytes, reminder.only_if_open ? " --only-if-open" : "");
}

/// Within double quotes, as systemd reads an argument: "%" and "$" are signs of its own.
std::string for_systemd(std::string_view words) {
  std::string quoted = "\"";
  for (const char letter : words) {
    if (letter == '"' || letter == '\\') quoted += '\\';
    if (letter == '%' || letter == '$') quoted += letter;
    quoted += letter;
  }
  return quoted + "\"";
}

int hour(const Reminder& reminder) { return static_cast<int>(reminder.at.count() / 60); }
int minute(const Reminder& reminder) { return static_cast<int>(reminder.at.count() % 60); }

}  // namespace

std::string reminder_service(const Reminder& reminder) {
  return "[Unit]\nDescription=How the day stands, by lytes\nDocumentation=man:lytes-remind(1)\n\n"
         "[Service]\nType=oneshot\nExecStart=/bin/sh -c " +
         for_systemd(shell_command(reminder)) + "\n";
}

std::string reminder_timer(const Reminder& reminder) {
  return fmt::format(
      "[Unit]\nDescription=How the day stands, every day at {0:02}:{1:02}\nDocumentation=man:lytes-remind(1)\n\n"
      "[Timer]\nOnCalendar=*-*-* {0:02}:{1:02}:00\nAccuracySec=1min\n\n[Install]\nWantedBy=timers.target\n",
      hour(reminder), minute(reminder));
}

std::string reminder_cron_line(const Reminder& reminder) {
  std::string command;
  for (const char letter : shell_command(reminder)) {
    if (letter == '%') command += '\\';  // else cron takes it for the end of a line
    command += letter;
  }
  return fmt::format("{} {} * * * export DBUS_SESSION_BUS_ADDRESS=unix:path=/run/user/$(id -u)/bus; {}",
                     minute(reminder), hour(reminder), command);
}

}  // namespace lytes::report

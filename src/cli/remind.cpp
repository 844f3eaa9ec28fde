// remind: how the day stands, shown by the system's own timers
#include <fstream>
#include <span>

#include "commands.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/reminder.hpp"
#include "lytes/report/reminder_text.hpp"
#include "lytes/storage/new_file.hpp"

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* timer_name = "lytes-remind.timer";
constexpr const char* service_name = "lytes-remind.service";

struct Typed {
  std::string when;
  bool only_if_open = false;
  bool cron = false;
};

/// Where the files lie that systemd reads for one user.
struct Units {
  fs::path folder;
  fs::path timer = folder / timer_name;
  fs::path service = folder / service_name;
  fs::path wish = folder / "timers.target.wants" / timer_name;  ///< what makes it start with every login
};

Units units_of(const Session& session) {
  if (session.context().paths.config.empty()) {
    throw StorageError(StorageError::Kind::Failed, "no home folder is known to keep the timer in",
                       "`lytes remind 21:00 --cron` prints a line for a crontab.");
  }
  return {session.context().paths.config / "systemd" / "user"};
}

void require(const std::error_code& error, const fs::path& file, const char* what) {
  if (error) throw StorageError(StorageError::Kind::Failed, file.string() + what + ": " + error.message());
}

/// Whole or not at all: systemd may read it at any time.
void write(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  require(error, file.parent_path(), " cannot be made");
  storage::write_over(file, std::as_bytes(std::span(text)));
}

/// Whether systemd has taken it over at once; else it does at the next login.
bool tell_systemd(const Session& session, const std::vector<std::string>& words) {
  const auto& run = session.context().run_silently;
  std::vector<std::string> command = {"systemctl", "--user"};
  command.insert(command.end(), words.begin(), words.end());
  return run && run({"systemctl", "--user", "daemon-reload"}) == 0 && run(command) == 0;
}

void tell(Session& session, const report::ReminderView& view) {
  session.answer(report::reminder_json, report::reminder_text, view);
}

/// "21:00" of the timer that stands there; empty where none does.
std::string time_in(const fs::path& timer) {
  constexpr std::string_view mark = "OnCalendar=*-*-* ";
  std::ifstream in(timer);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(mark)) return line.substr(mark.size(), 5);
  }
  return {};
}

void remove(Session& session) {
  const Units units = units_of(session);
  std::error_code error;
  const bool was_there = fs::exists(units.timer, error);
  tell_systemd(session, {"stop", timer_name});
  for (const auto& file : {units.wish, units.timer, units.service}) {
    fs::remove(file, error);
    require(error, file, " cannot be removed");
  }
  tell_systemd(session, {"list-timers"});
  tell(session, {was_there ? report::ReminderView::What::Removed : report::ReminderView::What::None, {}, {}, true});
}

void show(Session& session) {
  const Units units = units_of(session);
  const std::string at = time_in(units.timer);
  using What = report::ReminderView::What;
  tell(session, {at.empty() ? What::None : What::Shown, at, units.timer, true});
}

void remind(Session& session, const Typed& typed) {
  const auto at = calendar::parse_clock(typed.when);
  const auto& paths = session.context().paths;
  const bool elsewhere = !session.options.journal.empty() || !paths.journal_folder_is_ours;
  const report::Reminder reminder{at, typed.only_if_open, paths.program,
                                  elsewhere ? fs::absolute(session.journal_path()) : fs::path()};
  if (typed.cron) {
    const std::string line = report::reminder_cron_line(reminder);
    return session.options.json ? session.say(report::cron_json(line)) : session.say_as_it_is(line + "\n");
  }
  const Units units = units_of(session);
  write(units.service, report::reminder_service(reminder));
  write(units.timer, report::reminder_timer(reminder));
  std::error_code error;
  fs::create_directories(units.wish.parent_path(), error);
  fs::remove(units.wish, error);
  fs::create_symlink(fs::path("..") / timer_name, units.wish, error);
  require(error, units.wish, " cannot be made");
  const bool runs = tell_systemd(session, {"restart", timer_name});
  tell(session, {report::ReminderView::What::Written, time_in(units.timer), units.timer, runs});
}

void run(Session& session, const Typed& typed) {
  if (typed.when.empty()) return show(session);
  if (typed.when == "off") return remove(session);
  remind(session, typed);
}

}  // namespace

void declare_remind(Command& program) {
  auto& command = program.add("remind", "How the day stands, shown once a day: lytes remind 21:00 --only-if-open");
  auto& typed = command.runs(run);
  command.option("[when]", typed.when, "A time such as 21:00, or off; what is set if left out");
  command.option("--only-if-open", typed.only_if_open, "Say nothing when the day is closed");
  command.option("--cron", typed.cron, "Print a line for a crontab instead");
}

}  // namespace lytes::cli

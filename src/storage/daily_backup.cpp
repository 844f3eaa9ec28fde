#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/errors.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/journal_file.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using std::chrono::sys_days;

constexpr std::size_t days_kept = 7;
constexpr std::size_t weeks_kept = 4;

fs::path folder_of(const fs::path& journal) { return journal.parent_path() / "backups"; }

std::string iso(sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string daily_prefix(const fs::path& journal) { return journal.stem().string() + ".daily-"; }

std::string daily_name(const fs::path& journal, sys_days day) {
  return daily_prefix(journal) + iso(day) + journal.extension().string();
}

std::optional<unsigned> number_of(std::string_view digits) {
  unsigned number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [read_to, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && read_to == end ? std::optional(number) : std::nullopt;
}

/// The date that `text` begins with.
std::optional<sys_days> leading_day(const std::string& text) {
  constexpr std::size_t length = std::string_view("2026-07-01").size();
  if (text.size() < length) return std::nullopt;
  const auto year = number_of(std::string_view(text).substr(0, 4));
  const auto month = number_of(std::string_view(text).substr(5, 2));
  const auto day = number_of(std::string_view(text).substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  return date.ok() && text.starts_with(iso(date)) ? std::optional(sys_days(date)) : std::nullopt;
}

/// The exact inverse of daily_name, so that no file is removed that this program did not name.
std::optional<sys_days> day_of(const fs::path& journal, const std::string& name) {
  const std::string prefix = daily_prefix(journal);
  if (!name.starts_with(prefix)) return std::nullopt;
  const auto day = leading_day(name.substr(prefix.size()));
  return day && daily_name(journal, *day) == name ? day : std::nullopt;
}

sys_days monday_of(sys_days day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

/// The daily backups up to `today`, newest first.
std::vector<sys_days> daily_backups(const fs::path& journal, sys_days today) {
  std::vector<sys_days> days;
  for (const auto& file : fs::directory_iterator(folder_of(journal))) {
    const auto day = day_of(journal, file.path().filename().string());
    if (day && *day <= today && fs::is_regular_file(file.symlink_status())) days.push_back(*day);
  }
  std::sort(days.rbegin(), days.rend());
  return days;
}

void remove_old(const fs::path& journal, sys_days today) {
  const std::vector<sys_days> days = daily_backups(journal, today);
  std::vector<sys_days> weeks;
  for (std::size_t i = days_kept; i < days.size(); ++i) {
    const sys_days week = monday_of(days[i]);
    const bool first_of_week = weeks.empty() || weeks.back() != week;
    if (first_of_week && weeks.size() < weeks_kept) {
      weeks.push_back(week);
    } else {
      fs::remove(folder_of(journal) / daily_name(journal, days[i]));
    }
  }
}

fs::path begun_file(const fs::path& journal) {
  return folder_of(journal) / fmt::format(".{}.daily.begun", journal.stem().string());
}

/// What a process holds while it makes a backup behind the user's back.
class Begun {
 public:
  Begun(const fs::path& journal, int how)
      : descriptor_(::open(begun_file(journal).c_str(), how | O_RDWR | O_NOFOLLOW | O_CLOEXEC, 0600)) {}
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;
  ~Begun() {
    if (is_there()) ::close(descriptor_);
  }

  bool is_there() const { return descriptor_ >= 0; }
  /// Otherwise this program holds it from now on.
  bool is_held_by_another() const { return ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; }
  void wait() const {
    while (is_there() && ::flock(descriptor_, LOCK_SH) != 0 && errno == EINTR) {
    }
  }

 private:
  int descriptor_;
};

bool is_made(const fs::path& journal, sys_days day) {
  struct stat found {};
  return ::lstat((folder_of(journal) / daily_name(journal, day)).c_str(), &found) == 0;
}

bool takes_long(const fs::path& journal) {
  constexpr off_t bytes = 8'000'000;  // a tenth of a second on a slow machine
  struct stat found {};
  return ::stat(journal.c_str(), &found) == 0 && found.st_size >= bytes;
}

}  // namespace

fs::path make_backup_folder(const fs::path& journal) {
  fs::path folder = folder_of(journal);
  if (::mkdir(folder.c_str(), 0700) == 0) return folder;
  if (errno != EEXIST) throw_system_error(fmt::format("cannot make the folder {}", folder.string()), errno);
  struct stat found {};
  if (::lstat(folder.c_str(), &found) != 0) {
    throw_system_error(fmt::format("cannot use the folder {}", folder.string()), errno);
  }
  if (!S_ISDIR(found.st_mode) || found.st_uid != ::geteuid()) {
    throw StorageError(StorageError::Kind::Failed,
                       fmt::format("{} is not a folder of yours, and backups go nowhere else", folder.string()),
                       "Rename it, or name a file: lytes backup FILE.");
  }
  return folder;
}

fs::path backup_name(const fs::path& journal, std::chrono::local_seconds now) {
  const auto day = std::chrono::floor<std::chrono::days>(now);
  const std::chrono::hh_mm_ss time(now - day);
  return folder_of(journal) / fmt::format("{}.{}T{:02}{:02}{:02}{}", journal.stem().string(),
                                          iso(sys_days(day.time_since_epoch())), time.hours().count(),
                                          time.minutes().count(), time.seconds().count(), journal.extension().string());
}

bool leave_daily_backup(JournalFile& journal, sys_days today,
                        const std::function<bool(const std::function<void()>&)>& do_behind) {
  const fs::path& file = journal.path();
  if (is_made(file, today)) return true;
  if (!do_behind || !takes_long(file) || !journal.is_in_place()) return false;
  {
    const Begun begun(file, 0);
    if (begun.is_there()) return begun.is_held_by_another();
  }
  try {
    make_backup_folder(file);
  } catch (const StorageError&) {
    return false;  // who makes it at once can tell why
  }
  if (!Begun(file, O_CREAT).is_there()) return false;
  journal.rest();  // no two processes may share a connection
  const bool left = do_behind([&] {
    const Begun held(file, 0);
    if (held.is_there() && !held.is_held_by_another()) back_up_daily(journal, today);
  });
  if (!left) ::unlink(begun_file(file).c_str());
  return left;
}

void wait_for_daily_backup(const fs::path& journal) { Begun(journal, 0).wait(); }

std::optional<std::string> back_up_daily(JournalFile& journal, sys_days today) {
  if (is_made(journal.path(), today)) return std::nullopt;
  const fs::path copy = folder_of(journal.path()) / daily_name(journal.path(), today);
  try {
    make_backup_folder(journal.path());
    back_up(journal, copy);
    ::unlink(begun_file(journal.path()).c_str());
    remove_old(journal.path(), today);
  } catch (const StorageError& error) {
    // Another program may have been quicker.
    if (is_made(journal.path(), today)) return std::nullopt;
    if (error.kind == StorageError::Kind::Damaged) {
      return fmt::format("{}: no backup was made, so that the older ones stay. {}", error.what(), error.what_to_do);
    }
    return fmt::format("the daily backup could not be made: {}. {}", error.what(), error.what_to_do);
  } catch (const fs::filesystem_error& error) {
    return fmt::format("old backups could not be removed: {}.", error.code().message());
  }
  return std::nullopt;
}

std::optional<LastBackup> last_backup(const fs::path& journal) {
  std::optional<LastBackup> last;
  std::error_code error;
  const std::string daily = daily_prefix(journal);
  const std::string named = journal.stem().string() + ".";
  for (const auto& file : fs::directory_iterator(folder_of(fs::absolute(journal)), error)) {
    const std::string name = file.path().filename().string();
    const std::string& prefix = name.starts_with(daily) ? daily : named;
    const auto day = name.starts_with(prefix) ? leading_day(name.substr(prefix.size())) : std::nullopt;
    if (!day || !fs::is_regular_file(file.symlink_status())) continue;
    const std::size_t count = last ? last->count + 1 : 1;
    if (!last || *day >= last->day) last = LastBackup{file.path(), *day, count};
    last->count = count;
  }
  return last;
}

}  // namespace lytes::storage

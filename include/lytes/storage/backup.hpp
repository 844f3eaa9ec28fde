#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace lytes::storage {

class JournalFile;

/// Copies the journal as it stands at one moment, while others may go on writing.
///
/// The copy is checked (pages, guards, rows, schema) and only then written, read back, brought to disk and named, so
/// that a backup is whole and sound or not there.
/// @throws StorageError Damaged: the journal is not sound; Failed: there is a file of that name already, no such
///   folder, disk full
void back_up(JournalFile& journal, const std::filesystem::path& copy);

/// The folder "backups" beside the journal; made, with mode 0700, when it is not there.
/// @throws StorageError Failed: also when there is a link or something else of that name
std::filesystem::path make_backup_folder(const std::filesystem::path& journal);

/// Where a backup goes that was given no name: "backups/journal.2026-11-22T101500.db". The time is the local one.
std::filesystem::path backup_name(const std::filesystem::path& journal, std::chrono::local_seconds now);

/// Makes the backup of this day, "backups/journal.daily-2026-11-22.db", unless it is there: then this costs one look
/// at the file system. Of the older daily ones the
/// newest seven stay, and the newest of each of the four weeks before; the rest is removed. Days after `today` are
/// never touched: a clock may have been set back.
///
/// A journal that is not sound is not backed up, so that it never displaces a sound copy.
/// @return what is to be told to the user; nothing when all is well
std::optional<std::string> back_up_daily(JournalFile& journal, std::chrono::sys_days today);

/// Has the backup of this day made by a process of its own, where it is not there and takes longer than anybody wants
/// to wait for a prompt.
///
/// That process can tell nobody. So a file stands beside the backups, which it holds by a lock while it lives, and
/// which goes when the backup is there: where the file is left and nobody holds it, false is returned, so that the
/// backup is made at once and what is in the way is told.
/// @param do_behind has work done by another process; false where nothing was begun
/// @return whether there is nothing left to do; otherwise `back_up_daily` is to be called
bool leave_daily_backup(JournalFile& journal, std::chrono::sys_days today,
                        const std::function<bool(const std::function<void()>&)>& do_behind);

/// Waits until no other program makes a backup of the day.
void wait_for_daily_backup(const std::filesystem::path& journal);

/// The newest in the folder of backups, by the days in their names.
struct LastBackup {
  std::filesystem::path file;
  std::chrono::sys_days day;
  std::size_t count;  ///< how many there are
};
std::optional<LastBackup> last_backup(const std::filesystem::path& journal);

}  // namespace lytes::storage

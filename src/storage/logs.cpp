#include "logs.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <array>
#include <cstring>
#include <fstream>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "database_header.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

fs::path log_of(const fs::path& journal, std::string_view ending) { return journal.string() + std::string(ending); }

bool is_there(const fs::path& file) {
  struct stat found {};
  return ::lstat(file.c_str(), &found) == 0;
}

/// @return its new name; nothing when it is gone by now
std::optional<fs::path> set_aside(const fs::path& log) {
  for (int attempt = 1;; ++attempt) {
    fs::path name = fmt::format("{}.set-aside{}", log.string(), attempt == 1 ? "" : fmt::format("-{}", attempt));
    if (is_there(name)) continue;
    std::error_code error;
    fs::rename(log, name, error);
    if (error == std::errc::no_such_file_or_directory) return std::nullopt;
    if (error) {
      throw_system_error(fmt::format("{} belongs to another journal and cannot be put aside", log.string()),
                         error.value());
    }
    return name;
  }
}

void set_aside(const fs::path& log, std::vector<fs::path>& names) {
  if (!is_there(log)) return;
  std::error_code ignored;
  if (fs::is_regular_file(fs::symlink_status(log, ignored)) && fs::file_size(log, ignored) == 0) {
    fs::remove(log, ignored);  // nothing stands in it
    return;
  }
  if (auto name = set_aside(log)) names.push_back(std::move(*name));
}

/// The lock under which nobody begins to write, nor plays a journal back, through SQLite's own file.
class WriteLock {
 public:
  explicit WriteLock(sqlite3* connection) {
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file_);
    if (file_ == nullptr || file_->pMethods == nullptr) return;
    held_ = file_->pMethods->xLock(file_, SQLITE_LOCK_SHARED) == SQLITE_OK &&
            file_->pMethods->xLock(file_, SQLITE_LOCK_RESERVED) == SQLITE_OK;
  }
  WriteLock(const WriteLock&) = delete;
  WriteLock& operator=(const WriteLock&) = delete;
  ~WriteLock() {
    if (file_ != nullptr && file_->pMethods != nullptr) file_->pMethods->xUnlock(file_, SQLITE_LOCK_NONE);
  }

  /// False while another program writes, or where the file can only be read.
  bool held() const { return held_; }

 private:
  sqlite3_file* file_ = nullptr;
  bool held_ = false;
};

/// What a rollback journal says of the database that it was written for.
struct JournalOrigin {
  std::uint32_t page_size = 0;
  std::optional<std::uint32_t> change_counter;  ///< before the transaction; nothing when page 1 is not in it
};

/// Goes through the pages that a rollback journal holds, as they were before its transaction.
/// @param visit gets the number of each page and its bytes, and says whether to go on
/// @return nothing for a journal that SQLite would not play back: no header, or none that was brought to disk
std::optional<JournalOrigin> read_origin(const fs::path& rollback_journal,
                                         const std::function<bool(std::uint32_t, const std::string&)>& visit) {
  constexpr std::array<unsigned char, 8> magic = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
  std::ifstream file(rollback_journal, std::ios::binary);
  std::array<unsigned char, 28> head{};
  if (!file.read(reinterpret_cast<char*>(head.data()), head.size())) return std::nullopt;
  if (std::memcmp(head.data(), magic.data(), magic.size()) != 0) return std::nullopt;
  const std::uint32_t records = big_endian(&head[8]);
  const std::uint32_t sector = big_endian(&head[20]);
  JournalOrigin origin{big_endian(&head[24]), std::nullopt};
  if (records == 0 || origin.page_size < 512 || origin.page_size > 65536) return std::nullopt;
  std::string page(origin.page_size, '\0');
  for (std::uint32_t record = 0; record < records; ++record) {
    file.seekg(std::streamoff{sector} + record * (std::streamoff{origin.page_size} + 8));
    std::array<unsigned char, 4> number{};
    if (!file.read(reinterpret_cast<char*>(number.data()), number.size())) break;
    if (!file.read(page.data(), static_cast<std::streamsize>(page.size()))) break;
    if (big_endian(number.data()) == 1) {
      constexpr std::size_t counter = 24;
      origin.change_counter = big_endian(reinterpret_cast<const unsigned char*>(page.data()) + counter);
    }
    if (!visit(big_endian(number.data()), page)) break;
  }
  return origin;
}

/// Whether each page that the journal holds stands in the file just so.
bool is_as_before(const fs::path& rollback_journal, const PageReader& read_page) {
  bool same = true;
  read_origin(rollback_journal, [&](std::uint32_t number, const std::string& page) {
    same = read_page(number, page.size()) == page;
    return same;
  });
  return same;
}

/// Pages of the file of an open connection, read as it reads them.
PageReader pages_of(sqlite3* connection) {
  return [connection](std::uint32_t number, std::size_t size) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    std::string page(size, '\0');
    if (file == nullptr || file->pMethods == nullptr) return page;
    const auto at = static_cast<sqlite3_int64>(number - 1) * static_cast<sqlite3_int64>(size);
    file->pMethods->xRead(file, page.data(), static_cast<int>(size), at);  // zeros beyond the end
    return page;
  };
}

bool was_written_after(const fs::path& file, const fs::path& other) {
  struct stat one {};
  struct stat two {};
  if (::stat(file.c_str(), &one) != 0 || ::stat(other.c_str(), &two) != 0) return true;
  return std::pair(one.st_mtim.tv_sec, one.st_mtim.tv_nsec) > std::pair(two.st_mtim.tv_sec, two.st_mtim.tv_nsec);
}

bool is_regular(const fs::path& file) {
  std::error_code ignored;
  return fs::is_regular_file(fs::symlink_status(file, ignored));
}

}  // namespace

bool belongs_to(const fs::path& rollback_journal, const fs::path& database, const DatabaseHeader& header,
                const PageReader& read_page) {
  const auto origin = read_origin(rollback_journal, [](std::uint32_t, const std::string&) { return true; });
  if (!origin) return true;  // SQLite does not play it back
  if (origin->page_size != header.page_size) return false;
  if (!origin->change_counter) return true;  // nothing speaks against it
  if (header.change_counter == *origin->change_counter + 1) return true;
  if (header.change_counter != *origin->change_counter) return false;
  // lytes writes the first page first, so while it is as before all of them are. Another program may have written
  // others by then, but only after the journal.
  return is_as_before(rollback_journal, read_page) || was_written_after(database, rollback_journal);
}

std::vector<fs::path> set_aside_logs(const fs::path& journal) {
  std::vector<fs::path> names;
  for (const char* ending : log_endings) set_aside(log_of(journal, ending), names);
  return names;
}

std::vector<fs::path> set_aside_foreign_logs(sqlite3* connection, const fs::path& journal,
                                             const DatabaseHeader& header) {
  const fs::path rollback_journal = log_of(journal, "-journal");
  const bool foreign_wal =
      !header.write_ahead_log && (is_there(log_of(journal, "-wal")) || is_there(log_of(journal, "-shm")));
  if (!foreign_wal && !is_there(rollback_journal)) return {};
  if (is_there(rollback_journal) && !is_regular(rollback_journal)) {
    std::vector<fs::path> names;
    set_aside(rollback_journal, names);
    return names;
  }
  const WriteLock lock(connection);
  if (!lock.held()) return {};
  // Once more under the lock: a program that was writing a moment ago has changed the header since.
  const auto now = read_header(connection);
  if (!now) return {};
  std::vector<fs::path> names;
  if (!now->write_ahead_log) {
    for (const char* ending : {"-wal", "-shm"}) set_aside(log_of(journal, ending), names);
  }
  if (is_there(rollback_journal) && !belongs_to(rollback_journal, journal, *now, pages_of(connection))) {
    set_aside(rollback_journal, names);
  }
  return names;
}

std::string set_aside_in_words(const fs::path& journal, const std::vector<fs::path>& names) {
  std::string list;
  for (const fs::path& name : names) list += (list.empty() ? "" : ", ") + name.string();
  if (names.size() == 1) {
    return fmt::format("a log that was not written for {} lay beside it; it was not read, and is kept as {}",
                       journal.string(), list);
  }
  return fmt::format("logs that were not written for {} lay beside it; they were not read, and are kept as {}",
                     journal.string(), list);
}

}  // namespace lytes::storage

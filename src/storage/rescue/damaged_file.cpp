#include "damaged_file.hpp"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "damage.hpp"
#include "database_header.hpp"
#include "hidden_name.hpp"
#include "logs.hpp"
#include "lytes/errors.hpp"
#include "mending.hpp"
#include "opening.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

constexpr const char* logs[] = {"-wal", "-journal"};

/// A file of the system's that is closed again.
class Descriptor {
 public:
  explicit Descriptor(const fs::path& file) : number_(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
    if (number_ < 0) throw_system_error(fmt::format("cannot read {}", file.string()), errno);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { ::close(number_); }
  int number() const { return number_; }

 private:
  int number_;
};

/// What a failing disk does not give back any more stays zero.
Image read_what_can_be_read(const fs::path& file) {
  constexpr std::size_t at_once = std::size_t{1} << 20U;
  constexpr std::size_t one_block = 4096;
  const Descriptor descriptor(file);
  struct stat found {};
  if (::fstat(descriptor.number(), &found) != 0)
    throw_system_error(fmt::format("cannot read {}", file.string()), errno);
  constexpr off_t largest = off_t{4} << 30U;
  if (found.st_size > largest) {
    throw StorageError(StorageError::Kind::Failed,
                       fmt::format("{} is larger than a journal that can be rescued (4 GB)", file.string()), "");
  }
  Image bytes(static_cast<std::size_t>(found.st_size));
  std::size_t step = at_once;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t wanted = std::min(step, bytes.size() - at);
    const ssize_t got = ::pread(descriptor.number(), &bytes[at], wanted, static_cast<off_t>(at));
    if (got == 0) break;  // somebody made it shorter
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 && step > one_block) {
      step = one_block;
      continue;
    }
    at += got > 0 ? static_cast<std::size_t>(got) : wanted;
  }
  return bytes;
}

/// Files under a hidden name beside another, mode 0600, for as long as SQLite needs them.
class HiddenCopy {
 public:
  HiddenCopy(const fs::path& beside, const Image& bytes) {
    // Named and held as files in the making are, so that one left by a kill is found and removed as they are.
    std::string name =
        (beside.parent_path() / fmt::format(".{}{}XXXXXX", beside.filename().string(), mark_of_new)).string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor_ < 0) throw_system_error(fmt::format("cannot make a copy beside {}", beside.string()), errno);
    path_ = name;
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
    std::ofstream stream(path_, std::ios::binary);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
      const int reason = errno;
      remove();
      throw_system_error(fmt::format("cannot make a copy beside {}", beside.string()), reason);
    }
  }
  HiddenCopy(const HiddenCopy&) = delete;
  HiddenCopy& operator=(const HiddenCopy&) = delete;
  ~HiddenCopy() {
    remove();
    ::close(descriptor_);
  }

  const fs::path& path() const { return path_; }

  void add(const fs::path& log, const char* suffix) const {
    const fs::path copy = path_.string() + suffix;
    fs::copy_file(log, copy);
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write);
  }

 private:
  void remove() const {
    std::error_code ignored;
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) fs::remove(path_.string() + suffix, ignored);
  }

  fs::path path_;
  int descriptor_ = -1;
};

bool waits(const fs::path& log) {
  std::error_code ignored;
  return fs::is_regular_file(fs::symlink_status(log, ignored)) && fs::file_size(log, ignored) > 0;
}

/// Whether a log waits that can have been written for these bytes. Where they have lost their header nothing speaks
/// against one.
bool may_have_log(const Image& bytes, const fs::path& file) {
  std::optional<DatabaseHeader> header;
  if (bytes.size() >= header_size) {
    header = header_in(
        std::span<const unsigned char, header_size>(reinterpret_cast<const unsigned char*>(bytes.data()), header_size));
  }
  const PageReader read_page = [&](std::uint32_t number, std::size_t size) {
    std::string page(size, '\0');
    const std::size_t at = (std::size_t{number} - 1) * size;
    if (at < bytes.size()) std::memcpy(page.data(), &bytes[at], std::min(size, bytes.size() - at));
    return page;
  };
  for (const char* suffix : logs) {
    const fs::path log = file.string() + suffix;
    if (!waits(log)) continue;
    if (!header) return true;
    if (std::string_view(suffix) == "-wal" ? header->write_ahead_log : belongs_to(log, file, *header, read_page))
      return true;
  }
  return false;
}

/// @return nothing when SQLite finds the file and its log too damaged
std::optional<Image> with_logs(const PagedBytes& mended, const fs::path& journal, const fs::path& target) {
  const HiddenCopy copy(target, mended.bytes);
  for (const char* suffix : logs) {
    if (waits(journal.string() + suffix)) copy.add(journal.string() + suffix, suffix);
  }
  try {
    SQLite::Database database(copy.path().string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX);
    configure(database);
    return image_of(database);
  } catch (const SQLite::Exception& error) {
    if (!stops_reading(error) || (error.getErrorCode() & 0xFF) == SQLITE_FULL) throw;
    return std::nullopt;
  }
}

}  // namespace

PagedBytes read_damaged(const fs::path& journal, const fs::path& target) {
  Image bytes = read_what_can_be_read(journal);
  const bool logged = may_have_log(bytes, journal);
  PagedBytes mended = mend_header(std::move(bytes));
  if (!logged) return mended;
  auto folded = with_logs(mended, journal, target);
  return folded ? mend_header(*std::move(folded)) : std::move(mended);
}

}  // namespace lytes::storage

#include "lytes/storage/new_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hidden_name.hpp"
#include "lytes/errors.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t chance_letters = 6;  // as mkostemp puts in place of XXXXXX

fs::path folder_of(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

/// So that the name, too, is there after a power cut.
/// @throws StorageError that says the file is there: `saved`
void bring_folder_to_disk(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  // A file system that cannot do this for a folder is not asked for more than it has.
  if (!done && reason != EINVAL && reason != ENOTSUP && reason != ENOSYS && reason != EBADF && reason != EACCES) {
    StorageError error(
        StorageError::Kind::Failed,
        fmt::format("the folder {} cannot be brought to disk ({}), and a power cut may take away what was "
                    "just written there",
                    folder.string(), std::strerror(reason)),
        "See whether the disk is failing, and copy the journal to another one.");
    error.saved = Saved::Yes;
    throw error;
  }
}

/// @return 0 or an errno; EEXIST when there is something of that name
int rename_unless_there(const fs::path& from, const fs::path& to) {
#ifdef RENAME_NOREPLACE
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
  // Some file systems know only the older way, some not even that one; then a name that is taken is looked for first.
  if (::link(from.c_str(), to.c_str()) == 0) return ::unlink(from.c_str()) == 0 ? 0 : errno;
  if (errno != EPERM && errno != ENOSYS && errno != EOPNOTSUPP) return errno;
  struct stat found {};
  if (::lstat(to.c_str(), &found) == 0) return EEXIST;
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

bool is_hidden_name(std::string_view name) {
  const std::size_t mark = name.rfind(mark_of_new);
  return name.starts_with('.') && mark != std::string_view::npos && mark > 1 &&
         name.size() == mark + mark_of_new.size() + chance_letters;
}

/// Whether it is an ordinary file of this user that nobody holds.
bool is_abandoned(int folder, const std::string& name) {
  const int descriptor = ::openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct stat found {};
  const bool abandoned = ::fstat(descriptor, &found) == 0 && S_ISREG(found.st_mode) && found.st_uid == ::geteuid() &&
                         ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
  ::close(descriptor);
  return abandoned;
}

void fill(NewFile& file, const fs::path& final_name, std::span<const std::byte> bytes) {
  file.write(bytes);
  if (file.holds(bytes)) return;
  throw StorageError(StorageError::Kind::Failed,
                     fmt::format("{} does not hold what was written to it", final_name.string()),
                     "The disk may be failing: write to another one.");
}

}  // namespace

NewFile::NewFile(const fs::path& final_name, While in_the_making) : final_name_(final_name) {
#ifdef O_TMPFILE
  if (in_the_making == While::Nameless)
    descriptor_ = ::open(folder_of(final_name_).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
  if (descriptor_ < 0) make_named();
  // So that whoever looks for abandoned files leaves this one alone. Not every file system has such locks.
  ::flock(descriptor_, LOCK_EX | LOCK_NB);
}

NewFile::~NewFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  remove_name();
}

void NewFile::make_named() {
  std::string name =
      (folder_of(final_name_) / fmt::format(".{}{}XXXXXX", final_name_.filename().string(), mark_of_new)).string();
  descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);  // mode 0600
  if (descriptor_ < 0) throw_write_error(final_name_, errno);
  name_ = name;
}

void NewFile::remove_name() noexcept {
  if (!name_.empty()) ::unlink(name_.c_str());
  name_.clear();
}

void NewFile::write(std::span<const std::byte> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_write_error(final_name_, errno);
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
}

bool NewFile::holds(std::span<const std::byte> bytes) const {
  std::array<std::byte, 1U << 16U> block{};
  off_t at = 0;
  while (true) {
    const ssize_t read = ::pread(descriptor_, block.data(), block.size(), at);
    if (read < 0 && errno == EINTR) continue;
    if (read <= 0) return read == 0 && bytes.empty();
    const auto size = static_cast<std::size_t>(read);
    if (size > bytes.size() || std::memcmp(block.data(), bytes.data(), size) != 0) return false;
    bytes = bytes.subspan(size);
    at += read;
  }
}

void NewFile::to_disk() {
  if (::fsync(descriptor_) != 0) throw_write_error(final_name_, errno);
}

/// A file without a name is reached through /proc, which may be missing, and not every file system can name it later.
bool NewFile::link_to(const fs::path& name) {
  const std::string handle = fmt::format("/proc/self/fd/{}", descriptor_);
  return ::linkat(AT_FDCWD, handle.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0;
}

void NewFile::copy_to_named() {
  const int unnamed = std::exchange(descriptor_, -1);
  try {
    make_named();
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
    std::vector<std::byte> block(std::size_t{1} << 16U);
    off_t at = 0;
    ssize_t read = 0;
    while ((read = ::pread(unnamed, block.data(), block.size(), at)) != 0) {
      if (read < 0 && errno == EINTR) continue;
      if (read < 0) break;
      write(std::span(block).first(static_cast<std::size_t>(read)));
      at += read;
    }
    if (read < 0) throw_write_error(final_name_, errno);
    to_disk();
  } catch (...) {
    ::close(unnamed);
    throw;
  }
  ::close(unnamed);
}

bool NewFile::publish() {
  to_disk();
  if (name_.empty()) {
    if (link_to(final_name_)) {
      bring_folder_to_disk(folder_of(final_name_));
      return true;
    }
    if (errno == EEXIST) return false;
    if (errno == ENOSPC || errno == EDQUOT || errno == EIO || errno == EROFS) throw_write_error(final_name_, errno);
    copy_to_named();
  }
  const int reason = rename_unless_there(name_, final_name_);
  if (reason == EEXIST) return false;
  if (reason != 0) throw_write_error(final_name_, reason);
  name_.clear();
  bring_folder_to_disk(folder_of(final_name_));
  return true;
}

void NewFile::publish_over() {
  to_disk();
  if (name_.empty()) {
    // What has no name cannot take another's place: for one moment it has a hidden one.
    for (int attempt = 0; name_.empty() && attempt < 10; ++attempt) {
      fs::path name = folder_of(final_name_) / fmt::format(".{}{}{:06}", final_name_.filename().string(), mark_of_new,
                                                           (::getpid() + attempt * 7919) % 1'000'000);
      if (link_to(name)) {
        name_ = std::move(name);
      } else if (errno != EEXIST) {
        break;
      }
    }
    if (name_.empty()) copy_to_named();
  }
  // Renaming takes the place of a name and never follows it, should it have become a link meanwhile.
  if (std::rename(name_.c_str(), final_name_.c_str()) != 0) throw_write_error(final_name_, errno);
  name_.clear();
  bring_folder_to_disk(folder_of(final_name_));
}

bool write_new(const fs::path& final_name, std::span<const std::byte> bytes) {
  NewFile file(final_name);
  fill(file, final_name, bytes);
  return file.publish();
}

void write_over(const fs::path& final_name, std::span<const std::byte> bytes) {
  NewFile file(final_name);
  fill(file, final_name, bytes);
  file.publish_over();
}

void remove_abandoned(const fs::path& folder) {
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(::opendir(folder.c_str()), ::closedir);
  if (!listing) return;
  std::vector<std::string> names;
  while (const dirent* const entry = ::readdir(listing.get())) {
    if (is_hidden_name(entry->d_name)) names.emplace_back(entry->d_name);
  }
  const int descriptor = ::dirfd(listing.get());
  for (const std::string& name : names) {
    if (!is_abandoned(descriptor, name)) continue;
    ::unlinkat(descriptor, name.c_str(), 0);
    for (const char* log : {"-journal", "-wal", "-shm"}) ::unlinkat(descriptor, (name + log).c_str(), 0);
  }
}

}  // namespace lytes::storage

#include "lytes/storage/temporary_folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "lytes/errors.hpp"

namespace lytes::storage {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) {
  throw StorageError(StorageError::Kind::Failed, what, std::strerror(errno));
}

/// All of this user's lie in one folder, so that looking for abandoned ones costs nothing where there are none.
fs::path common_folder(const fs::path& temporary) { return temporary / fmt::format("lytes-temporary-{}", ::geteuid()); }

bool is_own_folder(const fs::path& folder) {
  struct stat found {};
  return ::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() &&
         (found.st_mode & 0077U) == 0;
}

/// Held while a folder is made or abandoned ones are removed, so that neither meets the other half-way.
class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder)
      : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }

 private:
  int descriptor_;
};

constexpr std::string_view name_outside = "lytes-held-";  // where somebody else has the name of the common folder

/// Removes the folders beneath one whose names begin so, this user's that nobody holds.
void remove_unheld(const fs::path& beneath, std::string_view beginning) {
  std::error_code ignored;
  for (const auto& folder : fs::directory_iterator(beneath, ignored)) {
    if (!folder.path().filename().string().starts_with(beginning)) continue;
    const int lock = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (lock < 0) continue;
    struct stat found {};
    const bool own = ::fstat(lock, &found) == 0 && found.st_uid == ::geteuid();
    if (own && ::flock(lock, LOCK_EX | LOCK_NB) == 0) fs::remove_all(folder.path(), ignored);
    ::close(lock);
  }
}

fs::path new_folder(const fs::path& beneath, const char* name) {
  std::string made = (beneath / name).string();
  return ::mkdtemp(made.data()) != nullptr ? fs::path(made) : fs::path();
}

}  // namespace

TemporaryFolder::TemporaryFolder(const fs::path& temporary) {
  const fs::path common = common_folder(temporary);
  // Once more where another program has just taken away the common folder, as it was empty.
  for (int attempt = 0; attempt < 3 && path_.empty(); ++attempt) {
    ::mkdir(common.c_str(), 0700);
    if (!is_own_folder(common)) break;
    const FolderLock lock(common);
    path_ = new_folder(common, "XXXXXX");
    hold();
  }
  std::error_code ignored;
  // Outside the common folder no lock keeps the sweep of another program from a folder that is not held yet.
  for (int attempt = 0; attempt < 3 && !fs::is_directory(path_, ignored); ++attempt) {
    release();
    path_ = new_folder(temporary, fmt::format("{}XXXXXX", name_outside).c_str());
    hold();
  }
  if (path_.empty()) fail("no folder can be made in " + temporary.string());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
  // The common folder goes, too, if this was the last in it.
  if (!path_.filename().string().starts_with(name_outside)) fs::remove(path_.parent_path(), ignored);
  release();
}

void TemporaryFolder::hold() noexcept {
  if (path_.empty() || lock_ >= 0) return;
  lock_ = ::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
}

void TemporaryFolder::release() noexcept {
  if (lock_ >= 0) ::close(lock_);
  lock_ = -1;
}

Draft::Draft(const fs::path& temporary, const std::string& name, const std::string& text)
    : folder_(temporary), file_(folder_.path() / name) {
  std::ofstream out(file_, std::ios::binary);
  out << text;
  out.close();
  if (!out) fail("the text to edit cannot be written to " + file_.string());
}

std::string Draft::text() const {
  std::ifstream in(file_, std::ios::binary);
  if (!in || fs::is_directory(file_)) fail("the edited text cannot be read from " + file_.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void remove_abandoned_folders(const fs::path& temporary) {
  const fs::path common = common_folder(temporary);
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(common, ignored))) return;
  if (!is_own_folder(common)) return remove_unheld(temporary, name_outside);
  const FolderLock one_at_a_time(common);
  remove_unheld(common, "");
  fs::remove(common, ignored);  // stays while there is anything in it
}

}  // namespace lytes::storage

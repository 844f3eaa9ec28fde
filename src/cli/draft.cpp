#include "draft.hpp"

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

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& what) {
  throw StorageError(StorageError::Kind::Failed, what, std::strerror(errno));
}

/// All drafts of this user lie in one folder, so that looking for abandoned ones costs nothing where there are none.
fs::path folder_of_drafts(const fs::path& temporary) { return temporary / fmt::format("lytes-drafts-{}", ::geteuid()); }

bool is_own_folder(const fs::path& folder) {
  struct stat found {};
  return ::lstat(folder.c_str(), &found) == 0 && S_ISDIR(found.st_mode) && found.st_uid == ::geteuid() &&
         (found.st_mode & 0077U) == 0;
}

/// In the common folder, unless somebody else has taken its name.
fs::path new_folder(const fs::path& temporary) {
  const fs::path common = folder_of_drafts(temporary);
  ::mkdir(common.c_str(), 0700);
  std::string name = (is_own_folder(common) ? common / "edit-XXXXXX" : temporary / "lytes-edit-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) fail("no folder can be made in " + temporary.string());
  return name;
}

}  // namespace

Draft::Draft(const fs::path& temporary, const std::string& name, const std::string& text)
    : folder_(new_folder(temporary)), file_(folder_ / name) {
  lock_ = ::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ >= 0) ::flock(lock_, LOCK_EX | LOCK_NB);
  std::ofstream out(file_, std::ios::binary);
  out << text;
  out.close();
  if (!out) {
    remove();
    fail("the text to edit cannot be written to " + file_.string());
  }
}

Draft::~Draft() { remove(); }

void Draft::remove() noexcept {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
  fs::remove(folder_.parent_path().filename().string().starts_with("lytes-drafts-") ? folder_.parent_path() : folder_,
             ignored);  // the common folder, if this was the last draft in it
  if (lock_ >= 0) ::close(lock_);
  lock_ = -1;
}

std::string Draft::text() const {
  std::ifstream in(file_, std::ios::binary);
  if (!in) fail("the edited text cannot be read from " + file_.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void remove_abandoned_drafts(const fs::path& temporary) {
  const fs::path common = folder_of_drafts(temporary);
  if (!is_own_folder(common)) return;
  std::error_code ignored;
  for (const auto& draft : fs::directory_iterator(common, ignored)) {
    const int lock = ::open(draft.path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (lock < 0) continue;
    if (::flock(lock, LOCK_EX | LOCK_NB) == 0) fs::remove_all(draft.path(), ignored);
    ::close(lock);
  }
  fs::remove(common, ignored);  // stays while there is anything in it
}

}  // namespace lytes::cli

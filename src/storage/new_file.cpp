#include "new_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

void bring_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!done) throw_system_error(fmt::format("cannot bring {} to disk", path.string()), reason);
}

/// @return 0 or an errno; EEXIST when there is something of that name
int rename_unless_there(const std::filesystem::path& from, const std::filesystem::path& to) {
#ifdef RENAME_NOREPLACE
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
#endif
  // Some file systems know only the older way.
  if (::link(from.c_str(), to.c_str()) != 0) return errno;
  return ::unlink(from.c_str()) == 0 ? 0 : errno;
}

}  // namespace

NewFile::NewFile(const std::filesystem::path& final_name) : final_name_(final_name) {
  std::string name =
      (final_name.parent_path() / fmt::format(".{}.new-XXXXXX", final_name.filename().string())).string();
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);  // mode 0600
  if (descriptor < 0) throw_system_error(fmt::format("cannot make {}", final_name.string()), errno);
  ::close(descriptor);
  path_ = name;
}

NewFile::~NewFile() {
  if (path_.empty()) return;
  std::error_code ignored;
  for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
    std::filesystem::remove(path_.string() + suffix, ignored);
  }
}

bool NewFile::publish() {
  bring_to_disk(path_, 0);
  const int reason = rename_unless_there(path_, final_name_);
  if (reason == EEXIST) return false;
  if (reason != 0) throw_system_error(fmt::format("cannot make {}", final_name_.string()), reason);
  path_.clear();
  bring_to_disk(final_name_.parent_path(), O_DIRECTORY);
  return true;
}

}  // namespace lytes::storage

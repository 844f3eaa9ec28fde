#include "journal_path.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "lytes/errors.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

void make_folder(const fs::path& folder) {
  std::error_code ignored;
  if (folder.empty() || fs::is_directory(folder, ignored)) return;
  make_folder(folder.parent_path());
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
    throw_system_error(fmt::format("cannot make the folder {}", folder.string()), errno);
  }
}

}  // namespace

std::optional<fs::path> resolve_journal_path(const fs::path& file, Access access, Folder rule) {
  if (!file.has_filename()) {
    throw StorageError(Kind::Failed, fmt::format("'{}' does not name a file", file.string()), "Look at the path.");
  }
  const fs::path whole = fs::absolute(file);
  const fs::path folder = whole.parent_path();
  if (rule == Folder::Create && access == Access::Write) make_folder(folder);
  std::error_code error;
  const fs::path real_folder = fs::canonical(folder, error);
  if (!error) return real_folder / whole.filename();
  if (error != std::errc::no_such_file_or_directory) {
    throw_system_error(fmt::format("cannot use the folder {}", folder.string()), error.value());
  }
  if (rule == Folder::MustExist) {
    throw StorageError(Kind::Failed, fmt::format("there is no folder {}", folder.string()),
                       fmt::format("Make it (mkdir -p '{}'), or look at the path.", folder.string()));
  }
  return std::nullopt;
}

fs::path folder_of_journal(const fs::path& file, Folder rule) {
  return resolve_journal_path(file, Access::Write, rule).value_or(fs::absolute(file)).parent_path();
}

void refuse(const fs::path& file, std::string_view what, std::string advice) {
  throw StorageError(Kind::Damaged, fmt::format("{} {}", file.string(), what), std::move(advice));
}

bool is_journal_there(const fs::path& file) {
  struct stat found {};
  if (::lstat(file.c_str(), &found) != 0) {
    if (errno == ENOENT) return false;
    throw_system_error(fmt::format("cannot use {}", file.string()), errno);
  }
  if (S_ISLNK(found.st_mode))
    refuse(file, "is a link, and a journal is never written through one", "Name the file it leads to.");
  if (S_ISDIR(found.st_mode)) refuse(file, "is a folder, not a journal", "Name a file inside it.");
  if (!S_ISREG(found.st_mode)) refuse(file, "is not a regular file", "Name another file.");
  if (found.st_uid != ::geteuid()) refuse(file, "belongs to another user", "Name a file of your own.");
  if (found.st_size == 0) {
    refuse(file, "is empty, which a journal never is, not even a new one",
           "If a diary was in it, restore a backup; if not, delete the file and a new journal is made.");
  }
  return true;
}

}  // namespace lytes::storage

#include "sqlite_errors.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "lytes/errors.hpp"
#include "opening.hpp"

namespace lytes::storage {
namespace {

using Kind = StorageError::Kind;

bool says_full(int error_number) { return error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG; }

StorageError disk_full(const std::filesystem::path& file, int error_number) {
  const std::string folder = file.parent_path().string();
  if (error_number == EDQUOT) {
    return {Kind::Failed, fmt::format("your disk quota for {} is used up", folder),
            "Delete something there and try again."};
  }
  if (error_number == EFBIG) {
    return {Kind::Failed, fmt::format("{} has reached the largest file size that is allowed here", file.string()),
            "Raise the limit (ulimit -f) and try again."};
  }
  return {Kind::Failed, fmt::format("the disk that holds {} is full", folder), "Make room on it and try again."};
}

/// SQLite does not tell what went wrong with a journal beside the file; a limit on files is the likeliest where there
/// is one.
bool files_are_limited() {
  rlimit limit{};
  return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

StorageError input_output(const SQLite::Exception& error, const std::filesystem::path& file, int error_number) {
  if (error_number == 0 && files_are_limited()) return disk_full(file, EFBIG);
  if (says_full(error_number)) return disk_full(file, error_number);
  const std::string reason = error_number != 0 ? std::strerror(error_number) : error.what();
  return {Kind::Failed, fmt::format("{} cannot be read or written: {}", file.string(), reason),
          "See whether the disk is full or failing, and copy the journal to another one."};
}

StorageError cannot_open(const std::filesystem::path& file, int error_number) {
  if (says_full(error_number)) return disk_full(file, error_number);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return {Kind::Failed, fmt::format("there is no file {}", file.string()), "Look at the path."};
  }
  if (error_number == EACCES || error_number == EROFS || error_number == EPERM || error_number == 0) {
    return {Kind::Failed, why_not_writable(file), "Change its permissions, or name another file with --db."};
  }
  return {Kind::Failed, fmt::format("{} cannot be opened: {}", file.string(), std::strerror(error_number)), ""};
}

StorageError translate(const SQLite::Exception& error, const std::filesystem::path& file, int error_number) {
  switch (error.getErrorCode() & 0xFF) {  // what stands above is the extended part
    case SQLITE_FULL:
      return disk_full(file, ENOSPC);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {Kind::Locked, fmt::format("another program has been using {} for more than five seconds", file.string()),
              "Wait for it or close it, and try again."};
    case SQLITE_READONLY:
      if (error.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) return replaced_meanwhile(file);
      [[fallthrough]];
    case SQLITE_PERM:
      return {Kind::Failed, why_not_writable(file), "Change its permissions, or name another file with --db."};
    case SQLITE_CANTOPEN:
      return cannot_open(file, error_number);
    case SQLITE_IOERR:
      return input_output(error, file, error_number);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {Kind::Damaged, fmt::format("{} is damaged ({})", file.string(), error.what()),
              "Run 'lytes doctor': it says what is wrong and what to do."};
    case SQLITE_ERROR:  // our statements are right, so it is the tables that are not
      return {Kind::Damaged,
              fmt::format("{} does not hold what a journal of lytes holds ({})", file.string(), error.what()),
              "Run 'lytes doctor'."};
    case SQLITE_NOMEM:
      return {Kind::Failed, "there is not enough memory", ""};
    default:
      return {Kind::Failed, fmt::format("{}: {}", file.string(), error.what()), ""};
  }
}

}  // namespace

void rethrow_as_storage_error(const std::filesystem::path& file, sqlite3* connection) {
  try {
    throw;
  } catch (const SQLite::Exception& error) {
    throw translate(error, file, connection != nullptr ? sqlite3_system_errno(connection) : 0);
  } catch (const std::filesystem::filesystem_error& error) {
    throw_system_error(fmt::format("cannot use {}", error.path1().string()), error.code().value());
  }
}

void throw_system_error(const std::string& what, int error_number) {
  const std::string advice =
      says_full(error_number) ? "Make room on the disk and try again." : "Look at the path and its permissions.";
  throw StorageError(Kind::Failed, fmt::format("{}: {}", what, std::strerror(error_number)), advice);
}

void throw_write_error(const std::filesystem::path& file, int error_number) {
  if (says_full(error_number)) throw disk_full(file, error_number);
  throw_system_error(fmt::format("cannot write {}", file.string()), error_number);
}

std::string why_not_writable(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.parent_path();
  if (access(file.c_str(), F_OK) == 0 && access(file.c_str(), R_OK) != 0) {
    return fmt::format("you may not read {}", file.string());
  }
  if (access(file.c_str(), F_OK) == 0 && access(file.c_str(), W_OK) != 0) {
    return fmt::format("{} is read-only", file.string());
  }
  if (access(folder.c_str(), W_OK | X_OK) != 0) {
    return fmt::format("the folder {} is read-only, and the journal needs room beside it", folder.string());
  }
  return fmt::format("{} cannot be written", file.string());
}

}  // namespace lytes::storage

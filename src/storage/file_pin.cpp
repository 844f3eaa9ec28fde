#include "lytes/storage/file_pin.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

namespace lytes::storage {

std::optional<FilePin> FilePin::of(const std::filesystem::path& file) {
  // O_PATH: closing it drops none of the locks that SQLite holds on the same file for this process.
  const int descriptor = ::open(file.c_str(), O_PATH | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  return FilePin(descriptor);
}

FilePin::FilePin(FilePin&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FilePin& FilePin::operator=(FilePin&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FilePin::~FilePin() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool FilePin::is_at(const std::filesystem::path& file) const {
  struct stat ours {};
  struct stat there {};
  return ::fstat(descriptor_, &ours) == 0 && ::lstat(file.c_str(), &there) == 0 && ours.st_dev == there.st_dev &&
         ours.st_ino == there.st_ino;
}

}  // namespace lytes::storage

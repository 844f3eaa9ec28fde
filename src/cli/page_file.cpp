#include "page_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>

#include "lytes/errors.hpp"

namespace lytes::cli {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
  throw StorageError(StorageError::Kind::Failed, fmt::format("the page cannot be written to {}", file.string()), why);
}

/// A new file beside the final one, removed unless it was given that name.
class PageInTheMaking {
 public:
  explicit PageInTheMaking(const std::filesystem::path& file)
      : file_(file), name_((file.parent_path() / fmt::format(".{}.XXXXXX", file.filename().string())).string()) {
    descriptor_ = ::mkostemp(name_.data(), O_CLOEXEC);  // mode 0600
    if (descriptor_ < 0) fail(file_, std::strerror(errno));
  }
  PageInTheMaking(const PageInTheMaking&) = delete;
  PageInTheMaking& operator=(const PageInTheMaking&) = delete;
  ~PageInTheMaking() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!published_) ::unlink(name_.c_str());
  }

  void write(std::string_view page) {
    while (!page.empty()) {
      const ssize_t written = ::write(descriptor_, page.data(), page.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) fail(file_, std::strerror(errno));
      page.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void publish() {
    const bool on_disk = ::fsync(descriptor_) == 0;
    const int reason = errno;
    const bool closed = ::close(std::exchange(descriptor_, -1)) == 0;
    if (!on_disk || !closed) fail(file_, std::strerror(on_disk ? errno : reason));
    // Renaming takes the place of a name and never follows it, should it have become a link meanwhile.
    if (std::rename(name_.c_str(), file_.c_str()) != 0) fail(file_, std::strerror(errno));
    published_ = true;
  }

 private:
  const std::filesystem::path& file_;
  std::string name_;
  int descriptor_ = -1;
  bool published_ = false;
};

}  // namespace

void write_page(const std::filesystem::path& file, std::string_view page) {
  if (!file.has_filename()) fail(file, "Name a file, such as week.html.");
  std::error_code error;
  const auto there = std::filesystem::symlink_status(file, error);
  if (std::filesystem::is_symlink(there)) fail(file, "It is a link to another place; name that place itself.");
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
    fail(file, "There is something of that name which is no ordinary file.");
  }
  PageInTheMaking page_file(file);
  page_file.write(page);
  page_file.publish();
}

}  // namespace lytes::cli

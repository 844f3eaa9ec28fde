#include "page_file.hpp"

#include <fmt/format.h>

#include <span>

#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"

namespace lytes::cli {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
  throw StorageError(StorageError::Kind::Failed, fmt::format("the page cannot be written to {}", file.string()), why);
}

}  // namespace

void write_page(const std::filesystem::path& file, std::string_view page) {
  if (!file.has_filename()) fail(file, "Name a file, such as week.html.");
  std::error_code error;
  const auto there = std::filesystem::symlink_status(file, error);
  if (std::filesystem::is_symlink(there)) fail(file, "It is a link to another place; name that place itself.");
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {
    fail(file, "There is something of that name which is no ordinary file.");
  }
  storage::write_over(file, std::as_bytes(std::span(page)));
}

}  // namespace lytes::cli

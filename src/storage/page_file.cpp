#include "lytes/storage/page_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <span>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"

namespace lytes::storage {

namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
  throw StorageError(StorageError::Kind::Failed, fmt::format("the page cannot be written to {}", file.string()), why);
}

/// Whether the file begins as pages do, or is empty: a slip must not cost anybody a diary or a letter.
bool is_page(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string start(2, '\0');
  in.read(start.data(), 2);
  return in.gcount() == 0 ? in.eof() : start == "<!";
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
  if (std::filesystem::exists(there) && !is_page(file)) {
    fail(file, "There is a file of that name which is no page. Name another.");
  }
  // A page may lie where no journal does: what a killed program left beside it goes with the next page.
  remove_abandoned(file.has_parent_path() ? file.parent_path() : std::filesystem::path("."));
  write_over(file, std::as_bytes(std::span(page)));
}

}  // namespace lytes::storage

#include "lytes/storage/export_file.hpp"

#include <fmt/format.h>

#include <system_error>

#include "lytes/errors.hpp"
#include "lytes/storage/new_file.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& file, const std::string& why) {
  throw StorageError(StorageError::Kind::Failed, fmt::format("the export cannot be written to {}", file.string()), why);
}

void require_free(const fs::path& file, const char* such_as) {
  std::error_code error;
  if (!file.has_filename()) fail(file, fmt::format("Name one, such as {}.", such_as));
  if (fs::exists(fs::symlink_status(file, error))) fail(file, "There is something of that name already. Name another.");
}

}  // namespace

void write_export(const fs::path& file,
                  const std::function<void(const std::function<void(std::string_view)>&)>& write) {
  constexpr std::size_t block = std::size_t{1} << 16;
  require_free(file, "diary.json");
  remove_abandoned(file.has_parent_path() ? file.parent_path() : fs::path("."));
  NewFile made(file);
  std::string waiting;
  const auto flush = [&] {
    made.write(std::as_bytes(std::span(waiting)));
    waiting.clear();
  };
  write([&](std::string_view piece) {
    waiting += piece;
    if (waiting.size() >= block) flush();
  });
  flush();
  if (!made.publish()) fail(file, "There is something of that name already. Name another.");
}

void write_export_folder(const fs::path& folder, std::span<const std::pair<std::string, std::string_view>> files) {
  require_free(folder, "diary");
  std::error_code error;
  if (!fs::create_directory(folder, error)) fail(folder, error ? error.message() : "There is one already.");
  fs::permissions(folder, fs::perms::owner_all, error);
  for (const auto& file : files) {
    write_export(folder / file.first, [&](const std::function<void(std::string_view)>& sink) { sink(file.second); });
  }
}

}  // namespace lytes::storage

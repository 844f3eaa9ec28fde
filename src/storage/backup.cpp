#include "lytes/storage/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include "image.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "new_file.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {

void back_up(JournalFile& journal, const std::filesystem::path& copy) {
  const auto already_there = [&] {
    return StorageError(StorageError::Kind::Failed, fmt::format("there is a file {} already", copy.string()),
                        "Name another file.");
  };
  try {
    const std::filesystem::path target = std::filesystem::absolute(copy);
    if (std::filesystem::exists(std::filesystem::symlink_status(target))) throw already_there();
    NewFile fresh(target);
    {
      SQLite::Database to(fresh.path().string(), SQLite::OPEN_READWRITE);
      try {
        to.exec("PRAGMA synchronous = OFF");  // brought to disk at once by publish
        copy_pages(journal.database(), to);
      } catch (...) {
        rethrow_as_storage_error(target, to.getHandle());
      }
    }
    if (!fresh.publish()) throw already_there();
  } catch (...) {
    rethrow_as_storage_error(copy, nullptr);
  }
}

}  // namespace lytes::storage

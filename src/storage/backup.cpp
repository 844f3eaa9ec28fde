#include "lytes/storage/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include "image.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/new_file.hpp"
#include "soundness.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Kind = StorageError::Kind;

StorageError already_there(const fs::path& copy) {
  return {Kind::Failed, fmt::format("there is a file {} already", copy.string()), "Name another file."};
}

}  // namespace

void back_up(JournalFile& journal, const fs::path& copy) {
  try {
    const fs::path target = fs::absolute(copy);
    if (fs::exists(fs::symlink_status(target))) throw already_there(copy);
    const Image image = journal.guarded([&] { return image_of(journal.database()); });
    // The copy itself is what is checked: it is what will be needed one day.
    if (const auto trouble = journal.guarded([&] { return first_journal_damage(*open_image(image)); })) {
      throw StorageError(
          Kind::Damaged,
          fmt::format("{} is damaged ({}), and a copy of it would be, too", journal.path().string(), *trouble),
          "Run 'lytes doctor'; 'lytes doctor --rescue FILE' saves what can be read.");
    }
    if (!write_new(target, image)) throw already_there(copy);
  } catch (...) {
    rethrow_as_storage_error(copy, nullptr);
  }
}

}  // namespace lytes::storage

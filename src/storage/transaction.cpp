#include "transaction.hpp"

#include <SQLiteCpp/Exception.h>

#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"

namespace lytes::storage {
namespace {

Saved ask(const std::function<bool()>& is_there) {
  try {
    return is_there() ? Saved::Yes : Saved::No;
  } catch (const SQLite::Exception&) {
    return Saved::Unknown;  // the disk fails at reading, too
  }
}

}  // namespace

void commit(JournalFile& journal, Transaction& transaction, const std::function<bool()>& is_there) {
  try {
    journal.guarded([&] { transaction.commit(); });
  } catch (StorageError& error) {
    transaction.roll_back();
    error.saved = ask(is_there);
    throw;
  }
}

}  // namespace lytes::storage

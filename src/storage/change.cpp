#include "lytes/storage/change.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <stdexcept>
#include <utility>

#include "history_bound.hpp"
#include "known_tables.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "opening.hpp"
#include "session.hpp"
#include "transaction.hpp"

namespace lytes::storage {
namespace {

struct SessionDelete {
  void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
};

int is_watched(void* /*context*/, const char* table) { return history_covers(table) ? 1 : 0; }

/// What the history holds when a change is added to it.
struct HistoryEnd {
  std::int64_t bytes_so_far = 0;
  bool undone = false;
};

HistoryEnd end_of_history(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT bytes_so_far, undone FROM change ORDER BY id DESC LIMIT 1");
  if (!query.executeStep()) return {};
  return {query.getColumn(0).getInt64(), query.getColumn(1).getInt() != 0};
}

/// Undone changes are always the newest ones, so the newest that stands is found in a few steps from the end.
void end_redo_branch(SQLite::Database& database) {
  database.exec(
      "DELETE FROM change WHERE id > "
      "coalesce((SELECT id FROM change WHERE undone = 0 ORDER BY id DESC LIMIT 1), 0)");
}

/// Adds a change to the history, and drops the oldest ones beyond its bound.
/// @return its number
std::int64_t record(SQLite::Database& database, std::chrono::sys_seconds at, const std::string& command,
                    const Changeset& changes) {
  HistoryEnd end = end_of_history(database);
  if (end.undone) {
    end_redo_branch(database);
    end = end_of_history(database);
  }
  SQLite::Statement insert(database,
                           "INSERT INTO change (at_utc, command, changeset, bytes_so_far) VALUES (?1, ?2, ?3, ?4)");
  insert.bind(1, static_cast<std::int64_t>(at.time_since_epoch().count()));
  insert.bindNoCopy(2, command);
  insert.bindNoCopy(3, changes.bytes.get(), changes.size);
  insert.bind(4, end.bytes_so_far + changes.size);
  insert.exec();
  const std::int64_t id = database.getLastInsertRowid();
  drop_oldest_changes(database, id, end.bytes_so_far + changes.size);
  return id;
}

bool is_recorded(SQLite::Database& database, std::int64_t id, std::chrono::sys_seconds at, const std::string& command) {
  SQLite::Statement query(database, "SELECT 1 FROM change WHERE id = ?1 AND at_utc = ?2 AND command = ?3");
  query.bind(1, id);
  query.bind(2, static_cast<std::int64_t>(at.time_since_epoch().count()));
  query.bindNoCopy(3, command);
  return query.executeStep();
}

}  // namespace

struct Change::Recording {
  explicit Recording(SQLite::Database& database) : transaction(database) {
    sqlite3_session* made = nullptr;
    require_ok(database, sqlite3session_create(database.getHandle(), "main", &made));
    watch.reset(made);
    sqlite3session_table_filter(made, is_watched, nullptr);
    require_ok(database, sqlite3session_attach(made, nullptr));
  }

  Changeset changes(SQLite::Database& database) const {
    Changeset found;
    void* bytes = nullptr;
    require_ok(database, sqlite3session_changeset(watch.get(), &found.size, &bytes));
    found.bytes.reset(bytes);
    return found;
  }

  Transaction transaction;
  std::unique_ptr<sqlite3_session, SessionDelete> watch;
};

Change::Change(JournalFile& journal, std::string command, std::chrono::sys_seconds at)
    : journal_(journal), command_(std::move(command)), at_(at) {
  if (journal.access() != Access::Write) throw std::logic_error("a change to a journal opened for reading");
  journal.guarded([&] { recording_ = std::make_unique<Recording>(journal.database()); });
  if (!journal.is_in_place()) throw replaced_meanwhile(journal.path());
}

Change::~Change() = default;

std::optional<std::int64_t> Change::commit() {
  const auto id = journal_.guarded([&]() -> std::optional<std::int64_t> {
    SQLite::Database& database = journal_.database();
    const Changeset changes = recording_->changes(database);
    if (changes.size == 0) return std::nullopt;
    return record(database, at_, command_, changes);
  });
  storage::commit(journal_, recording_->transaction,
                  [&] { return id && is_recorded(journal_.database(), *id, at_, command_); });
  recording_.reset();
  if (id && !journal_.is_in_place()) {
    throw gone_after_saving(journal_.path());
  }
  return id;
}

}  // namespace lytes::storage

#include "lytes/storage/history.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <string>

#include "changeset_form.hpp"
#include "changeset_rows.hpp"
#include "history_bound.hpp"
#include "known_tables.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "opening.hpp"
#include "session.hpp"
#include "transaction.hpp"

namespace lytes::storage {
namespace {

enum class Direction { Back, Forth };

/// What stood in the way of applying a changeset.
struct Obstacle {
  bool met = false;
  std::string table;  ///< empty for rows that would be left belonging to nothing
};

/// A record that speaks of a table which is not one of the user's own was not written by lytes. The history itself is
/// none: no command records what it does to it.
int is_recorded_table(void* context, const char* table) {
  auto& obstacle = *static_cast<Obstacle*>(context);
  if (is_user_table(table)) return 1;
  obstacle.met = true;
  obstacle.table = table;
  return 0;
}

int stop_at_obstacle(void* context, int reason, sqlite3_changeset_iter* row) {
  auto& obstacle = *static_cast<Obstacle*>(context);
  const char* table = nullptr;
  int columns = 0;
  int operation = 0;
  obstacle.met = true;
  // With foreign keys the iterator stands on no row.
  if (reason != SQLITE_CHANGESET_FOREIGN_KEY &&
      sqlite3changeset_op(row, &table, &columns, &operation, nullptr) == SQLITE_OK) {
    obstacle.table = table;
  }
  return SQLITE_CHANGESET_ABORT;
}

Changeset inverted(SQLite::Database& database, const std::string& bytes) {
  if (!is_whole_changeset(bytes)) require_ok(database, SQLITE_CORRUPT);
  Changeset inverse;
  void* made = nullptr;
  require_ok(database, sqlite3changeset_invert(static_cast<int>(bytes.size()), bytes.data(), &inverse.size, &made));
  inverse.bytes.reset(made);
  return inverse;
}

void apply(SQLite::Database& database, std::int64_t id, int size, void* bytes, Direction direction) {
  const std::string_view changeset(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
  if (!is_whole_changeset(changeset)) require_ok(database, SQLITE_CORRUPT);
  Obstacle obstacle;
  // Without a savepoint of its own: the transaction around it does, and a full disk's error is not hidden by the
  // savepoint that went with the rollback.
  const int answer = sqlite3changeset_apply_v2(database.getHandle(), size, bytes, is_recorded_table, stop_at_obstacle,
                                               &obstacle, nullptr, nullptr, SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
  if (obstacle.met) {
    throw StorageError(StorageError::Kind::Failed,
                       fmt::format("change {} cannot be {}: {}", id, direction == Direction::Back ? "undone" : "redone",
                                   obstacle.table.empty()
                                       ? "other rows belong to its own"
                                       : fmt::format("its rows of '{}' are no longer as it left them", obstacle.table)),
                       "See 'lytes history'; edit or delete the entries instead.");
  }
  require_ok(database, answer);
}

struct Stored {
  RecordedChange change;
  std::string changeset;
};

constexpr const char* select_change = "SELECT id, at_utc, command, undone, changeset FROM change ";

std::vector<Stored> read(SQLite::Database& database, const std::string& which, int count, std::size_t max_rows) {
  SQLite::Statement query(database, select_change + which + " LIMIT ?1");
  query.bind(1, count);
  RowReader rows(database);
  std::vector<Stored> found;
  while (query.executeStep()) {
    Stored next;
    next.change.id = query.getColumn(0).getInt64();
    next.change.at = std::chrono::sys_seconds(std::chrono::seconds(query.getColumn(1).getInt64()));
    next.change.command = query.getColumn(2).getString();
    next.change.undone = query.getColumn(3).getInt() != 0;
    next.changeset = query.getColumn(4).getString();
    rows.read(next.changeset, max_rows, next.change);
    found.push_back(std::move(next));
  }
  return found;
}

void mark(SQLite::Database& database, std::int64_t id, bool undone) {
  SQLite::Statement update(database, "UPDATE change SET undone = ?1 WHERE id = ?2");
  update.bind(1, undone ? 1 : 0);
  update.bind(2, id);
  update.exec();
}

bool is_marked(SQLite::Database& database, std::int64_t id, bool undone) {
  SQLite::Statement query(database, "SELECT 1 FROM change WHERE id = ?1 AND undone = ?2");
  query.bind(1, id);
  query.bind(2, undone ? 1 : 0);
  return query.executeStep();
}

void take_step(SQLite::Database& database, Stored& step, Direction direction) {
  const bool back = direction == Direction::Back;
  if (back) {
    const Changeset inverse = inverted(database, step.changeset);
    apply(database, step.change.id, inverse.size, inverse.bytes.get(), direction);
  } else {
    apply(database, step.change.id, static_cast<int>(step.changeset.size()), step.changeset.data(), direction);
  }
  mark(database, step.change.id, back);
  step.change.undone = back;
}

// Undone changes are always the newest, so both ways start where the two kinds meet.
constexpr const char* newest_that_stand = "WHERE undone = 0 ORDER BY id DESC";
constexpr const char* first_undone =
    "WHERE id > coalesce((SELECT id FROM change WHERE undone = 0 ORDER BY id DESC LIMIT 1), 0) ORDER BY id";

std::vector<RecordedChange> walk(JournalFile& journal, Direction direction, int count, std::size_t max_rows) {
  SQLite::Database& database = journal.database();
  const bool back = direction == Direction::Back;
  std::optional<Transaction> transaction;
  std::vector<RecordedChange> walked;
  journal.guarded([&] {
    transaction.emplace(database);
    if (!journal.is_in_place()) throw replaced_meanwhile(journal.path());
    for (Stored& step : read(database, back ? newest_that_stand : first_undone, count, max_rows)) {
      take_step(database, step, direction);
      walked.push_back(std::move(step.change));
    }
  });
  if (walked.empty()) {
    throw NotFoundError(back ? "nothing_to_undo" : "nothing_to_redo",
                        back ? "there is nothing to undo" : "there is nothing to redo");
  }
  commit(journal, *transaction, [&] { return is_marked(database, walked.back().id, back); });
  if (!journal.is_in_place()) throw gone_after_saving(journal.path());
  return walked;
}

}  // namespace

std::vector<RecordedChange> undo(JournalFile& journal, int count, std::size_t max_rows) {
  return walk(journal, Direction::Back, count, max_rows);
}

std::vector<RecordedChange> redo(JournalFile& journal, int count, std::size_t max_rows) {
  return walk(journal, Direction::Forth, count, max_rows);
}

std::vector<RecordedChange> history(JournalFile& journal, int count, std::size_t max_rows) {
  return journal.guarded([&] {
    std::vector<RecordedChange> changes;
    for (Stored& step : read(journal.database(), "ORDER BY id DESC", count, max_rows)) {
      changes.push_back(std::move(step.change));
    }
    return changes;
  });
}

HistorySize history_size(JournalFile& journal) {
  return journal.guarded([&] {
    SQLite::Statement query(journal.database(), "SELECT count(*), coalesce(sum(length(changeset)), 0) FROM change");
    query.executeStep();
    return HistorySize{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(),
                       history_limit_bytes(journal.database())};
  });
}

std::int64_t history_limit_bytes(SQLite::Database& database) {
  SQLite::Statement query(database, "SELECT value FROM setting WHERE name = 'history_limit_mb'");
  std::int64_t megabytes = default_history_limit_mb;
  if (query.executeStep()) {
    const std::string value = query.getColumn(0).getString();
    std::int64_t said = 0;
    std::from_chars(value.data(), value.data() + value.size(), said);
    if (said >= 1 && said <= 10'000 && value == std::to_string(said)) megabytes = said;
  }
  return megabytes * 1024 * 1024;
}

void drop_oldest_changes(SQLite::Database& database, std::int64_t newest, std::int64_t bytes_so_far) {
  const std::int64_t limit = history_limit_bytes(database);
  SQLite::Statement oldest(database, "SELECT id, bytes_so_far - length(changeset) FROM change ORDER BY id LIMIT 1");
  while (oldest.executeStep() && oldest.getColumn(0).getInt64() != newest &&
         bytes_so_far - oldest.getColumn(1).getInt64() > limit) {
    SQLite::Statement drop(database, "DELETE FROM change WHERE id = ?1");
    drop.bind(1, oldest.getColumn(0).getInt64());
    oldest.reset();
    drop.exec();
  }
}

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Database.h>

#include <functional>

namespace lytes::storage {

class JournalFile;

/// BEGIN IMMEDIATE until `commit`, ROLLBACK on destruction without one.
///
/// Immediate, because a transaction that first reads and then wants to write can be refused without the busy timeout.
class Transaction {
 public:
  explicit Transaction(SQLite::Database& database) : database_(database) { database_.exec("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() { roll_back(); }

  void commit() {
    database_.exec("COMMIT");
    open_ = false;
  }

  void roll_back() {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK is then refused, which is no loss.
    if (open_) database_.tryExec("ROLLBACK");
    open_ = false;
  }

 private:
  SQLite::Database& database_;
  bool open_ = true;
};

/// Commits. Where a disk fails at the last step, the journal itself is asked whether the change is in it, so that the
/// error says what is so.
/// @param is_there asks it
/// @throws StorageError with `saved`
void commit(JournalFile& journal, Transaction& transaction, const std::function<bool()>& is_there);

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Database.h>

namespace lytes::storage {

/// BEGIN IMMEDIATE until `commit`, ROLLBACK on destruction without one.
///
/// Immediate, because a transaction that first reads and then wants to write can be refused without the busy timeout.
class Transaction {
 public:
  explicit Transaction(SQLite::Database& database) : database_(database) { database_.exec("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    // A full disk makes SQLite roll back by itself; a second ROLLBACK is then refused, which is no loss.
    if (open_) database_.tryExec("ROLLBACK");
  }

  void commit() {
    database_.exec("COMMIT");
    open_ = false;
  }

 private:
  SQLite::Database& database_;
  bool open_ = true;
};

}  // namespace lytes::storage

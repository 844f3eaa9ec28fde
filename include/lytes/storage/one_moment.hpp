#pragma once

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// While it lives, all that is read of the database is read of one moment, whoever writes meanwhile; also inside a
/// change. Writers wait for its end, so it is not to be held over anything slow.
class OneMoment {
 public:
  /// @throws SQLite::Exception
  explicit OneMoment(SQLite::Database& database);
  OneMoment(const OneMoment&) = delete;
  OneMoment& operator=(const OneMoment&) = delete;
  ~OneMoment();

 private:
  SQLite::Database& database_;
};

}  // namespace lytes::storage

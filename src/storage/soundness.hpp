#pragma once

#include <optional>
#include <string>

namespace SQLite {
class Database;
class Exception;
}  // namespace SQLite

namespace lytes::storage {

/// As the function of this name for journals (examination.hpp), for a database of any schema version.
/// @throws SQLite::Exception for what is not damage, such as no memory
std::optional<std::string> first_damage(SQLite::Database& database);

/// The same of a journal of the newest schema, which must have every table and guard.
std::optional<std::string> first_journal_damage(SQLite::Database& database);

/// What a schema lacks of the newest one, or has in other words, and what it has beside it: names with commas between.
struct SchemaDifference {
  std::string missing;
  std::string extra;
};

/// @throws SQLite::Exception
SchemaDifference compare_schema(SQLite::Database& database);

/// Whether an error tells of damage in the file, and not of the machine: want of memory, a disk that fails, a lock.
bool is_damage(const SQLite::Exception& error);

}  // namespace lytes::storage

#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <map>
#include <string>

#include "lytes/journal/entry.hpp"

namespace lytes::journal {

/// @throws InputError for one with a text that is longer than `longest_text`
void require_texts_that_fit(const Entry& entry);

/// Writes entries row by row; prepares each statement once, when it is first needed.
class EntryWriter {
 public:
  explicit EntryWriter(SQLite::Database& database) : database_(database) {}

  /// The id that the next entry is to get.
  std::int64_t next_id();

  /// @throws std::logic_error for an entry that is not consistent
  void insert(const Entry& entry, std::int64_t id, std::int64_t line);

  /// Everything but the line.
  void replace(const Entry& entry);

  /// @return false when there is no such entry
  bool remove(std::int64_t id);

  bool has_import_key(const std::string& key);

 private:
  SQLite::Statement& ready(const char* sql);
  void insert_what(std::int64_t id, const What& what);
  void remove_what(std::int64_t id);

  SQLite::Database& database_;
  std::map<const char*, SQLite::Statement> statements_;
};

}  // namespace lytes::journal

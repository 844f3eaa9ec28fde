#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::storage {

/// What the newest schema says of one of its tables. A file may say anything of itself; this is what the program knows.
struct KnownTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<bool> is_key;        ///< of each column
  std::vector<std::string> types;  ///< of each column: "INTEGER", "REAL", "TEXT" or "BLOB"
  std::string select_by_key;       ///< a statement: all columns of the row whose primary key is bound
};

/// Whether the history records what happens to the rows of a table: of all but the history itself and those whose names
/// begin with "kept_". What such a table holds stays, whatever is undone.
bool history_covers(std::string_view table);

/// All tables of the newest schema, the history too. Made once, from the
/// migrations, in memory: some milliseconds.
const std::map<std::string, KnownTable, std::less<>>& all_tables();

/// Those whose rows the history records.
const std::map<std::string, KnownTable, std::less<>>& known_tables();

/// Whether the newest schema has such a table and the history may speak of it.
bool is_user_table(std::string_view name);

/// The table that a record speaks of, if it has the record's shape: as many columns or more, since later versions add
/// some at the end, and the same primary key.
/// @param keys one for each column, zero for those that are no key
/// @return null for a record that this program never wrote
const KnownTable* recorded_table(std::string_view name, int columns, const unsigned char* keys);

}  // namespace lytes::storage

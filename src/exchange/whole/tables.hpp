#pragma once

#include <span>
#include <string_view>

namespace lytes::exchange {

/// Rows of another table that belong to a row and stand inside it.
struct PartTable {
  std::string_view key;  ///< under which they stand
  std::string_view table;
  std::string_view belongs_by;  ///< the column that names the row they belong to
  bool many;                    ///< an array of them; else one at most
};

/// By what a row is known again in another journal.
enum class KnownBy {
  Key,   ///< its primary key
  Name,  ///< a name that is there once, whatever its number
  Uuid   ///< an id that is its own everywhere; its number is not taken along
};

/// A table that is taken along with the whole journal. The order is that of the document: what others speak of comes
/// first.
struct WholeTable {
  std::string_view key;  ///< under which it stands in the document
  std::string_view table;
  KnownBy known_by;
  std::string_view day;  ///< the column that says its day; empty for what is of no day
  std::span<const PartTable> parts;
};

/// All of them. A table that is new in the journal is one row here, which a test holds.
std::span<const WholeTable> whole_tables();

}  // namespace lytes::exchange

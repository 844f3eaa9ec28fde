#pragma once

#include <SQLiteCpp/Statement.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "lytes/csv/csv.hpp"

namespace lytes::foods {

/// How much of a food is meant when nobody says, and as what it is logged.
struct EverydayUse {
  std::string_view kind;  ///< "drink", "food", "supplement"
  std::string_view portion;
  double grams;  ///< of the portion; of what is counted or known by volume, in its basis unit
  std::optional<double> each_grams;
};

/// Writes the names under which foods are found, and sees to it that no two everyday ones are the same.
class NameWriter {
 public:
  explicit NameWriter(SQLite::Database& db);

  void title(std::int64_t food, std::optional<std::int64_t> everyday, std::string_view text);

  /// The name and aliases of the row for the food.
  /// @param with words that a name may also have behind it: " water"
  /// @throws InputError when another food is called so
  void everyday(const csv::Row& row, std::int64_t food, const EverydayUse& use, std::string_view with = {});

 private:
  SQLite::Database& db_;
  SQLite::Statement add_title_;
  SQLite::Statement ref_;
  std::set<std::string> keys_;  ///< of all everyday names so far
};

}  // namespace lytes::foods

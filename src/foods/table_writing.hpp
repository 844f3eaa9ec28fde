#pragma once

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "lytes/csv/csv.hpp"

namespace lytes::foods {

// What the builders of the catalogue's tables share.

inline void set(SQLite::Statement& statement, int index, std::optional<double> value) {
  if (value) {
    statement.bind(index, *value);
  } else {
    statement.bind(index);
  }
}

inline void set(SQLite::Statement& statement, int index, std::string_view text) {
  statement.bind(index, std::string(text));
}

inline void run(SQLite::Statement& statement) {
  statement.exec();
  statement.reset();
}

inline double required_number(const csv::Row& row, std::string_view column) {
  row.required(column);
  return *row.number(column);
}

/// Calls `each` with the parts of a `;`-separated field.
template <typename Each>
void for_each_part(std::string_view list, Each each) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    std::string_view part = list.substr(0, end);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) each(part);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

}  // namespace lytes::foods

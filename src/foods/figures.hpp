#pragma once

#include <SQLiteCpp/Statement.h>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::foods {

/// Seven nutrient columns from `first` on, NULL being unknown.
inline quantity::Nutrients figures_at(SQLite::Statement& row, int first) {
  quantity::Nutrients figures;
  for (const auto nutrient : quantity::all_nutrients) {
    const int column = first + static_cast<int>(nutrient);
    if (!row.isColumnNull(column)) figures[nutrient] = row.getColumn(column).getDouble();
  }
  return figures;
}

/// The same seven as parameters of a statement.
inline void bind_figures(SQLite::Statement& statement, int first, const quantity::Nutrients& figures) {
  for (const auto nutrient : quantity::all_nutrients) {
    const int parameter = first + static_cast<int>(nutrient);
    if (figures[nutrient]) {
      statement.bind(parameter, *figures[nutrient]);
    } else {
      statement.bind(parameter);
    }
  }
}

}  // namespace lytes::foods

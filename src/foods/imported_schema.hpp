#pragma once

#include <string>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::foods {

/// The tables of a file of imported foods. Ids stand in the order in which foods are offered, so that the first that a
/// search meets are the plainest.
inline std::string imported_schema() {
  std::string schema = R"sql(
CREATE TABLE food (
  id INTEGER PRIMARY KEY,
  fdc_id INTEGER NOT NULL,
  source INTEGER NOT NULL,       -- as FoodSource
  name TEXT NOT NULL,
  brand TEXT NOT NULL,           -- empty where there is none
  barcode INTEGER,               -- as a number
  by_volume INTEGER NOT NULL,    -- 1: figures and serving are by ml
  serving REAL,
  household TEXT NOT NULL)sql";  // the serving in words
  for (const auto& facts : quantity::nutrient_table) schema += ",\n  " + std::string(facts.field) + " REAL";
  return schema + R"sql(
) STRICT;

CREATE TABLE portion (
  fdc_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  grams REAL NOT NULL,
  PRIMARY KEY (fdc_id, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE food_search USING fts5 (words, content = '', columnsize = 0, detail = none, tokenize = "unicode61 remove_diacritics 0 tokenchars '%'");
INSERT INTO food_search (food_search, rank) VALUES ('hashsize', 8388608);
)sql";
}

inline constexpr const char* imported_indexes = R"sql(
CREATE UNIQUE INDEX food_by_fdc_id ON food (fdc_id);
CREATE UNIQUE INDEX food_by_barcode ON food (barcode) WHERE barcode IS NOT NULL;
)sql";

}  // namespace lytes::foods

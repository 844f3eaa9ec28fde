#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::foods {

/// The catalogue's tables as they are filled, but for the columns of figures. `words` are keys as made by key_of; a
/// blank figure in a table is NULL here.
inline constexpr std::string_view catalogue_tables = R"sql(
CREATE TABLE food (
  id INTEGER PRIMARY KEY,
  ref TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  basis_amount REAL NOT NULL,
  basis_unit TEXT NOT NULL{figures}
) STRICT;

CREATE TABLE portion (
  food_id INTEGER NOT NULL REFERENCES food (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  grams REAL NOT NULL CHECK (grams > 0),  -- of a product counted or known by volume: in its basis unit
  PRIMARY KEY (food_id, position)
) STRICT, WITHOUT ROWID;

-- What people call a food, and how much of it they mean when they do not say.
CREATE TABLE everyday (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  food_id INTEGER NOT NULL REFERENCES food (id),
  kind TEXT NOT NULL CHECK (kind IN ('drink', 'food', 'supplement')),
  portion TEXT NOT NULL,
  grams REAL NOT NULL CHECK (grams > 0),
  each_grams REAL CHECK (each_grams > 0)  -- weight of one piece, where the usual portion is several
) STRICT;

-- Every name under which a food can be found; everyday_id is set for the everyday ones.
CREATE TABLE title (
  id INTEGER PRIMARY KEY,
  food_id INTEGER NOT NULL REFERENCES food (id),
  everyday_id INTEGER REFERENCES everyday (id),
  text TEXT NOT NULL,
  words TEXT NOT NULL,
  sorted_words TEXT NOT NULL,
  head_words INTEGER NOT NULL,  -- what its rank is worked out from: see TitleRank
  cost INTEGER NOT NULL,
  state INTEGER NOT NULL,
  brands TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE title_search USING fts5 (words, content = 'title', content_rowid = 'id', columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '%'");
CREATE VIRTUAL TABLE title_word USING fts5vocab (title_search, 'row');

CREATE TABLE container (
  word TEXT NOT NULL,
  of_words TEXT NOT NULL,
  ml REAL CHECK (ml > 0),
  grams REAL CHECK (grams > 0),
  PRIMARY KEY (word, of_words),
  CHECK (ml IS NOT NULL OR grams IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE dish_part (
  dish TEXT NOT NULL,
  part TEXT NOT NULL,
  share REAL NOT NULL CHECK (share > 0 AND share <= 1),  -- of the dish's weight
  PRIMARY KEY (dish, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE exchange (
  ref TEXT PRIMARY KEY,
  class TEXT NOT NULL  -- what stands in for one another in a dish
) STRICT, WITHOUT ROWID;

CREATE TABLE supplement (
  name TEXT PRIMARY KEY,
  element TEXT NOT NULL CHECK (element IN ('magnesium', 'potassium', 'sodium', 'calcium')),
  formula TEXT NOT NULL,
  share REAL NOT NULL CHECK (share > 0 AND share <= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE salt_strength (  -- tablets of so many milligrams are named by the weight of the salt
  name TEXT NOT NULL REFERENCES supplement (name),
  mg REAL NOT NULL CHECK (mg > 0),
  PRIMARY KEY (name, mg)
) STRICT, WITHOUT ROWID;

CREATE TABLE supplement_alias (
  words TEXT PRIMARY KEY,
  name TEXT NOT NULL REFERENCES supplement (name)
) STRICT, WITHOUT ROWID;

CREATE TABLE reference_intake (
  guideline TEXT NOT NULL CHECK (guideline IN ('us', 'efsa')),
  sex TEXT NOT NULL CHECK (sex IN ('f', 'm', 'any')),
  stage TEXT NOT NULL CHECK (stage IN ('none', 'pregnant', 'lactating')),
  from_years REAL NOT NULL,
  below_years REAL,
  nutrient TEXT NOT NULL,
  meaning TEXT NOT NULL CHECK (meaning IN ('target', 'supplement_limit', 'limit')),
  amount REAL NOT NULL CHECK (amount > 0),
  unit TEXT NOT NULL,
  basis TEXT NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (guideline, stage, sex, nutrient, meaning, from_years)
) STRICT, WITHOUT ROWID;

-- The words that people use. Rows stand in the order of their tables: of two that fit the first counts.
CREATE TABLE body_word (
  word TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('part', 'tail', 'qualifier', 'side')),
  name TEXT NOT NULL,
  plural TEXT NOT NULL,  -- empty: the name with an s
  UNIQUE (word, kind)
) STRICT;

CREATE TABLE factor_word (
  word TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('hours', 'units', 'rating', 'free'))
) STRICT;

CREATE TABLE factor_phrase (
  factor TEXT NOT NULL,  -- empty: sounds like a factor and is none
  words TEXT NOT NULL
) STRICT;

CREATE TABLE sign (
  name TEXT NOT NULL UNIQUE,
  level TEXT NOT NULL CHECK (level IN ('emergency', 'soon', 'beside')),
  seen_when TEXT NOT NULL CHECK (seen_when IN ('now', 'today', 'week', 'visit')),
  in_a_sentence TEXT NOT NULL,
  reason TEXT NOT NULL  -- why it cannot wait; a whole sentence, empty but for emergencies
) STRICT;

CREATE TABLE sign_words (
  sign TEXT NOT NULL,  -- empty: sounds like a sign and is none
  said TEXT NOT NULL CHECK (said IN ('anywhere', 'asked', 'history', 'excuse')),
  words TEXT NOT NULL
) STRICT;

-- In the order of small_words.csv, which begins with what every line is held against: that lies side by side.
CREATE TABLE small_words (
  list TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL  -- in the order of their bytes, with a line end between
) STRICT;

CREATE TABLE meal (
  word TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  from_hour REAL NOT NULL,
  to_hour REAL NOT NULL CHECK (to_hour > from_hour)
) STRICT;

CREATE TABLE poison_centre (
  zone TEXT NOT NULL UNIQUE,  -- of time; with a slash at its end all that begin so
  name TEXT NOT NULL,
  number TEXT NOT NULL
) STRICT;

CREATE TABLE advice (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('condition', 'medicine')),
  effects TEXT NOT NULL,
  says TEXT NOT NULL,
  source TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE advice_alias (
  alias TEXT PRIMARY KEY,
  phrase TEXT NOT NULL,  -- as text::words_and_figures_of compares it, one blank between
  first TEXT NOT NULL,   -- its first word
  name TEXT NOT NULL REFERENCES advice (name)
) STRICT, WITHOUT ROWID;
CREATE INDEX advice_alias_by_first ON advice_alias (first);

-- Every word that a phrase may hold, and those that mean nothing beside them, all as they are compared.
CREATE TABLE advice_word (
  word TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('word', 'filler', 'joint')),
  PRIMARY KEY (word, kind)
) STRICT, WITHOUT ROWID;
)sql";

inline std::string catalogue_schema() {
  std::string figures;
  for (const auto& facts : quantity::nutrient_table) figures += ",\n  " + std::string(facts.field) + " REAL";
  constexpr std::string_view place = "{figures}";
  std::string schema(catalogue_tables);
  return schema.replace(schema.find(place), place.size(), figures);
}

/// A table's statement as it stands in the finished file: without comments and conditions. What was filled in met them,
/// nothing is filled in any more, and every start of the program reads these statements again.
inline std::string without_conditions(std::string sql) {
  const auto remove_from = [&](std::string_view begin, const auto& end_of) {
    for (std::size_t at = sql.find(begin); at != std::string::npos; at = sql.find(begin, at))
      sql.erase(at, end_of(at) - at);
  };
  const auto behind_brackets = [&](std::size_t at) {
    std::size_t end = sql.find('(', at);
    for (int open = 0; end < sql.size(); ++end) {
      if (sql[end] == '(') ++open;
      if (sql[end] == ')' && --open == 0) break;
    }
    return std::min(end + 1, sql.size());
  };
  remove_from("--", [&](std::size_t at) { return std::min(sql.find('\n', at), sql.size()); });
  remove_from(",\n  CHECK (", behind_brackets);  // of the whole table
  remove_from(" CHECK (", behind_brackets);
  remove_from(" REFERENCES ", behind_brackets);
  remove_from(" NOT NULL", [](std::size_t at) { return at + std::string_view(" NOT NULL").size(); });
  return sql;
}

inline constexpr const char* catalogue_indexes = R"sql(
CREATE INDEX everyday_by_food ON everyday (food_id);
CREATE INDEX title_by_food ON title (food_id, id, everyday_id, words) WHERE everyday_id IS NOT NULL;
CREATE INDEX title_by_words ON title (words);
CREATE INDEX title_by_sorted_words ON title (sorted_words);
INSERT INTO title_search (title_search) VALUES ('rebuild');
INSERT INTO title_search (title_search) VALUES ('optimize');
)sql";

}  // namespace lytes::foods

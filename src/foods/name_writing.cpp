#include "name_writing.hpp"

#include <SQLiteCpp/Database.h>

#include "lytes/errors.hpp"
#include "lytes/text/words.hpp"
#include "ranking.hpp"
#include "table_writing.hpp"

namespace lytes::foods {

NameWriter::NameWriter(SQLite::Database& db)
    : db_(db),
      add_title_(db,
                 "INSERT INTO title (food_id, everyday_id, text, words, sorted_words, head_words, cost, state, brands)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      ref_(db, "SELECT ref FROM food WHERE id = ?") {}

void NameWriter::title(std::int64_t food, std::optional<std::int64_t> everyday, std::string_view text) {
  const auto words = text::words_of(text);
  add_title_.bind(1, food);
  if (everyday) {
    add_title_.bind(2, *everyday);
  } else {
    add_title_.bind(2);
  }
  set(add_title_, 3, text);
  set(add_title_, 4, text::key_of(words));
  set(add_title_, 5, text::sorted_key_of(words));
  ref_.bind(1, food);
  if (!ref_.executeStep()) throw InputError("a name for a food that is not there: " + std::string(text));
  const TitleRank rank = rank_of(text, text::key_of(words), ref_.getColumn(0).getString());
  ref_.reset();
  add_title_.bind(6, rank.head_words);
  add_title_.bind(7, rank.cost);
  add_title_.bind(8, rank.state);
  set(add_title_, 9, rank.brands);
  run(add_title_);
}

void NameWriter::everyday(const csv::Row& row, std::int64_t food, const EverydayUse& use, std::string_view with) {
  SQLite::Statement add(db_,
                        "INSERT INTO everyday (name, food_id, kind, portion, grams, each_grams) VALUES (?, ?, ?, ?, ?, "
                        "?)");
  set(add, 1, row.required("name"));
  add.bind(2, food);
  set(add, 3, use.kind);
  set(add, 4, use.portion);
  add.bind(5, use.grams);
  set(add, 6, use.each_grams);
  run(add);
  const std::int64_t id = db_.getLastInsertRowid();
  std::set<std::string> own;
  const auto name = [&](std::string_view text) {
    const std::string key = text::key_of(text::words_of(text));
    if (!own.insert(key).second) return;  // a plural beside its singular
    if (!keys_.insert(key).second)
      throw InputError(row.place("aliases") + ": another food is already called \"" + std::string(text) + "\"");
    title(food, id, text);
  };
  const auto name_and_more = [&](std::string_view text) {
    name(text);
    if (!with.empty() && text.find(with) == std::string_view::npos) name(std::string(text) + std::string(with));
  };
  name_and_more(row["name"]);
  for_each_part(row["aliases"], name_and_more);
}

}  // namespace lytes::foods

#include "vocabulary_tables.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/ranges.h>

#include <functional>
#include <map>
#include <set>
#include <vector>

#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/words.hpp"
#include "table_writing.hpp"

namespace lytes::foods {

namespace {

namespace fs = std::filesystem;
using csv::Row;

class VocabularyWriter {
 public:
  VocabularyWriter(SQLite::Database& db, fs::path folder) : db_(db), folder_(std::move(folder)) {}

  void write() {
    body_parts();
    factors();
    signs();
    small_words();
    meals();
    poison_centres();
    advice("conditions.csv", "condition");
    advice("medicines.csv", "medicine");
    medicines_taken();
  }

 private:
  void each(const char* file, const std::function<void(const Row&)>& row) { csv::read_file(folder_ / file, row); }

  /// Calls `word` for the name and for each other word of a row.
  static void each_word(const Row& row, const std::function<void(std::string_view)>& word) {
    if (!row["name"].empty()) word(row["name"]);
    for_each_part(row["words"], word);
  }

  void body_parts() {
    SQLite::Statement add(db_, "INSERT OR IGNORE INTO body_word (kind, name, word, plural) VALUES (?, ?, ?, ?)");
    each("body_parts.csv", [&](const Row& row) {
      each_word(row, [&](std::string_view word) {
        set(add, 1, row.required("kind"));
        set(add, 2, row.required("name"));
        set(add, 3, word);
        set(add, 4, row["plural"]);
        run(add);
      });
    });
  }

  void factors() {
    std::set<std::string, std::less<>> names;
    SQLite::Statement add(db_, "INSERT INTO factor_word (name, scale, word) VALUES (?, ?, ?)");
    each("factors.csv", [&](const Row& row) {
      each_word(row, [&](std::string_view word) {
        set(add, 1, row.required("name"));
        set(add, 2, row.required("scale"));
        set(add, 3, word);
        run(add);
      });
      names.emplace(row["name"]);
    });
    SQLite::Statement add_phrase(db_, "INSERT INTO factor_phrase (factor, words) VALUES (?, ?)");
    each("factor_phrases.csv", [&](const Row& row) {
      if (!row["factor"].empty() && !names.contains(row["factor"]))
        throw InputError(row.place("factor") + ": not in factors.csv", std::string(row["factor"]));
      set(add_phrase, 1, row["factor"]);
      set(add_phrase, 2, row.required("words"));
      run(add_phrase);
    });
  }

  void signs() {
    std::set<std::string, std::less<>> names;
    SQLite::Statement add(db_,
                          "INSERT INTO sign (name, level, seen_when, in_a_sentence, reason) VALUES (?, ?, ?, ?, ?)");
    each("signs.csv", [&](const Row& row) {
      row.required("source");
      set(add, 1, row.required("name"));
      set(add, 2, row.required("level"));
      set(add, 3, row.required("when"));
      set(add, 4, row.required("in_a_sentence"));
      set(add, 5, row["reason"]);
      run(add);
      names.emplace(row["name"]);
    });
    SQLite::Statement add_words(db_, "INSERT INTO sign_words (sign, said, words) VALUES (?, ?, ?)");
    each("sign_words.csv", [&](const Row& row) {
      if (!row["sign"].empty() && !names.contains(row["sign"]))
        throw InputError(row.place("sign") + ": not in signs.csv", std::string(row["sign"]));
      set(add_words, 1, row["sign"]);
      set(add_words, 2, row.required("said"));
      set(add_words, 3, row.required("words"));
      run(add_words);
    });
  }

  void advice_word(std::string_view word, std::string_view kind) {
    SQLite::Statement add(db_, "INSERT OR IGNORE INTO advice_word VALUES (?, ?)");
    set(add, 1, word);
    set(add, 2, kind);
    run(add);
  }

  void small_words() {
    std::map<std::string, std::set<std::string>> lists;
    std::vector<std::string> in_order;
    each("small_words.csv", [&](const Row& row) {
      const std::string_view list = row.required("list");
      if (!lists.contains(std::string(list))) in_order.emplace_back(list);
      for_each_part(row.required("words"), [&](std::string_view word) {
        if (!lists[std::string(list)].emplace(word).second) {
          throw InputError(row.place("words") + ": twice in the list", std::string(word), 0, "each word once");
        }
        constexpr std::string_view about_profiles = "profile ";
        if (!list.starts_with(about_profiles)) return;
        advice_word(text::key_of(text::words_of(word)), list.substr(about_profiles.size()));
      });
    });
    SQLite::Statement add(db_, "INSERT INTO small_words (list, words) VALUES (?, ?)");
    for (const auto& list : in_order) {
      set(add, 1, list);
      set(add, 2, fmt::format("{}", fmt::join(lists[list], "\n")));
      run(add);
    }
  }

  void meals() {
    SQLite::Statement add(db_, "INSERT INTO meal (word, name, from_hour, to_hour) VALUES (?, ?, ?, ?)");
    each("meals.csv", [&](const Row& row) {
      each_word(row, [&](std::string_view word) {
        set(add, 1, word);
        set(add, 2, row.required("name"));
        add.bind(3, required_number(row, "from_hour"));
        add.bind(4, required_number(row, "to_hour"));
        run(add);
      });
    });
  }

  void poison_centres() {
    SQLite::Statement add(db_, "INSERT INTO poison_centre (zone, name, number) VALUES (?, ?, ?)");
    each("poison_centres.csv", [&](const Row& row) {
      row.required("source");
      for_each_part(row.required("zones"), [&](std::string_view zone) {
        set(add, 1, zone);
        set(add, 2, row.required("name"));
        set(add, 3, row.required("number"));
        run(add);
      });
    });
  }

  /// The names under which something is logged as a medicine, as lines are compared.
  void medicines_taken() {
    std::set<std::string> names;
    each("medicines.csv", [&](const Row& row) {
      if (row.required("logged_as") != "medicine") return;
      each_word(row, [&](std::string_view word) { names.insert(text::key_of(text::words_of(word))); });
    });
    SQLite::Statement add(db_, "INSERT INTO small_words (list, words) VALUES ('medicine', ?)");
    set(add, 1, fmt::format("{}", fmt::join(names, "\n")));
    run(add);
  }

  void advice(const char* file, const char* kind) {
    SQLite::Statement add(db_, "INSERT INTO advice VALUES (?, ?, ?, ?, ?)");
    SQLite::Statement add_alias(db_, "INSERT OR IGNORE INTO advice_alias VALUES (lower(?), ?, ?, ?)");
    each(file, [&](const Row& row) {
      set(add, 1, row.required("name"));
      set(add, 2, kind);
      set(add, 3, row["effects"]);
      set(add, 4, row.required("says"));
      set(add, 5, row.required("source"));
      run(add);
      each_word(row, [&](std::string_view word) {
        set(add_alias, 1, word);
        const auto words = text::words_and_figures_of(word);
        if (words.empty()) throw InputError(row.place("words") + ": no word", std::string(word));
        set(add_alias, 2, text::key_of(words));
        set(add_alias, 3, words.front().text);
        set(add_alias, 4, row["name"]);
        run(add_alias);
        for (const auto& one : words) advice_word(one.text, "word");
      });
    });
  }

  SQLite::Database& db_;
  fs::path folder_;
};

}  // namespace

void write_vocabulary(SQLite::Database& catalogue, const fs::path& vocabulary) {
  VocabularyWriter(catalogue, vocabulary).write();
}

}  // namespace lytes::foods

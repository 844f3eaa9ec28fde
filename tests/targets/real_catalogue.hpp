#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "lytes/csv/csv.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/targets/advice.hpp"
#include "lytes/targets/reference.hpp"
#include "lytes/text/words.hpp"
#include "storage/fresh_folder.hpp"

namespace lytes::targets::testing {

inline constexpr int catalogue_version = 1;

/// The tables of this room in a catalogue file of their own, filled from the tables as they are delivered.
class RealCatalogue {
 public:
  RealCatalogue() {
    SQLite::Database made(path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    made.exec("PRAGMA application_id = " + std::to_string(storage::catalogue_application_id));
    made.exec("PRAGMA user_version = " + std::to_string(catalogue_version));
    made.exec(R"sql(
      CREATE TABLE reference_intake (guideline TEXT, sex TEXT, stage TEXT, from_years REAL, below_years REAL,
                                     nutrient TEXT, meaning TEXT, amount REAL, unit TEXT, basis TEXT,
                                     source TEXT) STRICT;
      CREATE TABLE advice (kind TEXT, name TEXT, effects TEXT, says TEXT, source TEXT) STRICT;
      CREATE TABLE advice_alias (alias TEXT, phrase TEXT, first TEXT, name TEXT) STRICT;
      CREATE TABLE advice_word (word TEXT, kind TEXT, PRIMARY KEY (word, kind)) STRICT;
    )sql");
    SQLite::Transaction transaction(made);
    fill_references(made);
    fill_advice(made);
    fill_small_words(made);
    transaction.commit();
  }

  storage::ReadOnlyFile open() const {
    return storage::ReadOnlyFile::open(path(), storage::catalogue_application_id, catalogue_version);
  }

  /// To make it wrong in some way.
  void change(const std::string& sql) const {
    SQLite::Database database(path(), SQLite::OPEN_READWRITE);
    database.exec(sql);
  }

 private:
  std::string path() const { return folder_ / "catalogue.db"; }

  static void fill_references(SQLite::Database& database) {
    SQLite::Statement add(database, "INSERT INTO reference_intake VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    csv::read_file(LYTES_SOURCE_DIR "/nutrient_data/reference_intakes.csv", [&](const csv::Row& row) {
      const auto text = [&](int place, const char* column) { add.bind(place, std::string(row[column])); };
      text(1, "guideline");
      text(2, "sex");
      text(3, "stage");
      add.bind(4, row.number("from_years").value());
      if (const auto below = row.number("below_years")) add.bind(5, *below);
      text(6, "nutrient");
      text(7, "meaning");
      add.bind(8, row.number("amount").value());
      text(9, "unit");
      text(10, "basis");
      text(11, "source");
      add.exec();
      add.reset();
      add.clearBindings();
    });
  }

  static void fill_advice(SQLite::Database& database) {
    SQLite::Statement add(database, "INSERT INTO advice VALUES (?, ?, ?, ?, ?)");
    SQLite::Statement add_alias(database, "INSERT INTO advice_alias VALUES (?, ?, ?, ?)");
    for (const std::string kind : {"condition", "medicine"}) {
      csv::read_file(LYTES_SOURCE_DIR "/vocabulary/" + kind + "s.csv", [&](const csv::Row& row) {
        add.bind(1, kind);
        int place = 2;
        for (const char* column : {"name", "effects", "says", "source"}) {
          add.bind(place++, std::string(row[column]));
        }
        add.exec();
        add.reset();
        std::istringstream aliases{std::string(row["name"]) + ";" + std::string(row["words"])};
        for (std::string alias; std::getline(aliases, alias, ';');) {
          add_alias.bind(1, alias);
          const auto words = text::words_and_figures_of(alias);
          add_alias.bind(2, text::key_of(words));
          add_alias.bind(3, words.front().text);
          add_alias.bind(4, std::string(row["name"]));
          for (const auto& word : words) add_word(database, word.text, "word");
          add_alias.exec();
          add_alias.reset();
        }
      });
    }
  }

  static void add_word(SQLite::Database& database, const std::string& word, const std::string& kind) {
    SQLite::Statement add(database, "INSERT OR IGNORE INTO advice_word VALUES (?, ?)");
    add.bind(1, word);
    add.bind(2, kind);
    add.exec();
  }

  static void fill_small_words(SQLite::Database& database) {
    csv::read_file(LYTES_SOURCE_DIR "/vocabulary/small_words.csv", [&](const csv::Row& row) {
      const std::string list(row["list"]);
      const std::string about_profiles = "profile ";
      if (!list.starts_with(about_profiles)) return;
      std::istringstream words{std::string(row["words"])};
      for (std::string word; std::getline(words, word, ';');) {
        add_word(database, text::key_of(text::words_of(word)), list.substr(about_profiles.size()));
      }
    });
  }

  storage::testing::FreshFolder folder_;
};

inline const std::vector<ReferenceIntake>& real_references() {
  static const std::vector<ReferenceIntake> references = [] {
    const RealCatalogue catalogue;
    auto file = catalogue.open();
    return load_reference_intakes(file);
  }();
  return references;
}

inline const AdviceBook& real_advice() {
  static const AdviceBook advice = [] {
    const RealCatalogue catalogue;
    auto file = catalogue.open();
    return load_advice(file);
  }();
  return advice;
}

/// The advice for a person with these conditions and medicines.
inline PersonalAdvice advice_for(std::vector<std::string> conditions, std::vector<std::string> medicines = {}) {
  Profile profile;
  profile.conditions = std::move(conditions);
  profile.medicines = std::move(medicines);
  return {profile, std::nullopt, &real_advice()};
}

}  // namespace lytes::targets::testing

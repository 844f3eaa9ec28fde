// Whatever a file holds, no command ends otherwise than by saying what is wrong, or by doing what it is for.

#include <catch2/catch.hpp>

#include "cli/computer.hpp"
#include "cli/mutations.hpp"
#include "storage/rounds.hpp"

using namespace lytes;
using cli::testing::Computer;
namespace fs = std::filesystem;

namespace {

void write_diary(Computer& computer) {
  const std::vector<std::vector<std::string>> lines = {
      {"drink", "2", "cups", "coffee", "@", "8:30", "--yes"},
      {"eat", "2", "eggs,", "1", "slice", "whole", "wheat", "bread", "@", "yesterday", "8:00", "--yes"},
      {"take", "200mg", "magnesium", "@", "9:00"},
      {"spasm", "left", "calf", "6/10", "5m", "@", "7:00", "--with", "numbness"},
      {"stress", "7", "@", "9:30"},
      {"log", "sleep", "6.5h", "@", "6:00"},
      {"note", "long", "drive", "@", "yesterday", "22:00"},
      {"foods", "add", "my tablets", "--per", "3 tablets", "--magnesium", "300mg"},
      {"recipe", "add", "shake", "200ml", "milk,", "1", "medium", "banana", "--yes"},
      {"profile", "set", "sex=female", "birth_year=1980", "condition=kidney stones"},
      {"targets", "set", "magnesium", "300mg"},
      {"day", "done", "yesterday"},
      {"edit", "1", "amount=1", "cup"},
      {"delete", "5"}};
  for (const auto& line : lines) {
    INFO(line.front());
    REQUIRE(computer.lytes(line) == 0);
  }
}

std::size_t times_in(const std::string& text, const std::string& words) {
  std::size_t times = 0;
  for (std::size_t at = 0; (at = text.find(words, at)) != std::string::npos; at += words.size()) ++times;
  return times;
}

const std::vector<std::vector<std::string>> commands = {{"doctor"},
                                                        {"list", "2020-01-01..2030-01-01"},
                                                        {"today"},
                                                        {"day", "yesterday"},
                                                        {"week"},
                                                        {"week", "--json"},
                                                        {"report"},
                                                        {"history"},
                                                        {"profile"},
                                                        {"targets"},
                                                        {"foods", "list"},
                                                        {"recipe", "list"},
                                                        {"show", "1"},
                                                        {"drink", "300ml", "water"},
                                                        {"eat", "1", "shake", "--yes"},
                                                        {"edit", "2", "amount=500ml"},
                                                        {"again", "yesterday"},
                                                        {"day", "done"},
                                                        {"undo", "3"},
                                                        {"redo", "2"},
                                                        {"delete", "2"},
                                                        {"backup"},
                                                        {"purge", "--yes"}};

}  // namespace

TEST_CASE_METHOD(Computer, "no command fails otherwise than in words, whatever has become of the journal",
                 "[torture]") {
  write_diary(*this);
  const fs::path sound = folder / "sound.db";
  fs::rename(journal, sound);
  cli::testing::Chance chance(20261126);
  for (int round = 0; round < storage::testing::rounds(12, 600); ++round) {
    for (const auto& file : fs::directory_iterator(folder.path())) {
      if (file.path() != sound) fs::remove_all(file.path());
    }
    fs::copy_file(sound, journal);
    cli::testing::mutate(journal, chance);
    INFO("round " << round);
    const auto answers = [&](const std::vector<std::string>& words) {
      INFO(words.front());
      const int code = lytes(words);
      CHECK((code >= 0 && code <= 4));
      CHECK_THAT(complained + said, !Catch::Contains("inside lytes"));
    };
    answers({"doctor", "--rescue", (folder / "rescued.db").string()});
    for (const auto& words : commands) answers(words);
    if (fs::exists(folder / "rescued.db")) {
      INFO("rescued");
      CHECK(lytes({"restore", (folder / "rescued.db").string()}) == 0);
      const int health = lytes({"doctor"});
      CAPTURE(said);
      // A day that does not fit its time is kept as it stands, and told: which of the two is right only a person knows.
      CHECK((health == 0 || (times_in(said, "DAMAGED") == 1 && times_in(said, "DAMAGED  days") == 1)));
    }
  }
}

TEST_CASE_METHOD(Computer, "a setting that nobody can have made is told, can be set anew, and is not rescued") {
  const auto [name, value] = GENERATE(table<std::string, std::string>(
      {{"measures", "cubits"}, {"day_start", "never"}, {"day_start", "24:00"}, {"day_start", "0u:00"}}));
  INFO(name << " " << value);
  REQUIRE(lytes({"drink", "300ml", "water"}) == 0);
  REQUIRE(lytes({"profile", "set", "day_start=05:00", "measures=metric"}) == 0);
  {
    SQLite::Database database(journal.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement update(database, "UPDATE setting SET value = ?1 WHERE name = ?2");
    update.bind(1, value);
    update.bind(2, name);
    REQUIRE(update.exec() == 1);
  }
  CHECK(lytes({"drink", "1", "cup", "water"}) == 0);
  CHECK_THAT(complained, Catch::Contains(value));
  CHECK(lytes({"doctor"}) == cli::BadJournal);
  CHECK_THAT(said, Catch::Contains("DAMAGED  settings"));
  REQUIRE(lytes({"doctor", "--rescue", (folder / "rescued.db").string()}) == 0);
  CHECK(lytes({"profile", "set", name + (name == "measures" ? "=us" : "=04:00")}) == 0);
  CHECK(lytes({"doctor"}) == 0);
  journal = folder / "rescued.db";
  CHECK(lytes({"doctor"}) == 0);
  CHECK(json_of({"list", "--json"}).at("entries").size() == 2);
}

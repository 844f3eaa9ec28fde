// Files that are damaged or made in one certain way, each told by its test's name.

#include <fmt/format.h>
#include <algorithm>
#include <catch2/catch.hpp>

#include <vector>

#include "lytes/storage/examination.hpp"
#include "lytes/storage/rescue.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
namespace fs = std::filesystem;

namespace {

void leave_as_it_is(SQLite::Database& /*made*/, Rescued& /*counts*/) {}

struct Journal {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  fs::path saved = folder / "saved.db";
  static constexpr int drinks = 900;

  Journal() {
    JournalFile journal = JournalFile::open(file, Access::Write);
    Change change(journal, "import", some_time);
    for (int i = 0; i < drinks; ++i) insert_drink(journal, i);
    change.commit();
  }

  void exec(const std::string& sql) const {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(sql);
  }
  std::uint32_t number(const std::string& sql) const {
    SQLite::Database database(file.string());
    return database.execAndGet(sql).getUInt();
  }

  void write(std::uint64_t place, const std::string& bytes) const {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(place));
    stream << bytes;
  }
  void spoil(std::uint32_t page) const { write((page - std::uint64_t{1}) * 4096, std::string(4096, '\x5a')); }
  void wipe_header() const { write(0, std::string(100, '\0')); }

  Rescued rescue_it(const Progress& progress = {}) const {
    return rescue(file, saved, {{}, {}}, leave_as_it_is, progress);
  }
  /// One number out of the new journal, which is found sound.
  std::int64_t in_saved(const std::string& sql) const {
    JournalFile journal = JournalFile::open(saved, Access::Read);
    CHECK(first_damage(journal).value_or("") == "");
    return journal.database().execAndGet(sql).getInt64();
  }
};

constexpr const char* one_leaf_of_intake =
    "SELECT pageno FROM dbstat WHERE name = 'intake' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2";

std::string big_endian(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> static_cast<unsigned>(shift));
  return bytes;
}

}  // namespace

TEST_CASE_METHOD(Journal, "what was deleted stays deleted, also beside a page that cannot be read") {
  // As on systems whose SQLite leaves the bytes of deleted rows where they are.
  exec("PRAGMA secure_delete = OFF; DELETE FROM intake WHERE entry_id > 500; DELETE FROM entry WHERE id > 500");
  REQUIRE(number("PRAGMA freelist_count") > 0);
  const bool spoilt = GENERATE(false, true);
  if (spoilt) spoil(number(one_leaf_of_intake));
  const Rescued rescued = rescue_it();
  CHECK(in_saved("SELECT max(id) FROM entry") == 500);
  CHECK(in_saved("SELECT max(entry_id) FROM intake") == 500);
  CHECK(in_saved("SELECT count(*) FROM intake") > (spoilt ? 400 : 499));
}

TEST_CASE_METHOD(Journal, "numbers of rows that were deleted or lost are not given again") {
  exec("DELETE FROM intake WHERE entry_id > 500; DELETE FROM entry WHERE id > 500");
  rescue_it();
  CHECK(in_saved("SELECT seq FROM sqlite_sequence WHERE name = 'entry'") == drinks);
}

TEST_CASE_METHOD(Journal, "numbers that only details still speak of are not given again") {
  exec("PRAGMA foreign_keys = OFF; DELETE FROM entry WHERE id > 700; UPDATE sqlite_sequence SET seq = 0");
  rescue_it();
  CHECK(in_saved("SELECT seq FROM sqlite_sequence WHERE name = 'entry'") == drinks);
}

TEST_CASE_METHOD(Journal, "a schema that leads to the wrong page hides no row") {
  exec(
      "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = "
      "(SELECT rootpage FROM sqlite_schema WHERE name = 'own_food') WHERE name = 'intake'");
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
}

TEST_CASE_METHOD(Journal, "one table whose statement is none any more hides no other") {
  exec("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABEL' WHERE name = 'setting'");
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
}

TEST_CASE_METHOD(Journal, "pages of any size are found without a header") {
  const int size = GENERATE(512, 1024, 8192, 65536);
  INFO(size);
  exec("PRAGMA journal_mode = DELETE");
  exec("PRAGMA page_size = " + std::to_string(size) + "; VACUUM");
  REQUIRE(number("PRAGMA page_size") == static_cast<std::uint32_t>(size));
  wipe_header();
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
  CHECK(in_saved("SELECT total(water_ml) FROM intake") == drinks * (drinks - 1) / 2);
}

TEST_CASE_METHOD(Journal, "what waits in the log of a journal without a header is saved, too") {
  JournalFile journal = JournalFile::open(file, Access::Write);
  journal.database().exec("PRAGMA journal_mode = WAL");
  log_drink(journal, 100'000);
  REQUIRE(fs::file_size(file.string() + "-wal") > 0);
  const fs::path copy = folder / "copy.db";
  fs::copy_file(file, copy);
  fs::copy_file(file.string() + "-wal", copy.string() + "-wal");
  file = copy;
  wipe_header();
  const auto before = contents(folder.path());
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks + 1);
  auto after = contents(folder.path());
  CHECK(after.erase("saved.db") == 1);
  CHECK(after == before);
}

TEST_CASE_METHOD(Journal, "a transaction that was cut short is taken back by the journal beside the file") {
  exec("PRAGMA journal_mode = DELETE");
  const fs::path copy = folder / "copy.db";
  {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    database.exec(
        "PRAGMA cache_size = 5; BEGIN; UPDATE intake SET water_ml = 100000; UPDATE entry SET note = 'half-way'");
    fs::copy_file(file.string() + "-journal", copy.string() + "-journal");
    fs::copy_file(file, copy);
    fs::last_write_time(copy, fs::last_write_time(copy) + std::chrono::seconds(1));  // the journal is written first
  }
  REQUIRE_THAT(bytes_of(copy), Catch::Contains("half-way"));
  file = copy;
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM entry WHERE note IS NULL") == drinks);
  CHECK(in_saved("SELECT total(water_ml) FROM intake") == drinks * (drinks - 1) / 2);
  CHECK(std::ranges::count_if(fs::directory_iterator(folder.path()), [](const auto&) { return true; }) == 4);
}

TEST_CASE_METHOD(Journal, "a log of nonsense does no harm") {
  const std::string suffix = GENERATE("-wal", "-journal");
  exec("PRAGMA journal_mode = DELETE");
  std::ofstream(file.string() + suffix) << std::string(50'000, '\x5a');
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
}

TEST_CASE_METHOD(Journal, "a note whose end was wiped keeps its beginning") {
  exec("PRAGMA journal_mode = DELETE; UPDATE entry SET note = printf('%.*c', 9000, 'n') WHERE id = 5");
  const std::uint32_t last =
      number("SELECT pageno FROM dbstat WHERE name = 'entry' AND pagetype = 'overflow' ORDER BY path DESC LIMIT 1");
  write((last - std::uint64_t{1}) * 4096, std::string(4096, '\0'));
  rescue_it();
  CHECK(in_saved("SELECT length(note) FROM entry WHERE id = 5") > 4096);
  CHECK(in_saved("SELECT length(note) FROM entry WHERE id = 5") < 9000);
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
}

TEST_CASE_METHOD(Journal, "trees that lead in circles come to an end") {
  exec("PRAGMA journal_mode = DELETE");
  const std::uint32_t root = number("SELECT rootpage FROM sqlite_schema WHERE name = 'intake'");
  const std::uint32_t other = number("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'");
  // Five hundred children each, down to the same pages again and again: far more ways than there is time.
  const auto inner_page = [&](std::uint32_t child) {
    constexpr std::size_t cells = 500;
    std::string page("\x05\0\0\x01\xf4\x08\0\0", 8);
    page += big_endian(child);
    for (std::size_t i = 0; i < cells; ++i) {
      const std::size_t place = 1012 + i * 6;
      page += static_cast<char>(place >> 8U);
      page += static_cast<char>(place & 0xFFU);
    }
    for (std::size_t i = 0; i < cells; ++i) page += big_endian(child) + std::string("\x81\x01", 2);
    page.resize(4096, '\0');
    return page;
  };
  const std::uint32_t leaf = number(one_leaf_of_intake);
  const std::uint32_t pages = number("PRAGMA page_count");
  for (std::uint32_t deep = 0; deep < 10; ++deep) {
    write((pages + deep) * std::uint64_t{4096}, inner_page(deep == 9 ? leaf : pages + deep + 2));
  }
  write(28, big_endian(pages + 10));
  write((root - std::uint64_t{1}) * 4096, inner_page(pages + 1));
  write((other - std::uint64_t{1}) * 4096, inner_page(other));
  rescue_it();
  CHECK(in_saved("SELECT count(*) FROM intake") == drinks);
}

TEST_CASE_METHOD(Journal, "progress goes up from nothing to all, in hundredths at most") {
  if (GENERATE(false, true)) wipe_header();
  std::vector<double> shares;
  rescue_it([&](double share) { shares.push_back(share); });
  CHECK(std::ranges::is_sorted(shares));
  CHECK(shares.front() >= 0);
  CHECK(shares.back() == 1);
  CHECK(shares.size() > 5);
  CHECK(shares.size() <= 101);
}

TEST_CASE("journals begun by an older schema are saved without their own", "[rescue]") {
  for (const int version : {1, 2, 3, 4, 5, 6, 7}) {
    INFO("version " << version);
    const FreshFolder folder;
    const fs::path file = folder / "j.db";
    fs::copy_file(fs::path(LYTES_SOURCE_DIR) / "tests/storage/fixtures" / fmt::format("journal_v{}.db", version), file);
    const auto count = [](JournalFile& journal) {
      std::map<std::string, std::int64_t> rows;
      for (const char* table :
           {"entry",      "intake",       "spasm",      "spasm_flag",  "stress",      "factor",
            "day_status", "profile_fact", "own_target", "own_food",    "own_portion", "remembered_answer",
            "setting",    "change",       "recipe",     "recipe_item", "read_line",   "medicine",
            "kept_trial", "kept_draw",    "trial",      "trial_coin"}) {
        rows[table] = journal.database().execAndGet(fmt::format("SELECT count(*) FROM {}", table)).getInt64();
      }
      return rows;
    };
    const std::string original = bytes_of(file);
    fs::copy_file(file, folder / "whole.db");
    JournalFile whole = JournalFile::open(folder / "whole.db", Access::Write);
    std::string damaged = original;
    damaged.replace(0, 4096, std::string(4096, '\0'));
    std::ofstream(file, std::ios::binary) << damaged;
    rescue(
        file, folder / "saved.db",
        {{},
         {{"profile_fact", "date(from_day, '+0 days') IS from_day AND name NOT IN ('complete', 'partial', 'none')"}}},
        leave_as_it_is);
    JournalFile saved = JournalFile::open(folder / "saved.db", Access::Read);
    for (const auto& [table, rows] : count(whole)) {
      INFO(table);
      CHECK(count(saved)[table] == rows);
    }
  }
}

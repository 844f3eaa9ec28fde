// How much of what stands in a damaged file is saved: of all rows whose pages are untouched.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "lytes/storage/examination.hpp"
#include "lytes/storage/rescue.hpp"
#include "rounds.hpp"
#include "sample_journal.hpp"
#include "standing_rows.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
namespace fs = std::filesystem;

namespace {

const std::vector<Trace> traces = {
    {"entry",
     "SELECT id, id AS line, kind, at_utc, utc_offset_s, day FROM entry INDEXED BY entry_by_day WHERE day > ''", true},
    {"intake", "SELECT entry_id FROM intake INDEXED BY intake_guard WHERE entry_id > 0", false}};

const std::vector<RowCondition> conditions = {
    {"profile_fact", "date(from_day, '+0 days') IS from_day AND name NOT IN ('complete', 'partial', 'none')"}};

void exec(JournalFile& journal, const std::string& sql) { journal.database().exec(sql); }

void log_day(JournalFile& journal, int day) {
  Change change(journal, fmt::format("day {}", day), some_time);
  exec(journal, fmt::format(R"(
    CREATE TEMP TABLE IF NOT EXISTS kinds AS SELECT column1 AS kind FROM (VALUES ('drink'), ('food'), ('food'),
      ('supplement'), ('spasm'), ('stress'), ('factor'), ('note'));
    INSERT INTO entry (line, kind, at_utc, utc_offset_s, day, note, import_key)
    SELECT {0} * 8 + 1, kind, 1770000000 + {0} * 86400 + row * 3600, 3600, date('2026-01-01', '+{0} days'),
           CASE WHEN {0} % 5 = 0 OR kind = 'note' THEN printf('%.*c', 10 + ({0} * 37 + row * 101) % 250, 'n') END,
           CASE WHEN {0} % 3 = 0 THEN 'row:' || {0} || ':' || row END
    FROM (SELECT kind, rowid AS row FROM temp.kinds);
    INSERT INTO intake
    SELECT id, 'usda:14411', 'Water, tap, number ' || id, '1 cup', 237.0, 236.7, 31.9, CASE WHEN id % 3 THEN 422.4 END, id, 0.5,
           NULL, NULL
    FROM entry WHERE day = date('2026-01-01', '+{0} days') AND kind IN ('drink', 'food', 'supplement');
    INSERT INTO spasm SELECT id, 'calf left', id % 10, CASE WHEN id % 2 THEN 2.5 END FROM entry
    WHERE day = date('2026-01-01', '+{0} days') AND kind = 'spasm';
    INSERT INTO spasm_flag SELECT id, 'numbness' FROM entry
    WHERE day = date('2026-01-01', '+{0} days') AND kind = 'spasm';
    INSERT INTO stress SELECT id, id % 11 FROM entry WHERE day = date('2026-01-01', '+{0} days') AND kind = 'stress';
    INSERT INTO factor SELECT id, 'sleep', 6.5, 'h' FROM entry
    WHERE day = date('2026-01-01', '+{0} days') AND kind = 'factor';
    INSERT INTO day_status VALUES (date('2026-01-01', '+{0} days'), 'intake', 'complete'),
                                  (date('2026-01-01', '+{0} days'), 'spasms', 'complete');
    INSERT INTO remembered_answer VALUES ('food', 'words number {0}', 'usda:{0}'))",
                            day));
  change.commit();
}

/// Something of everything, with long notes, and with rows that were deleted again.
void write_diary(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, Access::Write);
  {
    Change change(journal, "profile", some_time);
    exec(journal, R"(
      INSERT INTO profile_fact VALUES ('sex', '2026-01-01', 'female'), ('birth_year', '2026-01-01', '1980'),
                                      ('stage', '2026-03-01', NULL);
      INSERT INTO own_target VALUES ('magnesium', '2026-01-01', 400), ('sodium', '2026-02-01', NULL);
      INSERT INTO setting VALUES ('day_start', '04:30'), ('measures', 'metric'), ('history_limit_mb', '64');
      INSERT INTO own_food SELECT value, 'broth ' || value, 'food', 100, 'g', 90, NULL, 3, 4, 5, NULL, 0.5,
        CASE WHEN value % 3 = 0 THEN printf('%012d', value) END
      FROM (WITH RECURSIVE n(value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM n WHERE value < 80) SELECT value FROM n);
      INSERT INTO own_portion SELECT id, 'bowl', 250 FROM own_food;
      INSERT INTO recipe SELECT id, 4, NULL FROM own_food WHERE id % 2;
      INSERT INTO recipe_item SELECT own_food_id, 1, 'usda:2047', 'Salt', '1 g', 1, 0, 0, 0, 390, 0, 0, 0 FROM recipe)");
    change.commit();
  }
  for (int day = 0; day < 150; ++day) log_day(journal, day);
  for (int day = 10; day < 150; day += 50) {
    Change change(journal, "edit", some_time);
    exec(journal, fmt::format("UPDATE entry SET note = printf('%.*c', 9000 + {0}, 'l') WHERE id = {0} * 8 + 3", day));
    exec(journal, fmt::format("DELETE FROM intake WHERE entry_id BETWEEN {0} * 8 + 9 AND {0} * 8 + 60;"
                              "DELETE FROM entry WHERE kind IN ('drink', 'food', 'supplement') AND id BETWEEN {0} * 8 "
                              "+ 9 AND {0} * 8 + 60",
                              day));
    change.commit();
  }
}

struct Diary {
  FreshFolder folder;
  fs::path damaged = folder / "damaged.db";
  fs::path saved = folder / "saved.db";
  std::string sound;
  std::vector<PlacedRow> rows;
  std::map<std::string, std::string> values;
  std::mt19937 chance{20261126};
  static constexpr std::size_t page_size = 4096;

  // What the rounds of a test found.
  double worst = 1;
  double sum = 0;
  int rounds_with_rows = 0;
  std::int64_t altered = 0;
  std::int64_t invented = 0;

  Diary() {
    write_diary(folder / "sound.db");
    SQLite::Database database((folder / "sound.db").string());
    rows = placed_rows(database);
    for (const PlacedRow& row : rows) values[row.name] = row.values;
    sound = bytes_of(folder / "sound.db");
  }

  std::uint32_t pages() const { return static_cast<std::uint32_t>(sound.size() / page_size); }
  std::uint32_t any_page() { return static_cast<std::uint32_t>(chance() % pages()) + 1; }
  std::string garbage(std::size_t size) {
    std::string bytes(size, '\0');
    for (char& byte : bytes) byte = static_cast<char>(chance());
    return bytes;
  }
  static void overwrite(std::string& bytes, std::uint32_t page, const std::string& with) {
    bytes.replace((page - 1) * page_size, with.size(), with);
  }

  /// Rescues these bytes, holds the outcome against the rows that stand, and looks whether the new journal is sound.
  void rescue_bytes(const std::string& bytes, const std::function<bool(std::uint32_t page)>& stands) {
    std::ofstream(damaged, std::ios::binary | std::ios::trunc) << bytes;
    fs::remove(saved);
    const auto expected = standing(rows, stands);
    try {
      rescue(damaged, saved, {traces, conditions}, [](SQLite::Database& /*made*/, Rescued& /*counts*/) {});
    } catch (const StorageError& error) {
      if (error.kind != StorageError::Kind::Damaged) throw;
      count(expected, {});
      return;
    }
    std::map<std::string, std::string> found;
    {
      JournalFile journal = JournalFile::open(saved, Access::Read);
      CHECK(first_damage(journal).value_or("") == "");
      for (const std::string& table : tables_of(journal.database())) {
        for (const PlacedRow& row : rows_of(journal.database(), table)) found[row.name] = row.values;
      }
    }
    count(expected, found);
  }

  void count(const std::vector<PlacedRow>& expected, const std::map<std::string, std::string>& found) {
    for (const auto& [name, said] : found) {
      const auto original = values.find(name);
      if (original == values.end()) ++invented;
      // An entry that was made again from its index has no note.
      if (original != values.end() && original->second != said && !name.starts_with("entry ")) ++altered;
    }
    if (expected.empty()) return;
    const auto there = std::ranges::count_if(expected, [&](const PlacedRow& row) {
      const auto place = found.find(row.name);
      return place != found.end() && place->second == row.values;
    });
    const double share = static_cast<double>(there) / static_cast<double>(expected.size());
    worst = std::min(worst, share);
    sum += share;
    ++rounds_with_rows;
  }

  void report(const std::string& what) {
    WARN(fmt::format("{}: of what stands {:.2f} % at worst, {:.2f} % in the mean of {}; {} rows altered, {} invented",
                     what, 100 * worst, 100 * sum / std::max(1, rounds_with_rows), rounds_with_rows, altered,
                     invented));
  }
};

}  // namespace

TEST_CASE_METHOD(Diary, "of a file that was cut off anywhere all is saved that stands before the cut", "[torture]") {
  for (int round = 0; round < rounds(8, 100); ++round) {
    const std::size_t size = chance() % sound.size();
    INFO("cut to " << size << " of " << sound.size());
    rescue_bytes(sound.substr(0, size), [&](std::uint32_t page) { return page * page_size <= size; });
  }
  report("cut");
  CHECK(worst >= 0.95);
  CHECK(altered == 0);
  CHECK(invented == 0);
}

TEST_CASE_METHOD(Diary, "without a header, or without the first pages, all is saved that stands elsewhere",
                 "[torture]") {
  const std::string what = GENERATE("zeros", "garbage");
  const auto filling = [&](std::size_t size) { return what == "zeros" ? std::string(size, '\0') : garbage(size); };
  std::string headless = sound;
  overwrite(headless, 1, filling(100));
  rescue_bytes(headless, [](std::uint32_t) { return true; });
  for (int round = 0; round < rounds(4, 40); ++round) {
    const std::uint32_t first = round == 0 ? 1 : any_page() / 2 + 1;
    INFO(what << " in the first " << first << " pages");
    std::string bytes = sound;
    overwrite(bytes, 1, filling(first * page_size));
    rescue_bytes(bytes, [&](std::uint32_t page) { return page > first; });
  }
  report(what + " at the head");
  CHECK(worst >= 0.95);
  CHECK(altered == 0);
  CHECK(invented == 0);
}

TEST_CASE_METHOD(Diary, "of a file whose front was cut off all is saved that stands behind the cut", "[torture]") {
  for (int round = 0; round < rounds(4, 40); ++round) {
    const std::uint32_t first = round == 0 ? 1 : any_page() / 2 + 1;
    INFO("without the first " << first << " pages");
    rescue_bytes(sound.substr(first * page_size), [&](std::uint32_t page) { return page > first; });
  }
  report("cut in front");
  CHECK(worst >= 0.95);
  CHECK(altered == 0);
  CHECK(invented == 0);
}

TEST_CASE_METHOD(Diary, "around pages of zeros or garbage all else is saved", "[torture]") {
  const std::string what = GENERATE("zeros", "garbage");
  for (int round = 0; round < rounds(6, 100); ++round) {
    std::string bytes = sound;
    std::set<std::uint32_t> spoilt;
    for (std::uint32_t count = 1 + static_cast<std::uint32_t>(chance() % 20); count > 0; --count)
      spoilt.insert(any_page());
    for (const std::uint32_t page : spoilt) {
      overwrite(bytes, page, what == "zeros" ? std::string(page_size, '\0') : garbage(page_size));
    }
    INFO(fmt::format("{} in {} pages", what, spoilt.size()));
    rescue_bytes(bytes, [&](std::uint32_t page) { return !spoilt.contains(page); });
  }
  report("pages of " + what);
  CHECK(worst >= 0.95);
  CHECK(altered == 0);
}

TEST_CASE_METHOD(Diary, "around flipped bits all else is saved", "[torture]") {
  for (int round = 0; round < rounds(10, 300); ++round) {
    std::string bytes = sound;
    std::set<std::uint32_t> touched;
    const int flips = 1 + static_cast<int>(chance() % 12);
    for (int i = 0; i < flips; ++i) {
      const std::size_t place = chance() % bytes.size();
      bytes[place] = static_cast<char>(bytes[place] ^ (1 << (chance() % 8)));
      touched.insert(static_cast<std::uint32_t>(place / page_size) + 1);
    }
    INFO(flips << " flips, round " << round);
    rescue_bytes(bytes, [&](std::uint32_t page) { return !touched.contains(page); });
  }
  report("flipped bits");
  CHECK(worst >= 0.95);
}

TEST_CASE_METHOD(Diary, "a schema of garbage hides nothing", "[torture]") {
  std::vector<std::uint32_t> schema;
  {
    SQLite::Database database((folder / "sound.db").string());
    SQLite::Statement query(database, "SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'");
    while (query.executeStep()) schema.push_back(query.getColumn(0).getUInt());
  }
  REQUIRE(schema.size() > 1);
  for (int round = 0; round < rounds(3, 30); ++round) {
    std::string bytes = sound;
    for (const std::uint32_t page : schema) {
      const std::size_t from = page == 1 ? 100 : 0;
      if (round > 0 && chance() % 2 == 0) continue;
      bytes.replace((page - 1) * page_size + from, page_size - from, garbage(page_size - from));
    }
    rescue_bytes(bytes, [](std::uint32_t) { return true; });
  }
  report("garbage schema");
  CHECK(worst >= 0.95);
  CHECK(altered == 0);
  CHECK(invented == 0);
}

TEST_CASE_METHOD(Diary, "whatever a file is made of, its rescue ends, and in a sound journal or in none", "[torture]") {
  for (int round = 0; round < rounds(10, 500); ++round) {
    std::string bytes = sound;
    for (std::size_t count = 1 + chance() % 200; count > 0; --count) {
      switch (chance() % 4) {
        case 0:
          bytes[chance() % bytes.size()] = static_cast<char>(chance());
          break;
        case 1:  // a page in the place of another
          overwrite(bytes, any_page(), sound.substr((any_page() - 1) * page_size, page_size));
          break;
        case 2: {  // the head of a page or of the file
          const std::size_t place = (any_page() - 1) * page_size + chance() % 16;
          bytes[place] = static_cast<char>(chance());
          break;
        }
        default:
          if (chance() % 50 == 0) bytes.resize(bytes.size() - chance() % (bytes.size() / 2));
          if (bytes.size() < sound.size()) bytes.resize(sound.size(), '\0');
      }
    }
    if (chance() % 3 == 0) bytes.resize(chance() % bytes.size());
    INFO("round " << round);
    rescue_bytes(bytes, [](std::uint32_t) { return true; });
  }
}

// Databases that mean it ill, said to be Health Connect's.

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/formats.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;

namespace {

constexpr const char* hydration =
    "CREATE TABLE hydration_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, app_info_id INTEGER, start_time "
    "INTEGER, "
    "start_zone_offset INTEGER, volume REAL);";
constexpr const char* nutrition =
    "CREATE TABLE nutrition_record_table (row_id INTEGER PRIMARY KEY, start_time INTEGER, magnesium REAL, meal_name "
    "TEXT);";

/// What an import of a database says that is made like this.
std::string refusal(const std::string& sql) {
  const storage::testing::FreshFolder folder;
  const auto path = folder / "export.db";
  {
    SQLite::Database database(path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(sql);
  }
  language::testing::PlainSpeaker speaker;
  exchange::Reading reading{speaker, {}, {}, std::nullopt, folder / "."};
  const exchange::InputFile file(path);
  try {
    exchange::format_called("health-connect").read(file, reading);
  } catch (const InputError& error) {
    return error.what();
  }
  return "taken";
}

std::string row(const std::string& values) { return "INSERT INTO hydration_record_table VALUES (7, " + values + ")"; }
std::string meal(const std::string& name) {
  return std::string(nutrition) + "INSERT INTO nutrition_record_table VALUES (7, 1700000000000, 0.2, " + name + ")";
}

}  // namespace

TEST_CASE("figures of a database that cannot be are refused with their row") {
  const std::string here = "export.db, hydration_record_table, row 7: ";
  const auto refused = [](const std::string& values) { return refusal(hydration + row(values)); };
  CHECK(refused("x'01', 1, 1700000000000, 3600, 0.25") == "taken");
  for (const char* volume : {"-1", "1e309", "-1e309", "201", "'many'", "x'0102'"})
    CHECK(refused(std::string("x'01', 1, 1700000000000, 3600, ") + volume) == here + "an amount that cannot be");
  for (const char* time : {"9223372036854775807", "-9223372036854775807 - 1", "0.5e300", "7000000000001000"})
    CHECK(refused(std::string("x'01', 1, ") + time + ", 3600, 1") == here + "its time cannot be");
  CHECK(refused("x'01', 1, 'today', 3600, 1") == here + "it has no time");
  for (const char* offset : {"64801", "-64801", "9223372036854775807", "-9223372036854775807 - 1"})
    CHECK(refused(std::string("x'01', 1, 1700000000000, ") + offset + ", 1") == here + "its offset from UTC cannot be");
  CHECK(refused("zeroblob(1000), 1, 1700000000000, 3600, 1") == here + "an id that cannot be");
}

TEST_CASE("texts of a database are letters, and no longer than what is kept") {
  const std::string here = "export.db, nutrition_record_table, row 7: ";
  CHECK(refusal(meal("'M\u00FCsli'")) == "taken");
  CHECK(refusal(meal("CAST(x'54FF61' AS TEXT)")) == here + "a name in letters that are not UTF-8");
  CHECK(refusal(meal("CAST(x'540061' AS TEXT)")) == here + "a name in letters that are not UTF-8");
  CHECK(refusal(meal("CAST(zeroblob(100000) AS TEXT)")) == here + "a name of more than 20000 bytes");
}

TEST_CASE("only plain tables of a database are read") {
  CHECK(refusal("CREATE VIEW hydration_record_table AS SELECT 1 AS row_id, 1 AS start_time, 1.0 AS volume") ==
        "export.db: hydration_record_table is no plain table");
  CHECK(refusal("CREATE TABLE hydration_record_table (row_id INTEGER, start_time INTEGER, "
                "volume REAL GENERATED ALWAYS AS (zeroblob(900000000)))") ==
        "export.db: hydration_record_table is a table with columns that are worked out");
  CHECK(refusal(std::string(hydration) + "CREATE TABLE other (a)") == "taken");
  CHECK(refusal("CREATE TABLE other (a)") == "export.db: this is no export of Health Connect");
}

// The whole journal out, and into another.

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "exchange/whole_diary.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/daily_diary.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/table.hpp"
#include "storage/fresh_folder.hpp"
#include "whole/tables.hpp"

using namespace lytes;
using Catch::Contains;
using Catch::StartsWith;
using exchange::ExportWish;

namespace {

using exchange::testing::whole_diary;

struct Diary {
  storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);

  explicit Diary(const char* sql = nullptr) {
    if (sql == nullptr) return;
    storage::Change change(file, "made", std::chrono::sys_seconds{});
    file.database().exec(sql);
    change.commit();
  }

  std::string json(const ExportWish& wish = {}) {
    std::string text;
    exchange::export_json(file, wish, [&](std::string_view piece) { text += piece; });
    return text;
  }

  exchange::WholeImported import(const std::string& text, bool replace = false) {
    storage::Change change(file, "import lytes", std::chrono::sys_seconds{});
    auto imported = exchange::import_whole(file, text, "diary.json", replace);
    change.commit();
    return imported;
  }

  int count(const std::string& table) { return file.database().execAndGet("SELECT count(*) FROM " + table).getInt(); }
};

exchange::WholeImported::Count counted(const exchange::WholeImported& imported, std::string_view key) {
  for (const auto& count : imported.counts) {
    if (count.key == key) return count;
  }
  return {};
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int time = 0; time < times; ++time) all += text;
  return all;
}

/// "f0":1,"f1":1,...
std::string fields(int number) {
  std::string all;
  for (int field = 0; field < number; ++field) all += "\"f" + std::to_string(field) + "\":1,";
  return all;
}

}  // namespace

TEST_CASE("an export brought into an empty journal and exported again is the same to the byte") {
  Diary diary(whole_diary);
  const std::string text = diary.json();
  Diary other("INSERT INTO setting VALUES ('measures', 'metric')");
  const auto imported = other.import(text);
  CHECK(other.json() == text);
  CHECK(counted(imported, "entries").added == 9);
  CHECK(counted(imported, "foods").added == 2);
  storage::undo(other.file, 1);
  CHECK(other.count("entry") == 0);
  CHECK(other.file.database().execAndGet("SELECT value FROM setting WHERE name = 'measures'").getString() == "metric");
}

TEST_CASE("every table of the journal is taken along") {
  std::set<std::string> taken;
  for (const auto& what : exchange::whole_tables()) {
    taken.emplace(what.table);
    for (const auto& part : what.parts) taken.emplace(part.table);
  }
  const auto all = storage::user_tables();
  CHECK(taken == std::set<std::string>(all.begin(), all.end()));
}

TEST_CASE("the same export again adds nothing, and a longer one what is new") {
  Diary diary(whole_diary);
  const std::string before = diary.json();
  Diary other;
  other.import(before);
  CHECK(counted(other.import(before), "entries").there_already == 9);
  CHECK(other.json() == before);
  {
    storage::Change change(diary.file, "more", std::chrono::sys_seconds{});
    diary.file.database().exec(
        "INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day, note) VALUES (14, 14, 'note', 1795087100, 3600, "
        "'2026-11-19', 'more')");
    change.commit();
  }
  const auto imported = other.import(diary.json());
  CHECK(counted(imported, "entries").added == 1);
  CHECK(counted(imported, "entries").there_already == 9);
  CHECK(other.json() == diary.json());
}

TEST_CASE("what differs is named and left as it is, or replaced where that is wanted") {
  Diary diary(whole_diary);
  Diary other;
  other.import(diary.json());
  const std::string corrected = replaced(diary.json(), "\"severity\":7", "\"severity\":5");
  const auto kept = other.import(corrected);
  CHECK(counted(kept, "entries").differing == 1);
  CHECK(kept.differing == std::vector<std::string>{"diary.json, entries 3"});
  CHECK(other.json() == diary.json());
  other.import(corrected, true);
  CHECK(other.json() == corrected);
  storage::undo(other.file, 1);
  CHECK(other.json() == diary.json());
}

TEST_CASE("foods keep who they are where their numbers are taken") {
  Diary diary(whole_diary);
  Diary other(R"(
    INSERT INTO own_food (id, name, kind, basis_amount, basis_unit) VALUES (3, 'Bread', 'food', 1, 'slice'),
      (5, 'SHAKE', 'drink', 1, 'bottle'), (20, 'Cake', 'food', 1, 'piece'))");
  other.import(diary.json());
  const auto text = [&](const char* sql) { return other.file.database().execAndGet(sql).getString(); };
  CHECK(text("SELECT name FROM own_food WHERE id = 3") == "Bread");
  const std::string soup = text("SELECT 'own:' || id FROM own_food WHERE name LIKE 'Grandma%'");
  CHECK(text("SELECT food FROM intake JOIN entry ON id = entry_id WHERE description LIKE 'Grandma%'") == soup);
  CHECK(text("SELECT answer FROM remembered_answer WHERE words = 'soup'") == soup);
  CHECK(text("SELECT food FROM recipe_item WHERE position = 1") == "own:5");
  // A food that is gone is not taken for another of its number.
  CHECK(other.file.database().execAndGet("SELECT food IS NULL FROM intake WHERE description LIKE 'A food%'").getInt() ==
        1);
}

TEST_CASE("what no export holds is refused with its place, and nothing of it is kept") {
  Diary diary(whole_diary);
  const std::string good = diary.json();
  const auto refusal = [](const std::string& text) -> std::string {
    Diary other;
    try {
      other.import(text);
    } catch (const InputError& error) {
      CHECK(other.count("entry") == 0);
      return error.what();
    } catch (const StorageError& error) {
      CHECK(other.count("entry") == 0);
      return error.what();
    }
    return "taken";
  };
  CHECK_THAT(refusal(replaced(good, "\"day\":\"2026-11-18\",\"stream\"", "\"day\":[],\"stream\"")), Contains("days 1"));
  CHECK_THAT(refusal("[]"), Contains("no document"));
  CHECK_THAT(refusal("{"), Contains("byte 2"));
  CHECK_THAT(refusal("{}"), Contains("no export of lytes"));
  CHECK_THAT(refusal(replaced(good, "\"schema\":1", "\"schema\":99")), Contains("newer lytes"));
  CHECK_THAT(refusal(replaced(good, "\"severity\":7", "\"severity\":70")), Contains("diary.json, entries 3"));
  CHECK_THAT(refusal(replaced(good, "\"severity\":7", "\"severity\":\"7\"")), Contains("severity"));
  CHECK_THAT(refusal(replaced(good, "\"water_ml\":250.125", "\"water_ml\":-5.0")), Contains("entries 1"));
  CHECK_THAT(refusal(replaced(good, "\"water_ml\":250.125", "\"water_ml\":1e300")), Contains("intake"));
  CHECK_THAT(refusal(replaced(good, "\"water_ml\":250.125", "\"water_ml\":1e309")), Contains("entries 1"));
  CHECK_THAT(refusal(replaced(good, "\"day\":\"2026-11-19\",\"note\":null", "\"day\":\"2026-11-29\",\"note\":null")),
             Contains("day"));
  CHECK_THAT(refusal(replaced(good, "\"kind\":\"spasm\"", "\"kind\":\"stress\"")), Contains("entries 3"));
  CHECK_THAT(refusal(replaced(good, "\"entries\":[", "\"entires\":[")), Contains("entires"));
  CHECK_THAT(refusal(replaced(good, "\"minutes\"", "\"minuets\"")), Contains("minuets"));
  CHECK_THAT(refusal(replaced(good, "\"note\":\"a talk with Peter\"", "\"note\":\"" + std::string(30'000, 'x') + "\"")),
             Contains("at most"));
  CHECK_THAT(refusal(std::string(100'000, '[')), Contains("no document"));
  CHECK_THAT(refusal(replaced(good, "\"note\":\"a talk with Peter\"", R"("note":"a\u0000b")")), Contains("note"));
  CHECK_THAT(refusal(replaced(good, "\"water_ml\":250.125", "\"water_ml\":" + std::string(100'000, '['))),
             StartsWith("diary.json, entries 1: more than a row can hold"));
  CHECK_THAT(refusal(replaced(good, "\"flags\":[", "\"flags\":[" + repeated("1,", 100'000))),
             StartsWith("diary.json, entries 3: more than a row can hold"));
  CHECK_THAT(refusal(replaced(good, "\"entries\":[\n{", "\"entries\":[\n{" + fields(100'000))),
             StartsWith("diary.json, entries 1: more than a row can hold"));
  CHECK_THAT(refusal(replaced(good, "\"settings\":[", fields(100'000) + "\"settings\":[")), Contains("\"f0\""));
}

TEST_CASE("an anonymous export has no word of the user's own, no true day and no id") {
  Diary diary(whole_diary);
  ExportWish wish;
  wish.anonymity = exchange::Anonymity{10,
                                       2026,
                                       {[](std::string_view name) { return name == "sleep"; },
                                        [](std::string_view word) { return word == "calf" || word == "left"; },
                                        [](std::string_view sign) { return sign == "numbness"; }}};
  const std::string text = diary.json(wish);
  const auto json = nlohmann::json::parse(text);
  for (const char* word : {"Peter", "Grandma", "Shake", "mum", "kidney", "ibuprofen", "1983", "own:", "2026-11", "gone",
                           "app:1", "seen"}) {
    INFO(word);
    CHECK(text.find(word) == std::string::npos);
  }
  CHECK(json["age_band"] == "40-49");
  REQUIRE(json["entries"].size() == 7);
  CHECK(json["entries"][0]["day"] == "2026-09-09");
  CHECK(json["entries"][0]["intake"]["water_ml"] == 250.125);
  CHECK(json["entries"][2]["spasm"]["site"] == "calf left");
  CHECK(json["entries"][2]["flags"] == nlohmann::json{"numbness"});
  CHECK(json["days"].size() == 2);
  Diary other;
  CHECK(counted(other.import(text), "entries").added == 7);
  for (const auto& file : exchange::export_csv(diary.file, wish)) CHECK(file.text.find("Peter") == std::string::npos);
  CHECK(exchange::export_daily(diary.file, wish).find("2026-11") == std::string::npos);
}

TEST_CASE("a part of the days is exported by --from and --to") {
  Diary diary(whole_diary);
  ExportWish wish;
  wish.days = {calendar::Day{std::chrono::year{2026} / 11 / 19}, calendar::latest_day};
  const auto json = nlohmann::json::parse(diary.json(wish));
  CHECK(json["entries"].size() == 7);
  CHECK(json["days"].size() == 1);
  CHECK(json["foods"].size() == 2);
  CHECK(json["from"] == "2026-11-19");
}

TEST_CASE("tables for a spreadsheet hold no formula and say what their columns are") {
  Diary diary(whole_diary);
  const auto files = exchange::export_csv(diary.file, {});
  REQUIRE(files.size() == 4);
  CHECK(files[0].name == "entries.csv");
  CHECK_THAT(files[0].text,
             Contains("2026-11-18,2026-11-18T12:06:40+01:00,food,Grandma's soup,own:3,1 bowl,300.0,250.125,,100.0"));
  CHECK_THAT(files[0].text, Contains("\"with =SUM(A1), \"\"mum\"\"\""));
  CHECK_THAT(files[0].text, Contains("calf left,7,10.5,numbness; tingling in Peter's words"));
  CHECK_THAT(files[2].text, Contains("own:7,Shake,drink,1.0,bottle,330.0,12.5"));
  CHECK_THAT(files[3].text, Contains("entries.csv,severity,0 to 10"));
}

TEST_CASE("a daily export is read back as the same days") {
  Diary diary(whole_diary);
  const std::string text = exchange::export_daily(diary.file, {});
  CHECK(text ==
        "date,status,stress,spasms,fluid_ml,mg_mg,k_mg,caffeine_mg,sleep_h,sitting_h,exertion,alcohol_units,heat,"
        "f_argument_with_Peter\n"
        "2026-11-18,complete,,,721.225,14.2,100,,,,,,,\n"
        "2026-11-19,,6.5,1,10,5,1,,6.5,,,,,4\n");
  calendar::Reckoning reckoning;
  reckoning.now = calendar::Day{std::chrono::year{2026} / 11 / 25};
  CHECK_THROWS_AS(exchange::read_daily_diary(text, "d.csv", reckoning),
                  InputError);  // 10 ml in a day, 1 mg of potassium
  const auto incoming = exchange::read_daily_diary(replaced(replaced(text, ",10,5,1,", ",1000,50,100,"), "f_a", "f_A"),
                                                   "d.csv", reckoning);
  CHECK(incoming.days == 2);
  CHECK(incoming.columns_not_read.empty());
  CHECK(incoming.said.size() == 2);
}

TEST_CASE("a daily summary looks as Cronometer's does") {
  Diary diary(whole_diary);
  CHECK(exchange::export_cronometer(diary.file, {}) ==
        "Date,Alcohol (g),Caffeine (mg),Water (g),Calcium (mg),Magnesium (mg),Potassium (mg),Sodium (mg),Completed\n"
        "2026-11-18,,,721.23,,14.20,100.00,,true\n"
        "2026-11-19,,,10.00,,5.00,1.00,,false\n");
}

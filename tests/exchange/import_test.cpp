#include "lytes/exchange/import.hpp"

#include <catch2/catch.hpp>

#include "lytes/exchange/daily_diary.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using exchange::Figure;
using exchange::OnConflict;
using journal::DayStatus;
using journal::EntryKind;
using journal::Stream;
using quantity::Nutrient;

namespace {

constexpr calendar::Day the_day{std::chrono::year{2026} / 11 / 14};

/// A fresh journal into which files are taken and things are logged by hand, all on one day.
struct Diary {
  storage::testing::FreshFolder folder;
  storage::JournalFile file =
      storage::JournalFile::open(folder / "journal.db", storage::Access::Write, storage::Folder::MustExist);
  journal::Store store{file};
  calendar::Instant now = the_day + std::chrono::days{8};

  exchange::Incoming read(const std::string& text) const {
    calendar::Reckoning reckoning;
    reckoning.now = now;
    return exchange::read_daily_diary(text, "d.csv", reckoning);
  }

  exchange::Imported import(const std::string& text, OnConflict rule = OnConflict::Keep) {
    storage::Change change(file, "import", now);
    const auto imported = exchange::import_into(store, read(text), {rule});
    change.commit();
    return imported;
  }

  std::vector<exchange::Conflict> conflicts(const std::string& text) { return exchange::conflicts(store, read(text)); }

  void log(EntryKind kind, journal::What what) {
    journal::Entry entry;
    entry.kind = kind;
    entry.when = {the_day + std::chrono::hours{12}, std::chrono::seconds{0}, the_day};
    entry.what = std::move(what);
    storage::Change change(file, "log", now);
    store.add({&entry, 1});
    change.commit();
  }

  void drink(double water_ml, double magnesium_mg) {
    journal::Intake intake{std::nullopt, "Water", "1", std::nullopt, {}};
    intake.nutrients[Nutrient::Water] = water_ml;
    intake.nutrients[Nutrient::Magnesium] = magnesium_mg;
    log(EntryKind::Drink, intake);
  }

  void say(Stream stream, DayStatus status) {
    storage::Change change(file, "day", now);
    store.say(the_day, stream, status);
    change.commit();
  }

  std::size_t count(EntryKind kind) { return store.list({the_day, the_day}, {&kind, 1}).size(); }

  /// All that the journal has of the day, ids aside.
  std::vector<std::string> state() {
    std::vector<std::string> lines;
    for (const auto& entry : store.list({the_day, the_day}))
      lines.push_back(std::string(word(entry.kind)) + " " + std::to_string(entry.id));
    for (const auto& said : store.said({the_day, the_day}))
      lines.push_back(std::string(word(said.stream)) + " " + std::string(word(said.status)));
    return lines;
  }
};

constexpr const char* header = "date,status,fluid_ml,mg_mg,spasms,stress,sleep_h\n";
std::string row(const std::string& figures) { return std::string(header) + "2026-11-14," + figures + "\n"; }

using Differences = std::vector<exchange::Difference>;

}  // namespace

TEST_CASE("the same file again adds nothing and is no conflict") {
  Diary diary;
  const auto text = row("complete,2000,300,2,6,7");
  CHECK(diary.import(text).entries() == 5);
  CHECK(diary.conflicts(text).empty());
  const auto again = diary.import(text);
  CHECK(again.entries() == 0);
  CHECK(again.there_already == 5);
  CHECK(again.days_said == 0);
}

TEST_CASE("figures that were corrected are told column by column") {
  Diary diary;
  diary.import(row("complete,2000,300,3,6,7"));
  const auto found = diary.conflicts(row("partial,2500,300,1,2,5"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].day == the_day);
  CHECK(found[0].differences == Differences{{"fluid_ml", 2000.0, 2500.0},
                                            {"spasms", 3.0, 1.0},
                                            {"stress", 6.0, 2.0},
                                            {"sleep_h", 7.0, 5.0},
                                            {"status", "complete", "partial"}});
}

TEST_CASE("a day that was logged by hand is a conflict where its figures differ") {
  Diary diary;
  diary.drink(1500, 20);
  diary.drink(500, 5);
  diary.log(EntryKind::Stress, journal::Stress{6});
  const auto found = diary.conflicts(row(",2000,200,,6,"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].differences == Differences{{"mg_mg", 25.0, 200.0}});
}

TEST_CASE("a day logged by hand whose figures are those of the file stays, and what it has not is added") {
  Diary diary;
  diary.drink(1500, 20);
  diary.drink(500, 5);
  diary.log(EntryKind::Spasm, journal::Spasm{"calf left", 6, std::nullopt, {}});
  diary.log(EntryKind::Factor, journal::Factor{"sleep", 5.5, "h"});
  diary.log(EntryKind::Factor, journal::Factor{"sleep", 1.5, "h"});
  const auto imported = diary.import(row("complete,2000,25,1,4,7"));
  CHECK(imported.added[static_cast<std::size_t>(EntryKind::Stress)] == 1);
  CHECK(imported.entries() == 1);
  CHECK(imported.there_already == 3);
  CHECK(imported.days_said == 2);
  CHECK(diary.count(EntryKind::Spasm) == 1);
}

TEST_CASE("what the file does not say is not compared") {
  Diary diary;
  diary.drink(2000, 20);
  diary.say(Stream::Intake, DayStatus::Complete);
  CHECK(diary.conflicts(row(",,,,6,")).empty());
  CHECK(diary.import(row(",,,,6,")).entries() == 1);
}

TEST_CASE("what was logged beside an import does not make it differ") {
  Diary diary;
  const auto text = row("complete,2000,300,2,6,7");
  diary.import(text);
  diary.drink(250, 3);
  diary.log(EntryKind::Spasm, journal::Spasm{"calf left", 6, std::nullopt, {}});
  diary.log(EntryKind::Stress, journal::Stress{9});
  CHECK(diary.conflicts(text).empty());
  CHECK(diary.import(text).entries() == 0);
}

TEST_CASE("spasms that were said to be none are a figure, and zero does not deny one that was logged") {
  Diary none;
  none.say(Stream::Spasms, DayStatus::Complete);
  CHECK(none.conflicts(row(",,,2,,")).at(0).differences == Differences{{"spasms", 0.0, 2.0}});
  CHECK(none.conflicts(row(",,,0,,")).empty());
  Diary one;
  one.log(EntryKind::Spasm, journal::Spasm{"calf left", 6, std::nullopt, {}});
  CHECK(one.conflicts(row(",,,0,,")).at(0).differences == Differences{{"spasms", 1.0, 0.0}});
  one.say(Stream::Spasms, DayStatus::Partial);
  CHECK(one.conflicts(row(",,,1,,")).at(0).differences == Differences{{"spasms", "1, partial", 1.0}});
}

TEST_CASE("ratings logged by hand are told one by one, as they do not add up") {
  Diary diary;
  diary.log(EntryKind::Stress, journal::Stress{4});
  diary.log(EntryKind::Stress, journal::Stress{6});
  CHECK(diary.conflicts(row(",,,,5,")).at(0).differences == Differences{{"stress", "4 and 6", 5.0}});
}

TEST_CASE("kept, a day in conflict stays wholly as it is, and the others are imported") {
  Diary diary;
  diary.drink(1500, 20);
  const auto before = diary.state();
  const auto text = row("complete,2000,200,2,6,7") + "2026-11-15,complete,1800,250,0,3,8\n";
  const auto would = exchange::would_import(diary.store, diary.read(text), {OnConflict::Keep});
  const auto imported = diary.import(text, OnConflict::Keep);
  CHECK(would.added == imported.added);
  CHECK(diary.state() == before);
  CHECK(imported.entries() == 3);
  CHECK(imported.days_said == 2);
}

TEST_CASE(
    "replaced, what differs is taken out and the file's put in, by hand or not, and what it does not name stays") {
  Diary diary;
  diary.import(row("complete,2000,300,3,6,7"));
  diary.drink(250, 3);
  diary.log(EntryKind::Spasm, journal::Spasm{"calf left", 6, std::nullopt, {}});
  diary.log(EntryKind::Factor, journal::Factor{"heat", 3.0, std::nullopt});
  const auto text = row("partial,2500,,5,,5");
  const auto would = exchange::would_import(diary.store, diary.read(text), {OnConflict::Replace});
  const auto imported = diary.import(text, OnConflict::Replace);
  CHECK(would.added == imported.added);
  CHECK(would.taken_out == imported.taken_out);
  CHECK(imported.taken_out[static_cast<std::size_t>(EntryKind::Drink)] == 1);
  CHECK(imported.taken_out[static_cast<std::size_t>(EntryKind::Spasm)] == 4);
  CHECK(imported.added[static_cast<std::size_t>(EntryKind::Spasm)] == 5);
  CHECK(diary.count(EntryKind::Total) == 1);
  CHECK(diary.count(EntryKind::Drink) == 0);
  CHECK(diary.count(EntryKind::Spasm) == 5);
  CHECK(diary.count(EntryKind::Stress) == 1);
  CHECK(diary.count(EntryKind::Factor) == 2);
  CHECK(diary.store.said({the_day, the_day}).front().status == DayStatus::Partial);
  CHECK(diary.conflicts(text).empty());
}

TEST_CASE("a day with intake is left open where neither file nor journal says whether it is all") {
  Diary diary;
  CHECK(diary.import("date,mg_mg\n2026-11-14,300\n2026-11-15,\n").days_left_open == 1);
  CHECK(diary.import("date,mg_mg\n2026-11-14,300\n").days_left_open == 1);
  CHECK(diary.import("date,status,mg_mg\n2026-11-14,partial,300\n").days_left_open == 0);
  CHECK(diary.import("date,mg_mg\n2026-11-14,300\n").days_left_open == 0);
}

TEST_CASE("an import that replaced is taken back by one undo and done again by one redo") {
  Diary diary;
  diary.import(row("complete,2000,300,3,6,7"));
  diary.drink(250, 3);
  const auto before = diary.state();
  diary.import(row("complete,2500,310,5,2,5"), OnConflict::Replace);
  const auto after = diary.state();
  REQUIRE(before != after);
  storage::undo(diary.file, 1, 1000);
  CHECK(diary.state() == before);
  storage::redo(diary.file, 1, 1000);
  CHECK(diary.state() == after);
}

TEST_CASE("an imported entry that was moved to another day is not added a second time") {
  Diary diary;
  diary.import(row(",,,,6,"));
  auto moved = diary.store.list({the_day, the_day}).front();
  moved.when.day += std::chrono::days{1};
  moved.when.at += std::chrono::days{1};
  storage::Change change(diary.file, "edit", diary.now);
  diary.store.update(moved);
  change.commit();
  const auto again = diary.import(row(",,,,6,"));
  CHECK(again.entries() == 0);
  CHECK(again.there_already == 1);
}

namespace {

/// A drink of the source's own id, as many days before or after the day.
journal::Entry drink_of(const std::string& id, int days_after, double water_ml) {
  journal::Intake intake{std::nullopt, "Water", "1", std::nullopt, {}};
  intake.nutrients[Nutrient::Water] = water_ml;
  journal::Entry entry;
  entry.kind = EntryKind::Drink;
  const calendar::Day day = the_day + std::chrono::days{days_after};
  entry.when = {day + std::chrono::hours{12}, std::chrono::seconds{0}, day};
  entry.import_key = "app.drinks:" + id;
  entry.what = std::move(intake);
  return entry;
}

exchange::Incoming file_of(const std::vector<journal::Entry>& entries) {
  exchange::Incoming file;
  for (const auto& entry : entries) file.entries.push_back(entry);
  return file;
}

}  // namespace

TEST_CASE("what the file has moved to another day is there once, however far it moved and which way") {
  for (const int to : {-60, -1, 1, 60}) {
    INFO(to << " days");
    Diary diary;
    const auto first = file_of({drink_of("a", 0, 250), drink_of("b", 0, 300), drink_of("c", to, 400)});
    const auto corrected = file_of({drink_of("a", to, 250), drink_of("b", 0, 300), drink_of("c", to, 400)});
    storage::Change change(diary.file, "import", diary.now);
    exchange::import_into(diary.store, first, {OnConflict::Keep});
    const auto would = exchange::would_import(diary.store, corrected, {OnConflict::Replace});
    const auto did = exchange::import_into(diary.store, corrected, {OnConflict::Replace});
    change.commit();
    CHECK(would.entries() == did.entries());
    CHECK(would.taken_out == did.taken_out);
    CHECK(would.conflicts == did.conflicts);
    const calendar::Day there = the_day + std::chrono::days{to};
    CHECK(diary.store.list({the_day, the_day}).size() == 1);
    CHECK(diary.store.list({there, there}).size() == 2);
  }
}

TEST_CASE("figures are the same when they read the same") {
  Diary diary;
  diary.drink(0.1 + 0.2 + 1999.7, 20);
  CHECK(diary.conflicts(row(",2000,,,,")).empty());
}

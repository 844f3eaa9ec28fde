#include "lytes/journal/store.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <catch2/catch.hpp>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::journal;
using namespace std::chrono_literals;
using calendar::DayRange;
using Catch::Contains;
using quantity::Nutrient;

namespace {

constexpr calendar::Day sunday{std::chrono::year{2026} / 11 / 22};
constexpr DayRange only_sunday{sunday, sunday};
constexpr calendar::Instant noon{sunday + 12h};

calendar::Moment at(std::chrono::minutes after_noon, calendar::Day day = sunday) {
  return {calendar::Instant(day) + 12h + after_noon, 1h, day};
}

Entry banana(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Food;
  entry.when = when;
  Intake intake{"usda:09040", "Bananas, raw", "1 medium", 118.0, {}};
  intake.nutrients[Nutrient::Water] = 88.4;
  intake.nutrients[Nutrient::Magnesium] = 31.9;
  entry.what = intake;
  return entry;
}

Entry coffee(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Drink;
  entry.when = when;
  entry.what = Intake{std::nullopt, "Coffee", "2 cups", std::nullopt, {}};
  return entry;
}

Entry cramp(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Spasm;
  entry.when = when;
  entry.note = "woke me; didn't ease \"at all\"";
  entry.what = Spasm{"calf left", 7, 10.5, {"numbness", "weakness"}};
  return entry;
}

Entry stress(double rating, calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Stress;
  entry.when = when;
  entry.what = Stress{rating};
  return entry;
}

Entry sleep(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Factor;
  entry.when = when;
  entry.what = Factor{"sleep", 6.5, "h"};
  return entry;
}

Entry ibuprofen(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.kind = EntryKind::Medicine;
  entry.when = when;
  entry.what = Medicine{"ibuprofen", "400 mg"};
  return entry;
}

Entry note(calendar::Moment when = at(0min)) {
  Entry entry;
  entry.when = when;
  entry.note = "long drive";
  return entry;
}

/// As the store gives it back.
Entry stored(Entry entry, std::int64_t id, std::int64_t line) {
  entry.id = id;
  entry.line = line;
  return entry;
}

struct Diary {
  storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  Store store{file};

  template <class Work>
  auto change(Work&& work) {
    storage::Change change(file, "a command", noon);
    auto result = work();
    change.commit();
    return result;
  }
  std::vector<std::int64_t> add(const std::vector<Entry>& line) {
    return change([&] { return store.add(line); });
  }
  void update(const Entry& entry) {
    change([&] { return store.update(entry), 0; });
  }
  void remove(std::int64_t id) {
    change([&] { return store.remove(id), 0; });
  }
  std::vector<std::int64_t> ids(DayRange days, std::vector<EntryKind> kinds = {}) {
    std::vector<std::int64_t> found;
    for (const Entry& entry : store.list(days, kinds)) found.push_back(entry.id);
    return found;
  }
};

}  // namespace

TEST_CASE_METHOD(Diary, "an entry of every kind comes back as it was logged") {
  const std::vector<Entry> line = {banana(), coffee(), cramp(), stress(7.5), sleep(), note(), ibuprofen()};
  CHECK(add(line) == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7});
  const auto listed = store.list(only_sunday);
  REQUIRE(listed.size() == line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto id = static_cast<std::int64_t>(i) + 1;
    CHECK(listed[i] == stored(line[i], id, 1));
    CHECK(store.find(id) == listed[i]);
  }
}

TEST_CASE_METHOD(Diary,
                 "an entry of the first day that lytes takes, and one of the last, come back as they were logged") {
  const std::vector<Entry> line = {cramp(at(0min, calendar::earliest_day)), cramp(at(0min, calendar::latest_day))};
  add(line);
  CHECK(store.find(1) == stored(line[0], 1, 1));
  CHECK(store.find(2) == stored(line[1], 2, 1));
  CHECK(store.days() == DayRange{calendar::earliest_day, calendar::latest_day});
}

TEST_CASE_METHOD(Diary, "an entry before 1970 is held against its day like any other") {
  const auto verdict_on_days = [&] {
    for (const auto& finding : examine_entries(file, noon)) {
      if (finding.check == "days") return finding.verdict;
    }
    throw std::logic_error("days were not looked at");
  };
  // 22:30 may count to the day that begins at 23:00 where clocks are put back; 20:30 may not.
  constexpr calendar::Day summer{std::chrono::year{1951} / 7 / 1};
  const auto on_next_day = [&](std::chrono::minutes clock) {
    return cramp({calendar::Instant(summer) + clock - 1h, 1h, summer + std::chrono::days{1}});
  };
  add({cramp(at(0min, summer)), on_next_day(22h + 30min)});
  CHECK(verdict_on_days() == storage::Finding::Verdict::Sound);
  add({on_next_day(20h + 30min)});
  CHECK(verdict_on_days() == storage::Finding::Verdict::Damaged);
}

TEST_CASE_METHOD(
    Diary, "a text that is longer than texts may be is refused whatever holds it, and nothing of its line is kept") {
  const std::string longest(longest_text, 'x');
  const auto with = [&](const std::string& text) {
    std::vector<Entry> each = {note(), cramp(), cramp(), sleep(), sleep(), banana(), banana()};
    each[0].note = text;
    std::get<Spasm>(each[1].what).site = text;
    std::get<Spasm>(each[2].what).flags = {text};
    std::get<Factor>(each[3].what).name = text;
    std::get<Factor>(each[4].what).unit = text;
    std::get<Intake>(each[5].what).description = text;
    std::get<Intake>(each[6].what).amount = text;
    return each;
  };
  CHECK(add(with(longest)).size() == 7);
  for (const Entry& entry : with(longest + "x")) {
    const auto refused = [](const InputError& error) {
      return std::string(error.what()).find("20000") != std::string::npos;
    };
    CHECK_THROWS_MATCHES(add({coffee(), entry}), InputError, Catch::Predicate<InputError>(refused));
    Entry changed = entry;
    changed.id = 1;
    CHECK_THROWS_AS(update(changed), InputError);
  }
  CHECK(ids(only_sunday).size() == 7);
}

TEST_CASE_METHOD(Diary, "an entry whose note is from before there was a bound can be given another time") {
  add({note()});
  change([&] {
    SQLite::Statement(file.database(), "UPDATE entry SET note = printf('%.30000c', 'x')").exec();
    return 0;
  });
  Entry old = store.find(1);
  old.when = at(5min);
  update(old);
  CHECK(store.find(1).when == at(5min));
}

TEST_CASE_METHOD(Diary, "an unknown amount comes back unknown, and zero as zero") {
  Entry entry = coffee();
  std::get<Intake>(entry.what).nutrients[Nutrient::Potassium] = 0;
  add({entry});
  const auto nutrients = std::get<Intake>(store.find(1).what).nutrients;
  CHECK(nutrients[Nutrient::Potassium] == 0.0);
  CHECK_FALSE(nutrients[Nutrient::Water]);
}

TEST_CASE_METHOD(Diary, "entries of one command line know one another") {
  add({coffee()});
  add({banana(), coffee(), sleep()});
  add({cramp()});
  CHECK(store.find(1).line == 1);
  for (const std::int64_t id : {2, 3, 4}) CHECK(store.find(id).line == 2);
  CHECK(store.find(5).line == 5);
}

TEST_CASE_METHOD(Diary, "a list has the days and kinds asked for, by day and then time") {
  const auto saturday = sunday - std::chrono::days{1};
  add({cramp(at(30min)), banana(at(-60min)), coffee(at(0min, saturday)),
       sleep(at(0min, sunday + std::chrono::days{1}))});
  // A cramp at 02:00 on Sunday belongs to Saturday.
  add({cramp({calendar::Instant(sunday) + 1h, 1h, saturday})});
  CHECK(ids(only_sunday) == std::vector<std::int64_t>{2, 1});
  CHECK(ids({saturday, saturday}) == std::vector<std::int64_t>{3, 5});
  CHECK(ids({saturday, sunday + std::chrono::days{1}}) == std::vector<std::int64_t>{3, 5, 2, 1, 4});
  CHECK(ids({saturday, sunday}, {EntryKind::Spasm}) == std::vector<std::int64_t>{5, 1});
  CHECK(ids({saturday, sunday}, {EntryKind::Food, EntryKind::Drink}) == std::vector<std::int64_t>{3, 2});
  CHECK(ids({sunday, saturday}).empty());
}

TEST_CASE_METHOD(Diary, "an edit replaces all but number and line, also the kind") {
  add({banana(), cramp()});
  Entry edited = stored(sleep(at(90min)), 2, 1);
  edited.note = std::nullopt;
  update(edited);
  CHECK(store.find(2) == edited);
  Entry other_flags = stored(cramp(), 2, 1);
  std::get<Spasm>(other_flags.what).flags = {"fever"};
  update(other_flags);
  CHECK(store.find(2) == other_flags);
  CHECK(store.find(1) == stored(banana(), 1, 1));
  storage::undo(file, 2);
  CHECK(store.find(2) == stored(cramp(), 2, 1));
}

TEST_CASE_METHOD(Diary, "an edit of one figure is recorded as one figure") {
  add({banana()});
  Entry edited = store.find(1);
  std::get<Intake>(edited.what).grams = 100;
  update(edited);
  const auto rows = storage::history(file, 1)[0].rows;
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].what == storage::RowChange::What::Updated);
  CHECK(rows[0].columns.size() == 2);
}

TEST_CASE_METHOD(Diary, "a removed entry is gone with all that hangs on it, and undo brings it back") {
  add({cramp(), banana()});
  remove(1);
  CHECK_THROWS_AS(store.find(1), NotFoundError);
  CHECK(file.database().execAndGet("SELECT count(*) FROM spasm_flag").getInt() == 0);
  storage::undo(file, 1);
  CHECK(store.find(1) == stored(cramp(), 1, 1));
}

TEST_CASE_METHOD(Diary, "a number without an entry is told by its code") {
  const auto code_of = [](auto&& work) {
    try {
      work();
    } catch (const NotFoundError& error) {
      return error.code + ": " + error.what();
    }
    return std::string();
  };
  CHECK(code_of([&] { store.find(212); }) == "no_such_entry: there is no entry 212");
  CHECK(code_of([&] { remove(212); }) == "no_such_entry: there is no entry 212");
  CHECK(code_of([&] { update(stored(banana(), 212, 1)); }) == "no_such_entry: there is no entry 212");
}

TEST_CASE_METHOD(Diary, "a removed entry's number is not given again") {
  add({banana()});
  remove(1);
  CHECK(add({coffee()}) == std::vector<std::int64_t>{2});
}

TEST_CASE_METHOD(Diary, "kind and content must go together") {
  Entry entry = banana();
  entry.kind = EntryKind::Spasm;
  CHECK_THROWS_AS(add({entry}), std::logic_error);
  CHECK(store.list(only_sunday).empty());
}

TEST_CASE_METHOD(Diary, "a severity beyond ten is refused by the journal itself") {
  Entry entry = cramp();
  std::get<Spasm>(entry.what).severity = 11;
  CHECK_THROWS_AS(add({entry}), StorageError);
  CHECK(store.list(only_sunday).empty());
}

TEST_CASE_METHOD(Diary, "text that looks like SQL is kept as text") {
  Entry entry = cramp();
  entry.note = "'); DROP TABLE entry; --";
  std::get<Spasm>(entry.what).site = "calf' OR '1'='1";
  add({entry});
  CHECK(store.find(1) == stored(entry, 1, 1));
}

TEST_CASE_METHOD(Diary,
                 "the same said twice within two minutes is noticed, on either side of midnight and of the day start") {
  const calendar::Moment last_of_saturday{calendar::Instant(sunday) + 3h - 30s, 1h, sunday - std::chrono::days{1}};
  const calendar::Moment first_of_sunday{calendar::Instant(sunday) + 3h + 90s, 1h, sunday};
  add({banana(last_of_saturday)});
  CHECK(store.last_similar(banana(first_of_sunday)) == 1);
  CHECK(store.last_similar(banana({first_of_sunday.at + 1s, 1h, sunday})) == std::nullopt);
  CHECK(store.last_similar(banana({last_of_saturday.at - 2min, 1h, last_of_saturday.day})) == 1);
}

TEST_CASE_METHOD(Diary, "only the same kind, amount and flags count as the same") {
  add({banana(), cramp(), stress(7)});
  CHECK(store.last_similar(banana(at(1min))) == 1);
  CHECK(store.last_similar(cramp(at(1min))) == 2);
  CHECK(store.last_similar(stress(7, at(1min))) == 3);
  CHECK_FALSE(store.last_similar(stress(6, at(1min))));
  CHECK_FALSE(store.last_similar(coffee(at(1min))));
  Entry two = banana();
  std::get<Intake>(two.what).amount = "2 medium";
  CHECK_FALSE(store.last_similar(two));
  Entry without = cramp();
  std::get<Spasm>(without.what).flags.clear();
  CHECK_FALSE(store.last_similar(without));
  add({banana(at(1min))});
  CHECK(store.last_similar(banana(at(1min))) == 4);
}

TEST_CASE_METHOD(Diary, "importing the same rows again adds nothing") {
  std::vector<Entry> rows = {banana(), coffee(), banana()};
  rows[0].import_key = "app:1";
  rows[1].import_key = "app:2";
  rows[2].import_key = "app:1";
  CHECK(store.holds(rows) == std::vector<bool>{false, false, false});
  CHECK(change([&] { return store.import(rows); }) == 2);
  CHECK(store.holds(rows) == std::vector<bool>{true, true, true});
  CHECK(store.holds(std::vector<Entry>{banana()}) == std::vector<bool>{false});
  CHECK(change([&] { return store.import(rows); }) == 0);
  CHECK(ids(only_sunday) == std::vector<std::int64_t>{1, 2});
  CHECK(store.find(2).import_key == "app:2");
  CHECK(store.find(2).line == 2);
  storage::undo(file, 1);
  CHECK(ids(only_sunday).empty());
}

TEST_CASE_METHOD(Diary, "every intake of the days is visited once, in order, and nothing else") {
  const auto monday = sunday + std::chrono::days{1};
  add({banana(at(10min, monday)), coffee(at(10min)), cramp(), stress(3), banana(at(5min)),
       coffee(at(0min, sunday - std::chrono::days{1}))});
  std::vector<std::pair<calendar::Day, EntryKind>> seen;
  double water = 0;
  store.each_intake({sunday, monday}, [&](const IntakeRow& row) {
    seen.emplace_back(row.when.day, row.kind);
    water += row.nutrients[Nutrient::Water].value_or(0);
    CHECK_FALSE(row.nutrients[Nutrient::Potassium]);
  });
  CHECK(seen == std::vector<std::pair<calendar::Day, EntryKind>>{
                    {sunday, EntryKind::Food}, {sunday, EntryKind::Drink}, {monday, EntryKind::Food}});
  CHECK(water == 2 * 88.4);
}

TEST_CASE_METHOD(Diary,
                 "every spasm, stress rating and factor of the days is visited once, in order, and nothing else") {
  const auto monday = sunday + std::chrono::days{1};
  add({sleep(at(10min, monday)), stress(3, at(9min)), banana(), note(), cramp(at(2min)), cramp(at(0min)),
       stress(5, at(0min, sunday - std::chrono::days{1}))});
  std::vector<calendar::Moment> when;
  std::vector<What> what;
  store.each_happening({sunday, monday}, [&](const HappeningRow& row) {
    when.push_back(row.when);
    what.push_back(row.what);
  });
  CHECK(when == std::vector<calendar::Moment>{at(0min), at(2min), at(9min), at(10min, monday)});
  CHECK(what == std::vector<What>{cramp().what, cramp().what, stress(3).what, sleep().what});
}

TEST_CASE_METHOD(Diary, "an index serves the few spasms, ratings and factors without the entries being visited") {
  // By the same words as in the store: a condition that is not those of the index would search all entries.
  SQLite::Statement plan(file.database(), R"(
    EXPLAIN QUERY PLAN SELECT e.day, e.at_utc, e.utc_offset_s, e.id FROM entry e
    WHERE e.day BETWEEN '2026-01-01' AND '2026-12-31' AND e.kind IN ('spasm', 'stress', 'factor')
    ORDER BY e.day, e.at_utc, e.id)");
  REQUIRE(plan.executeStep());
  CHECK_THAT(plan.getColumn("detail").getString(), Contains("COVERING INDEX happening_by_day"));
  CHECK_FALSE(plan.executeStep());
}

TEST_CASE_METHOD(Diary, "the days reach from the first to the last entry or word about a day") {
  CHECK_FALSE(store.days());
  add({banana()});
  CHECK(store.days() == only_sunday);
  const auto friday = sunday - std::chrono::days{2};
  change([&] { return store.say(friday, Stream::Spasms, DayStatus::Complete), 0; });
  CHECK(store.days() == DayRange{friday, sunday});
}

TEST_CASE_METHOD(Diary, "what is said of a day is kept for each stream, replaced and taken back") {
  const auto say = [&](Stream stream, std::optional<DayStatus> status) {
    change([&] { return store.say(sunday, stream, status), 0; });
  };
  CHECK(store.said(only_sunday).empty());
  say(Stream::Spasms, DayStatus::Complete);
  say(Stream::Intake, DayStatus::Partial);
  CHECK(store.said(only_sunday) == std::vector<DaySaid>{{sunday, Stream::Intake, DayStatus::Partial},
                                                        {sunday, Stream::Spasms, DayStatus::Complete}});
  say(Stream::Intake, DayStatus::None);
  say(Stream::Spasms, std::nullopt);
  CHECK(store.said(only_sunday) == std::vector<DaySaid>{{sunday, Stream::Intake, DayStatus::None}});
  CHECK(store.said({sunday + std::chrono::days{1}, sunday + std::chrono::days{9}}).empty());
}

TEST_CASE_METHOD(Diary, "an entry that has lost its content is called damage, not an empty one") {
  add({stress(7)});
  file.database().exec("DELETE FROM stress");
  CHECK_THROWS_WITH(store.find(1), Contains("entry 1 has lost"));
  CHECK_THROWS_WITH(store.each_happening(only_sunday, [](const HappeningRow&) {}), Contains("entry 1 has lost"));
  file.database().exec("UPDATE entry SET kind = 'note', day = '2026-13-40'");
  CHECK_THROWS_WITH(store.find(1), Contains("impossible day"));
}

TEST_CASE("every kind's word leads back to it") {
  for (int i = 0; i < 8; ++i) {
    const auto kind = static_cast<EntryKind>(i);
    CHECK(kind_named(word(kind)) == kind);
  }
  CHECK_FALSE(kind_named("Drink"));
  CHECK(is_intake(EntryKind::Total));
  CHECK_FALSE(is_intake(EntryKind::Spasm));
}

TEST_CASE("an entry keeps the id that is its own everywhere through edits, undo and redo, and a copy gets another") {
  Diary diary;
  const auto id_of = [&](int entry) {
    return diary.file.database()
        .execAndGet("SELECT hex(uuid) FROM entry WHERE id = " + std::to_string(entry))
        .getString();
  };
  diary.change([&] { return diary.store.add(std::vector{cramp(), cramp()}); });
  const std::string first = id_of(1);
  CHECK(first.size() == 32);
  CHECK(id_of(2) != first);
  diary.change([&] {
    diary.store.update(stored(note(), 1, 1));
    return 0;
  });
  CHECK(id_of(1) == first);
  diary.change([&] {
    diary.store.remove(1);
    return 0;
  });
  storage::undo(diary.file, 3);
  storage::redo(diary.file, 2);
  CHECK(id_of(1) == first);
}

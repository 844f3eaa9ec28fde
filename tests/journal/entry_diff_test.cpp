#include "lytes/journal/entry_diff.hpp"

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>

#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::journal;
using namespace std::chrono_literals;

namespace {

constexpr calendar::Day sunday{std::chrono::year{2026} / 11 / 22};

struct Diary {
  storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  Store store{file};

  template <typename Work>
  void change(const std::string& command, Work work) {
    storage::Change change(file, command, calendar::Instant(sunday));
    work();
    change.commit();
  }

  static Entry cramp(int severity, std::vector<std::string> flags) {
    Entry entry;
    entry.kind = EntryKind::Spasm;
    entry.when = {calendar::Instant(sunday) + 12h, 1h, sunday};
    entry.what = Spasm{"calf left", severity, 10.5, std::move(flags)};
    return entry;
  }

  /// Severity in a state of entry 1, or -1 where it was not there.
  static int severity(const std::optional<Entry>& entry) {
    return entry ? std::get<Spasm>(entry->what).severity.value_or(0) : -1;
  }

  Diary() {
    change("spasm", [&] { store.add(std::vector{cramp(7, {"numbness"})}); });
    for (const int now : {5, 3}) {
      change("edit", [&] {
        Entry entry = store.find(1);
        entry.what =
            Spasm{"calf left", now, 10.5, now == 5 ? std::vector<std::string>{} : std::vector<std::string>{"fever"}};
        store.update(entry);
      });
    }
    change("delete", [&] { store.remove(1); });
    change("day", [&] { store.say(sunday, Stream::Spasms, DayStatus::Complete); });
  }

  /// "7>5" for each change that is told of entry 1, newest first.
  std::string told() {
    const auto changes = storage::history(file, 10);
    std::string text;
    for (const auto& each : diffs_of(store, changes)) {
      for (const auto& entry : each.entries) {
        text += std::to_string(severity(entry.before)) + ">" + std::to_string(severity(entry.after)) + " ";
      }
    }
    return text;
  }

  /// "own food 1: name nothing > tea", a line for each thing that is no entry in the newest change.
  std::string others() {
    const auto in_words = [](const std::optional<storage::Value>& value) {
      const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
      return text ? *text : std::string(value ? "a number" : "nothing");
    };
    const auto told = diffs_of(store, storage::history(file, 1));
    std::string all;
    for (const auto& other : told.at(0).others) {
      all += other.about + ":";
      for (const auto& field : other.fields) {
        all += " " + field.name + " " + in_words(field.before) + " > " + in_words(field.after);
      }
      all += "\n";
    }
    return all;
  }
};

}  // namespace

TEST_CASE_METHOD(Diary, "changes are told as entries before and after, though an edit records only what differs") {
  CHECK(told() == "3>-1 5>3 7>5 -1>7 ");
  const auto changes = storage::history(file, 10);
  const auto all = diffs_of(store, changes);
  CHECK(all[0].entries.empty());
  CHECK(all[0].others.size() == 1);
  const auto& before = all[2].entries.at(0);
  CHECK(std::get<Spasm>(before.before->what).flags.empty());
  CHECK(std::get<Spasm>(before.after->what) == Spasm{"calf left", 3, 10.5, {"fever"}});
  CHECK(*all[4].entries.at(0).after == [&] {
    Entry entry = cramp(7, {"numbness"});
    entry.id = entry.line = 1;
    return entry;
  }());
}

TEST_CASE_METHOD(Diary, "what was undone is told as when it was done, wherever the journal stands now") {
  for (int undone = 1; undone <= 5; ++undone) {
    storage::undo(file, 1);
    INFO(undone);
    CHECK(told() == "3>-1 5>3 7>5 -1>7 ");
  }
  storage::redo(file, 3);
  CHECK(told() == "3>-1 5>3 7>5 -1>7 ");
}

TEST_CASE_METHOD(Diary, "what was said of a day is told by the day") {
  CHECK(others() == "2026-11-22: spasms nothing > complete\n");
  change("day", [&] { store.say(sunday, Stream::Spasms, DayStatus::Partial); });
  CHECK(others() == "2026-11-22: spasms complete > partial\n");
}

TEST_CASE_METHOD(Diary, "other things are told in words, without what only ties rows together or is unknown") {
  change("foods add", [&] {
    file.database().exec(
        "INSERT INTO own_food (name, kind, basis_amount, basis_unit) VALUES ('tea', 'drink', 1, 'cup')");
    file.database().exec("INSERT INTO own_portion VALUES (1, 'mug', 300)");
  });
  CHECK(others() ==
        "own food 1: name nothing > tea kind nothing > drink basis_amount nothing > a number basis_unit nothing > cup\n"
        "own portion: name nothing > mug grams nothing > a number\n");
  change("targets set",
         [&] { file.database().exec("INSERT INTO own_target VALUES ('magnesium_mg', '2026-11-22', 350)"); });
  change("targets set", [&] { file.database().exec("UPDATE own_target SET amount = 400"); });
  CHECK(
      others() ==
      "own target: nutrient magnesium_mg > magnesium_mg from_day 2026-11-22 > 2026-11-22 amount a number > a number\n");
  CHECK(diffs_of(store, storage::history(file, 1)).at(0).others.at(0).what == OtherDiff::What::Changed);
}

#include "lytes/journal/told_change.hpp"

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
    entry.kind = Kind::Spasm;
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
    for (const auto& each : tell(store, changes)) {
      for (const auto& entry : each.entries) {
        text += std::to_string(severity(entry.before)) + ">" + std::to_string(severity(entry.after)) + " ";
      }
    }
    return text;
  }
};

}  // namespace

TEST_CASE_METHOD(Diary, "changes are told as entries before and after, though an edit records only what differs") {
  CHECK(told() == "3>-1 5>3 7>5 -1>7 ");
  const auto changes = storage::history(file, 10);
  const auto all = tell(store, changes);
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

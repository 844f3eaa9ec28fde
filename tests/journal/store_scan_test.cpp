// Going through the entries of many days: each of them once and in order, whatever the order in which they were logged.

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <variant>
#include <vector>

#include "lytes/errors.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using namespace lytes::journal;
using quantity::Nutrient;

namespace {

constexpr calendar::Day first_day{std::chrono::year{2026} / 1 / 1};
constexpr calendar::DayRange all_days{first_day, first_day + std::chrono::days{99}};

Entry made_up(std::mt19937& random) {
  Entry entry;
  const calendar::Day day = first_day + std::chrono::days{static_cast<int>(random() % 100)};
  entry.when = {calendar::Instant(day) + std::chrono::minutes{random() % 1400}, std::chrono::hours{1}, day};
  const double figure = 0.1 * static_cast<double>(random() % 1000);
  switch (random() % 6) {
    case 0:
      entry.kind = EntryKind::Spasm;
      entry.what = Spasm{"calf left", static_cast<int>(random() % 11), figure, {"numbness", "weakness"}};
      if (random() % 2 == 0) entry.import_key = std::string(day_only_key) + std::to_string(random());
      break;
    case 1:
      entry.kind = EntryKind::Stress;
      entry.what = Stress{static_cast<double>(random() % 11)};
      break;
    case 2:
      entry.kind = EntryKind::Factor;
      entry.what = random() % 2 == 0 ? Factor{"sleep", figure, "h"} : Factor{"heat", std::nullopt, std::nullopt};
      break;
    case 3:
      entry.note = "no more than words";
      break;
    default:
      entry.kind = random() % 2 == 0 ? EntryKind::Drink : EntryKind::Supplement;
      Intake intake{std::nullopt, "something", "1", std::nullopt, {}};
      intake.nutrients[Nutrient::Water] = figure;
      if (random() % 3 != 0) intake.nutrients[Nutrient::Magnesium] = 0;  // known, and nothing
      entry.what = intake;
  }
  return entry;
}

/// More entries than are read at a time, over a hundred days and in no order; some were edited, some taken out.
class ManyEntries {
 public:
  ManyEntries() {
    std::mt19937 random(7);
    change([&] {
      for (int i = 0; i < 3000; ++i) {
        const Entry entry = made_up(random);
        store.add(std::span(&entry, 1));
      }
    });
    change([&] {
      for (std::int64_t id = 5; id < 3000; id += 50) store.remove(id);
      for (std::int64_t id = 7; id < 3000; id += 50) {
        Entry edited = made_up(random);
        edited.id = id;
        store.update(edited);
      }
    });
  }

  template <typename Action>
  void change(Action&& action) {
    storage::Change change(file, "test", storage::testing::some_time);
    action();
    change.commit();
  }

  storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  Store store{file};
};

/// What a visit saw, as an entry has it.
struct Seen {
  calendar::Moment when;
  std::variant<quantity::Nutrients, What> what;
  bool time_known = true;

  bool operator==(const Seen&) const = default;
};

std::vector<Seen> of_entries(const std::vector<Entry>& entries, bool intakes, bool happenings) {
  std::vector<Seen> seen;
  for (const Entry& entry : entries) {
    if (const auto* intake = std::get_if<Intake>(&entry.what); intake && intakes) {
      seen.push_back({entry.when, intake->nutrients});
    } else if (happenings && !intake && entry.kind != EntryKind::Note) {
      const bool day_only = entry.import_key && entry.import_key->starts_with(day_only_key);
      seen.push_back({entry.when, entry.what, !day_only});
    }
  }
  return seen;
}

}  // namespace

TEST_CASE_METHOD(ManyEntries,
                 "entries that were logged in any order are visited in the order of their days and times") {
  std::vector<Seen> intakes;
  std::vector<Seen> happenings;
  std::vector<Seen> both;
  const auto add_intake = [](std::vector<Seen>& seen) {
    return [&seen](const IntakeRow& row) { seen.push_back({row.when, row.nutrients}); };
  };
  const auto add_happening = [](std::vector<Seen>& seen) {
    return [&seen](const HappeningRow& row) { seen.push_back({row.when, row.what, row.time_known}); };
  };
  const calendar::DayRange some{first_day + std::chrono::days{10}, first_day + std::chrono::days{80}};
  for (const calendar::DayRange days : {all_days, some}) {
    for (auto* seen : {&intakes, &happenings, &both}) seen->clear();
    store.each_intake(days, add_intake(intakes));
    store.each_happening(days, add_happening(happenings));
    store.each_of_both(days, add_intake(both), add_happening(both));
    const auto entries = store.list(days);
    REQUIRE(entries.size() > 2000);
    CHECK((intakes == of_entries(entries, true, false)));
    CHECK((happenings == of_entries(entries, false, true)));
    CHECK((both == of_entries(entries, true, true)));
  }
}

TEST_CASE_METHOD(ManyEntries, "figures whose entry is gone, and entries whose figures are gone, are told of all days") {
  const auto visit = [&] { store.each_intake(all_days, [](const IntakeRow&) {}); };
  CHECK_NOTHROW(visit());
  const auto damage = [&](const std::string& sql) {
    file.database().exec("PRAGMA foreign_keys = OFF; SAVEPOINT sound; " + sql);
    const auto error = storage::testing::storage_error_of(visit);
    file.database().exec("ROLLBACK TO sound; RELEASE sound");
    CHECK(error.kind == StorageError::Kind::Damaged);
  };
  damage("DELETE FROM entry WHERE id = (SELECT max(entry_id) FROM intake)");
  damage("UPDATE entry SET kind = 'note' WHERE id = (SELECT max(entry_id) FROM intake)");
}

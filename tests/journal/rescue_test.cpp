// What a rescue saves are entries that can be read: rows of several tables that fit together.

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>
#include <random>

#include "lytes/errors.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/examination.hpp"
#include "lytes/storage/rescue.hpp"
#include "storage/rounds.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using namespace lytes::journal;
using storage::JournalFile;
using storage::testing::FreshFolder;
namespace fs = std::filesystem;

namespace {

constexpr calendar::Day first_day{std::chrono::year{2026} / 9 / 1};
constexpr calendar::DayRange all_days{calendar::earliest_day, calendar::latest_day};

Entry entry_at(EntryKind kind, calendar::Instant at, What what) {
  Entry entry;
  entry.kind = kind;
  entry.when = {at, std::chrono::hours{2}, std::chrono::floor<std::chrono::days>(at)};
  entry.what = std::move(what);
  return entry;
}

struct Diary {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  fs::path saved = folder / "saved.db";

  Diary() {
    write();
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec("PRAGMA journal_mode = DELETE");
  }

  void write() const {
    JournalFile journal = JournalFile::open(file, storage::Access::Write);
    Store store(journal);
    for (int day = 0; day < 60; ++day) {
      storage::Change change(journal, "diary", storage::testing::some_time);
      const calendar::Instant noon = first_day + std::chrono::days{day} + std::chrono::hours{10};
      std::vector<Entry> line;
      for (int cup = 0; cup < 4; ++cup) {
        Intake intake{"usda:14411", "Water, tap", "a cup", 200.0 + cup, {}};
        intake.nutrients[quantity::Nutrient::Water] = 200.0 + day;
        line.push_back(entry_at(EntryKind::Drink, noon + std::chrono::hours{cup}, intake));
      }
      line.push_back(entry_at(EntryKind::Stress, noon, Stress{static_cast<double>(day % 11)}));
      // Without minutes, severity, value and unit, the rows of both tables look the same.
      line.push_back(entry_at(EntryKind::Spasm, noon, Spasm{"calf left", {}, {}, {"numbness"}}));
      line.push_back(entry_at(EntryKind::Factor, noon, Factor{"travel", {}, {}}));
      line.push_back(entry_at(EntryKind::Note, noon, Note{}));
      line.back().note = "tired";
      store.add(line);
      store.say(first_day + std::chrono::days{day}, Stream::Intake, DayStatus::Complete);
      change.commit();
    }
  }

  storage::Rescued rescue_it() const {
    fs::remove(saved);
    const auto days = conditions_of_entries();
    return storage::rescue(file, saved, {traces_of_entries(), {days.begin(), days.end()}}, reconcile_entries);
  }
};

std::vector<Entry> entries_in(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, storage::Access::Read);
  Store store(journal);
  return store.list(all_days);
}

void require_readable(const fs::path& file) {
  entries_in(file);
  JournalFile journal = JournalFile::open(file, storage::Access::Read);
  Store store(journal);
  store.each_intake(all_days, [](const IntakeRow&) {});
  store.each_happening(all_days, [](const HappeningRow&) {});
  store.said(all_days);
  CHECK(storage::first_damage(journal).value_or("") == "");
  for (const auto& finding : storage::examine(journal)) {
    INFO(finding.check << ": " << finding.said);
    CHECK(finding.verdict != storage::Finding::Verdict::Damaged);
  }
  for (const auto& finding : examine_entries(journal, first_day + std::chrono::days{365})) {
    INFO(finding.check << ": " << finding.said);
    if (finding.check == "details") CHECK(finding.verdict == storage::Finding::Verdict::Sound);
  }
}

}  // namespace

TEST_CASE_METHOD(Diary, "without header and schema every entry comes back as what it was") {
  const auto expected = entries_in(file);
  REQUIRE(expected.size() == 480);
  std::string bytes = storage::testing::bytes_of(file);
  const bool all_roots_too = GENERATE(false, true);
  // The first pages are the schema's and the roots of the tables; those of the small tables hold rows.
  bytes.replace(0, 4096, std::string(4096, '\0'));
  if (all_roots_too) bytes.replace(4096, 4096, std::string(4096, '\0'));
  std::ofstream(file, std::ios::binary) << bytes;
  rescue_it();
  CHECK(entries_in(saved) == expected);
  require_readable(saved);
}

TEST_CASE_METHOD(Diary, "a detail of another kind than its entry is taken out, and its flags with it") {
  {
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec(R"(
      INSERT INTO spasm SELECT entry_id, 'thigh', NULL, NULL FROM factor WHERE entry_id < 100;
      INSERT INTO spasm_flag SELECT entry_id, 'numbness' FROM factor WHERE entry_id < 100)");
  }
  const auto rescued = rescue_it();
  CHECK(rescued.lost() > 0);
  CHECK(entries_in(saved) == entries_in(file));
  require_readable(saved);
}

TEST_CASE_METHOD(Diary, "an entry of an impossible day gets the date of its time") {
  {
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec(
        "UPDATE entry SET day = '2026-25-01' WHERE id = 1; UPDATE day_status SET day = '2026-02-30' WHERE day = "
        "'2026-09-05'");
  }
  rescue_it();
  CHECK(entries_in(saved).at(0).when.day == first_day);
  require_readable(saved);
}

TEST_CASE_METHOD(Diary, "whatever bits are flipped, what a rescue saves can be read", "[torture]") {
  const std::string sound = storage::testing::bytes_of(file);
  std::mt19937 chance(20261126);
  for (int round = 0; round < storage::testing::rounds(15, 400); ++round) {
    std::string bytes = sound;
    for (std::size_t flips = 1 + chance() % 40; flips > 0; --flips) {
      char& byte = bytes[chance() % bytes.size()];
      byte = static_cast<char>(byte ^ (1 << (chance() % 8)));
    }
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
    INFO("round " << round);
    rescue_it();
    require_readable(saved);
  }
}

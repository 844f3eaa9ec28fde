// A failing disk flips a bit: then a journal is refused, or its figures are right, or doctor says that they are not.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <fstream>
#include <random>

#include "lytes/errors.hpp"
#include "lytes/journal/soundness.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/examination.hpp"
#include "storage/rounds.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using namespace lytes::journal;
using quantity::Nutrient;
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

/// Sixty days of everything that a total is made of.
void write_diary(const fs::path& file) {
  JournalFile journal = JournalFile::open(file, storage::Access::Write);
  Store store(journal);
  for (int day = 0; day < 60; ++day) {
    storage::Change change(journal, "diary", storage::testing::some_time);
    std::vector<Entry> line;
    const calendar::Instant noon = first_day + std::chrono::days{day} + std::chrono::hours{10};
    for (int cup = 0; cup < 5; ++cup) {
      Intake intake{"usda:14411", "Water, tap", "a cup", 200.0 + cup, {}};
      intake.nutrients[Nutrient::Water] = 200.0 + day + 0.1 * cup;
      intake.nutrients[Nutrient::Magnesium] = 31.9 * cup;
      if (cup != 2) intake.nutrients[Nutrient::Potassium] = 422.4;
      line.push_back(entry_at(EntryKind::Drink, noon + std::chrono::hours{cup}, intake));
    }
    line.push_back(entry_at(EntryKind::Stress, noon, Stress{static_cast<double>(day % 11)}));
    if (day % 3 == 0)
      line.push_back(entry_at(EntryKind::Spasm, noon, Spasm{"calf left", 3 + day % 7, 5.0, {"numbness"}}));
    if (day % 2 == 0) line.push_back(entry_at(EntryKind::Factor, noon, Factor{"sleep", 6.5, "h"}));
    store.add(line);
    store.say(first_day + std::chrono::days{day}, Stream::Intake, DayStatus::Complete);
    change.commit();
  }
}

/// Everything that totals, rates and reports are made of, as text.
std::string figures(JournalFile& journal) {
  Store store(journal);
  std::string text;
  const auto add_moment = [&](const calendar::Moment& when) {
    text += calendar::iso(when.day) + std::to_string(when.at.time_since_epoch().count()) + " " +
            std::to_string(when.utc_offset.count());
  };
  store.each_intake(all_days, [&](const IntakeRow& row) {
    add_moment(row.when);
    text += std::to_string(static_cast<int>(row.kind));
    // To the thousandth: less is shown nowhere.
    for (const Nutrient nutrient : quantity::all_nutrients) {
      text += row.nutrients[nutrient] ? " " + std::to_string(std::llround(*row.nutrients[nutrient] * 1000)) : " -";
    }
    text += "\n";
  });
  store.each_happening(all_days, [&](const HappeningRow& row) {
    add_moment(row.when);
    if (const auto* spasm = std::get_if<Spasm>(&row.what)) {
      text += spasm->site + std::to_string(spasm->severity.value_or(-1)) + " " +
              std::to_string(spasm->minutes.value_or(-1));
    } else if (const auto* stress = std::get_if<Stress>(&row.what)) {
      text += std::to_string(stress->rating);
    } else {
      const auto& factor = std::get<Factor>(row.what);
      text += factor.name + std::to_string(factor.value.value_or(-1)) + factor.unit.value_or("");
    }
    text += "\n";
  });
  for (const DaySaid& said : store.said(all_days)) {
    text +=
        calendar::iso(said.day) + std::to_string(static_cast<int>(said.stream) * 10 + static_cast<int>(said.status));
  }
  return text;
}

bool doctor_finds_damage(JournalFile& journal) {
  auto findings = storage::examine(journal);
  for (auto& finding : examine_entries(journal, first_day + std::chrono::days{365})) findings.push_back(finding);
  return std::ranges::count(findings, storage::Finding::Verdict::Damaged, &storage::Finding::verdict) > 0;
}

void flip(const fs::path& file, std::uintmax_t place, unsigned char mask) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(place));
  const auto byte = static_cast<unsigned char>(stream.get());
  stream.seekp(static_cast<std::streamoff>(place));
  stream.put(static_cast<char>(byte ^ mask));
}

/// One figure of the table changed, and not its guard.
void flip_figure(const fs::path& file, double from) {
  std::string bytes = storage::testing::bytes_of(file);
  std::uint64_t bits = 0;
  std::memcpy(&bits, &from, sizeof bits);
  std::string big_endian;
  for (int shift = 56; shift >= 0; shift -= 8) big_endian += static_cast<char>(bits >> static_cast<unsigned>(shift));
  std::size_t flipped = 0;
  for (std::size_t at = 0; (at = bytes.find(big_endian, at)) != std::string::npos; at += 8) {
    flip(file, at + 1, 0x10);
    ++flipped;
  }
  // In the table, and in the history's record.
  REQUIRE(flipped >= 1);
}

}  // namespace

TEST_CASE("a flipped bit in a figure is refused when a total is made of it, and not elsewhere") {
  const FreshFolder folder;
  write_diary(folder / "j.db");
  flip_figure(folder / "j.db", 200.0 + 7 + 0.1 * 3);  // water of the eighth day
  JournalFile journal = JournalFile::open(folder / "j.db", storage::Access::Read);
  Store store(journal);
  const calendar::Day eighth = first_day + std::chrono::days{7};
  const auto add_up = [&](calendar::DayRange days) { store.each_intake(days, [](const IntakeRow&) {}); };
  const StorageError error = storage::testing::storage_error_of([&] { add_up({eighth, eighth}); });
  CHECK(error.kind == StorageError::Kind::Damaged);
  CHECK_THAT(error.what(), Catch::Contains("2026-09-08") && Catch::Contains("not those that were logged"));
  CHECK_NOTHROW(add_up({first_day, eighth - std::chrono::days{1}}));
  CHECK_THAT(storage::first_damage(journal).value_or(""), Catch::Contains("intake_guard"));
}

TEST_CASE("a bit flipped anywhere never crashes the reading, and never changes a figure without a word", "[torture]") {
  const FreshFolder folder;
  const fs::path sound = folder / "sound.db";
  write_diary(sound);
  const fs::path flipped = folder / "flipped.db";
  std::string expected;
  {
    JournalFile journal = JournalFile::open(sound, storage::Access::Read);
    expected = figures(journal);
    REQUIRE_FALSE(doctor_finds_damage(journal));
  }
  const auto size = fs::file_size(sound);
  std::mt19937 chance(20261122);
  int refused = 0;
  int same = 0;
  int left_to_doctor = 0;
  std::string where;
  for (int round = 0; round < storage::testing::rounds(80, 2000); ++round) {
    fs::copy_file(sound, flipped, fs::copy_options::overwrite_existing);
    const auto place = chance() % size;
    const auto bit = static_cast<unsigned char>(1U << (chance() % 8U));
    flip(flipped, place, bit);
    INFO("bit " << int{bit} << " of byte " << place << " of " << size);
    try {
      JournalFile journal = JournalFile::open(flipped, storage::Access::Read);
      const bool as_logged = figures(journal) == expected;
      const bool found = doctor_finds_damage(journal);
      if (as_logged) {
        ++same;
      } else {
        ++left_to_doctor;
        where += " " + std::to_string(place);
        CHECK(found);
      }
    } catch (const StorageError&) {
      ++refused;
    }
    fs::remove(flipped.string() + "-wal");
    fs::remove(flipped.string() + "-shm");
  }
  WARN("of " << refused + same + left_to_doctor << " flips " << refused << " were refused on reading, " << same
             << " changed no figure, " << left_to_doctor << " were left to doctor:" << where);
  CHECK(refused > 0);
  CHECK(same > 0);
}

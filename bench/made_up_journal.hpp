#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <utility>

#include "lytes/journal/entry.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"

/// A made-up journal for the benchmarks: drinks, food, supplements, spasms (two in five of them with a flag), stress,
/// sleep and sitting, the last day being 2026-11-21; four in five days closed. The same content for the same seed.
namespace lytes::bench {

inline constexpr calendar::Day last_day = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21};

/// Figures per portion; below zero: not known.
struct Portion {
  journal::EntryKind kind;
  const char* food;
  const char* description;
  const char* amount;
  double grams;
  std::array<double, quantity::nutrient_count> figures;
};

inline constexpr double unknown = -1;
inline constexpr std::array portions = {
    Portion{journal::EntryKind::Drink, "usda:14411", "Water, tap", "1 glass", 240, {240, 2.4, 0, 9.6, 7.2, 0, 0}},
    Portion{journal::EntryKind::Drink, "usda:14209", "Coffee, brewed", "1 mug", 240, {238, 7.1, 116, 4.7, 4.7, 95, 0}},
    Portion{journal::EntryKind::Drink, "usda:14355", "Tea, brewed", "1 mug", 240, {239, 7.1, 88, 7.1, 0, 47, 0}},
    Portion{journal::EntryKind::Drink, "usda:09206", "Orange juice", "1 glass", 248, {219, 27, 496, 2.5, 27, 0, 0}},
    Portion{journal::EntryKind::Drink, "usda:14003", "Beer", "1 can", 356, {328, 21, 96, 14, 14, 0, 14}},
    Portion{journal::EntryKind::Food, "usda:09040", "Bananas, raw", "1 medium", 118, {88, 32, 422, 1.2, 5.9, 0, 0}},
    Portion{journal::EntryKind::Food, "usda:20081", "Bread, whole wheat", "2 slices", 56, {22, 42, 142, 254, 90, 0, 0}},
    Portion{journal::EntryKind::Food, "usda:11457", "Spinach, raw", "1 cup", 30, {27, 24, 167, 24, 30, 0, 0}},
    Portion{journal::EntryKind::Food, "usda:01123", "Egg, whole", "2 large", 100, {76, 12, 138, 142, 56, 0, 0}},
    Portion{journal::EntryKind::Food, "usda:05062", "Chicken breast", "1 piece", 172, {113, 47, 440, 112, 21, 0, 0}},
    Portion{journal::EntryKind::Food,
            "own:1",
            "Canteen lunch",
            "1 plate",
            400,
            {280, unknown, unknown, 900, unknown, 0, 0}},
    Portion{journal::EntryKind::Food, "usda:20045", "Rice, white", "1 cup", 158, {108, 19, 55, 1.6, 16, 0, 0}},
    Portion{journal::EntryKind::Supplement,
            "supplement:magnesium citrate",
            "Magnesium citrate",
            "1250 mg",
            1.25,
            {0, 202, 0, 0, 0, 0, 0}},
};
inline constexpr std::array sites = {"calf left", "calf right", "upper back", "foot left", "thigh right", "neck"};

/// Draws that do not depend on the standard library's distributions.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  double share() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
  int below(std::size_t count) { return static_cast<int>(engine_() % count); }

 private:
  std::mt19937_64 engine_;
};

inline calendar::Moment moment_on(calendar::Day day, Dice& dice) {
  // From the start of the logical day at 04:00 to shortly before the next.
  const std::chrono::minutes local = std::chrono::hours{4} + std::chrono::minutes{dice.below(24 * 60)};
  const std::chrono::seconds offset = std::chrono::hours{1};
  return {day + local - offset, offset, day};
}

inline journal::Entry intake_on(calendar::Day day, Dice& dice) {
  // Half of what is logged is drunk.
  const std::size_t drinks = 5;
  const auto place = dice.share() < 0.5 ? static_cast<std::size_t>(dice.below(drinks))
                                        : drinks + static_cast<std::size_t>(dice.below(portions.size() - drinks));
  const Portion& portion = portions[place];
  const double factor = 0.5 + dice.share();
  journal::Intake intake{portion.food, portion.description, portion.amount, portion.grams * factor, {}};
  for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
    const double figure = portion.figures[static_cast<std::size_t>(nutrient)];
    if (figure >= 0) intake.nutrients[nutrient] = figure * factor;
  }
  journal::Entry entry;
  entry.kind = portion.kind;
  entry.when = moment_on(day, dice);
  entry.what = std::move(intake);
  return entry;
}

inline journal::Entry other_on(calendar::Day day, Dice& dice) {
  journal::Entry entry;
  entry.when = moment_on(day, dice);
  const double kind = dice.share();
  if (kind < 0.15) {
    journal::Spasm spasm{
        sites[static_cast<std::size_t>(dice.below(sites.size()))], 3 + dice.below(7), 1.0 + dice.below(20), {}};
    if (dice.share() < 0.4) spasm.flags = {"numbness"};
    entry.kind = journal::EntryKind::Spasm;
    entry.what = std::move(spasm);
  } else if (kind < 0.5) {
    entry.kind = journal::EntryKind::Stress;
    entry.what = journal::Stress{static_cast<double>(dice.below(11))};
  } else {
    const bool sleep = kind < 0.75;
    entry.kind = journal::EntryKind::Factor;
    entry.what = journal::Factor{sleep ? "sleep" : "sitting", 5.0 + 0.5 * dice.below(9), "h"};
  }
  return entry;
}

/// Makes the file and writes all of it as one change.
/// @throws StorageError
inline void write_made_up_journal(const std::string& file, int days = 3652, int entries = 50'000,
                                  std::uint64_t seed = 1) {
  Dice dice(seed);
  auto journal = storage::JournalFile::open(file, storage::Access::Write);
  storage::Change change(journal, "make_journal", last_day + std::chrono::hours{20});
  journal::Store store(journal);
  for (int i = 0; i < entries; ++i) {
    // Spread evenly, so that every day has its share whatever the numbers.
    const auto past = static_cast<std::int64_t>(days) * (entries - i - 1) / entries;
    const calendar::Day day = last_day - std::chrono::days{past};
    const journal::Entry entry = dice.share() < 0.75 ? intake_on(day, dice) : other_on(day, dice);
    store.add(std::span(&entry, 1));
  }
  for (int past = days - 1; past >= 0; --past) {
    if (dice.share() >= 0.8) continue;
    for (const auto stream : {journal::Stream::Intake, journal::Stream::Spasms}) {
      store.say(last_day - std::chrono::days{past}, stream, journal::DayStatus::Complete);
    }
  }
  change.commit();
}

}  // namespace lytes::bench

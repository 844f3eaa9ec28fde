#pragma once

#include <chrono>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/targets/target_book.hpp"
#include "lytes/timeline/timeline.hpp"
#include "storage/fresh_folder.hpp"

namespace lytes::timeline::testing {

using namespace std::chrono_literals;

inline constexpr calendar::Day monday{std::chrono::year{2026} / 11 / 16};
inline constexpr calendar::Day day_after(calendar::Day day, int days = 1) { return day + std::chrono::days{days}; }

/// Water, magnesium and potassium; the other nutrients unknown.
inline quantity::Nutrients figures(std::optional<double> water_ml, std::optional<double> magnesium_mg = {},
                                   std::optional<double> potassium_mg = {}) {
  quantity::Nutrients nutrients;
  nutrients[quantity::Nutrient::Water] = water_ml;
  nutrients[quantity::Nutrient::Magnesium] = magnesium_mg;
  nutrients[quantity::Nutrient::Potassium] = potassium_mg;
  return nutrients;
}

/// 2000 ml, 350 mg and 3500 mg, all one's own.
inline targets::TargetBook usual_targets(std::vector<targets::ProfileFact> facts = {}) {
  using quantity::Nutrient;
  std::vector<targets::OwnTarget> own = {
      {Nutrient::Water, monday, 2000.0}, {Nutrient::Magnesium, monday, 350.0}, {Nutrient::Potassium, monday, 3500.0}};
  return {{}, {std::move(facts), std::move(own)}};
}

/// The same for someone who logs drinks but not food.
inline targets::TargetBook drinks_only() { return usual_targets({{"fluid_basis", monday, "drinks"}}); }

/// A fresh journal that things are logged into. Clocks run an hour ahead of UTC; days start at 04:00.
class Diary {
 public:
  /// @param clock local time since midnight of `day`; 26h is two at night
  void log(calendar::Day day, std::chrono::minutes clock, journal::EntryKind kind, journal::What what) {
    const std::chrono::seconds offset = 1h;
    journal::Entry entry;
    entry.kind = kind;
    entry.when = {day + clock - offset, offset, day};
    entry.what = std::move(what);
    change([&] { store_.add(std::span(&entry, 1)); });
  }
  void intake(calendar::Day day, journal::EntryKind kind, const quantity::Nutrients& nutrients,
              std::chrono::minutes clock = 12h) {
    log(day, clock, kind, journal::Intake{std::nullopt, "something", "1", std::nullopt, nutrients});
  }
  void drink(calendar::Day day, std::optional<double> water_ml) {
    intake(day, journal::EntryKind::Drink, figures(water_ml, 0.0, 0.0));
  }
  void food(calendar::Day day, const quantity::Nutrients& nutrients) {
    intake(day, journal::EntryKind::Food, nutrients);
  }
  void spasm(calendar::Day day, std::string site = "calf left", std::optional<int> severity = {},
             std::optional<double> minutes = {}, std::chrono::minutes clock = 12h) {
    log(day, clock, journal::EntryKind::Spasm, journal::Spasm{std::move(site), severity, minutes, {}});
  }
  /// As a daily diary gives it: the day and no time.
  void imported_spasm(calendar::Day day) {
    journal::Entry entry;
    entry.kind = journal::EntryKind::Spasm;
    entry.when = {day + 12h - 1h, 1h, day};
    entry.what = journal::Spasm{"unspecified", {}, {}, {}};
    entry.import_key = std::string(journal::day_only_key) + calendar::iso(day) + ":spasm:1";
    change([&] { store_.import(std::span(&entry, 1)); });
  }
  void stress(calendar::Day day, double rating) { log(day, 12h, journal::EntryKind::Stress, journal::Stress{rating}); }
  void factor(calendar::Day day, std::string name, std::optional<double> value, std::optional<std::string> unit = {}) {
    log(day, 12h, journal::EntryKind::Factor, journal::Factor{std::move(name), value, std::move(unit)});
  }
  void say(calendar::Day day, journal::Stream stream, journal::DayStatus status) {
    change([&] { store_.say(day, stream, status); });
  }
  void close(calendar::Day day) {
    say(day, journal::Stream::Intake, journal::DayStatus::Complete);
    say(day, journal::Stream::Spasms, journal::DayStatus::Complete);
  }

  Timeline timeline(calendar::DayRange range, const targets::TargetBook& targets = usual_targets()) {
    return build(store_, targets, range);
  }
  DayRow row(calendar::Day day, const targets::TargetBook& targets = usual_targets()) {
    return timeline({day, day}, targets).rows().at(0);
  }

  journal::Store& store() { return store_; }

 private:
  template <class Work>
  void change(Work&& work) {
    storage::Change one(journal_, "log", monday + 20h);
    work();
    one.commit();
  }

  storage::testing::FreshFolder folder_;
  storage::JournalFile journal_ = storage::JournalFile::open(folder_ / "journal.db", storage::Access::Write);
  journal::Store store_{journal_};
};

}  // namespace lytes::timeline::testing

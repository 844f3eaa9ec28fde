// What it costs that every line can be undone: a drink stored with its record in the history, beside the same drink
// stored without one. Both open and close the journal and are brought to disk, as one command line does it.

#include <SQLiteCpp/Database.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "lytes/journal/store.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "made_up_journal.hpp"

namespace {

using namespace lytes;

constexpr std::chrono::sys_seconds now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 22}};

journal::Entry drink() {
  journal::Entry entry;
  entry.kind = journal::EntryKind::Drink;
  entry.when = {now, std::chrono::seconds(0), std::chrono::floor<std::chrono::days>(now)};
  journal::Intake water{"usda:14411", "Water, tap, drinking", "500 ml", 500.0, {}};
  water.nutrients[quantity::Nutrient::Water] = 500.0;
  entry.what = water;
  return entry;
}

/// A journal with some weeks in it, removed at the end.
class SomeWeeks {
 public:
  SomeWeeks() {
    std::filesystem::remove(file_);
    bench::write_made_up_journal(file_, 60, 800);
  }
  ~SomeWeeks() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }
  SomeWeeks(const SomeWeeks&) = delete;
  SomeWeeks& operator=(const SomeWeeks&) = delete;

  storage::JournalFile open() const { return storage::JournalFile::open(file_, storage::Access::Write); }

 private:
  std::string file_ = std::filesystem::temp_directory_path() / ("lytes-bench-" + std::to_string(::getpid()) + ".db");
};

void drink_that_can_be_undone(benchmark::State& state) {
  const SomeWeeks weeks;
  for (auto _ : state) {
    auto file = weeks.open();
    journal::Store store(file);
    storage::Change change(file, "drink 500ml water", now);
    const journal::Entry entry = drink();
    benchmark::DoNotOptimize(store.add({&entry, 1}));
    change.commit();
  }
}

void drink_without_history(benchmark::State& state) {
  const SomeWeeks weeks;
  for (auto _ : state) {
    auto file = weeks.open();
    journal::Store store(file);
    file.database().exec("BEGIN IMMEDIATE");
    const journal::Entry entry = drink();
    benchmark::DoNotOptimize(store.add({&entry, 1}));
    file.database().exec("COMMIT");
  }
}

BENCHMARK(drink_that_can_be_undone)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(drink_without_history)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace

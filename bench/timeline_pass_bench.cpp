// The cost of turning ten years of entries into days, beside that of letting SQLite add up the same rows.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <benchmark/benchmark.h>

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

#include "lytes/journal/store.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/targets/target_book.hpp"
#include "lytes/timeline/timeline.hpp"
#include "made_up_journal.hpp"

namespace {

using namespace lytes;

/// Made once for all measurements, and removed at the end.
class MadeUpJournal {
 public:
  MadeUpJournal() {
    std::filesystem::remove(file_);
    bench::write_made_up_journal(file_);
  }
  ~MadeUpJournal() {
    std::error_code ignored;
    std::filesystem::remove(file_, ignored);
  }
  MadeUpJournal(const MadeUpJournal&) = delete;
  MadeUpJournal& operator=(const MadeUpJournal&) = delete;

  storage::JournalFile open() const { return storage::JournalFile::open(file_, storage::Access::Read); }

 private:
  std::string file_ = std::filesystem::temp_directory_path() / ("lytes-bench-" + std::to_string(::getpid()) + ".db");
};

const MadeUpJournal& made_up() {
  static const MadeUpJournal journal;
  return journal;
}

/// What a person at the sqlite3 prompt would run to see each day's sums.
void sqlite_sums_each_day(benchmark::State& state) {
  auto journal = made_up().open();
  for (auto _ : state) {
    SQLite::Statement query(journal.database(), R"(
      SELECT e.day, sum(i.water_ml), sum(i.magnesium_mg), sum(i.potassium_mg)
      FROM entry e JOIN intake i ON i.entry_id = e.id GROUP BY e.day)");
    double sum = 0;
    while (query.executeStep()) sum += query.getColumn(1).getDouble();
    benchmark::DoNotOptimize(sum);
  }
}

void timeline_of_all_days(benchmark::State& state) {
  auto journal = made_up().open();
  journal::Store store(journal);
  const auto days = store.days().value();
  const targets::TargetBook targets({}, {});
  for (auto _ : state) {
    const auto timeline = timeline::build(store, targets, days);
    benchmark::DoNotOptimize(timeline.rows().data());
  }
}

BENCHMARK(sqlite_sums_each_day)->Unit(benchmark::kMillisecond);
BENCHMARK(timeline_of_all_days)->Unit(benchmark::kMillisecond);

}  // namespace

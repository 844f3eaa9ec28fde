// A disk that fills up while many rows are written: all of them or none.

#include <signal.h>
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>

#include "cli/computer.hpp"
#include "storage/child_process.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using Catch::Contains;
using cli::testing::Computer;

namespace {

/// No file may grow beyond this, as on a disk that is full.
void limit_file_size(rlim_t bytes) {
  ::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{bytes, bytes};
  if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) std::abort();
}

/// What `words` answers where no file may grow beyond that; its complaint, with the exit code before it.
std::string on_a_full_disk(Computer& computer, rlim_t bytes, const std::vector<std::string>& words) {
  return storage::testing::in_child([&] {
    limit_file_size(bytes);
    const int code = computer.lytes(words);
    throw std::runtime_error(std::to_string(code) + " " + computer.complained);
  });
}

}  // namespace

TEST_CASE("an import that meets a full disk takes over nothing, and everything when there is room again") {
  Computer computer;
  REQUIRE(computer.lytes({"drink", "300ml", "water"}) == 0);
  const auto diary = computer.folder / "diary.csv";
  {
    std::ofstream rows(diary);
    rows << "date,status,fluid_ml,stress,spasms\n";
    const auto first = calendar::Day(std::chrono::year{2020} / 1 / 1);
    for (int day = 0; day < 2000; ++day)
      rows << calendar::iso(first + std::chrono::days{day}) << ",complete,2000,4,1\n";
  }
  const auto entries = [&] {
    REQUIRE(computer.lytes({"list", "all", "--json"}) == 0);
    return computer.said;
  };
  const std::string before = entries();

  const std::string said = on_a_full_disk(computer, 300'000, {"import", "daily", diary.string()});
  CHECK_THAT(said, Contains(": 1 lytes: ") && Contains("largest file size") && Contains("Nothing was saved"));
  CHECK(entries() == before);
  REQUIRE(computer.lytes({"doctor"}) == 0);

  REQUIRE(computer.lytes({"import", "daily", diary.string()}) == 0);
  const std::string after = entries();
  CHECK(nlohmann::json::parse(after).at("entries").size() > 4'000);
  REQUIRE(computer.lytes({"undo"}) == 0);
  CHECK(entries() == before);
  REQUIRE(computer.lytes({"redo"}) == 0);
  CHECK(entries() == after);
}

TEST_CASE("a restore that meets a full disk leaves journal and backup as they were") {
  Computer computer;
  for (int i = 0; i < 30; ++i) REQUIRE(computer.lytes({"note", std::string(9'000, 'x')}) == 0);
  const auto backup = computer.folder / "copy.db";
  REQUIRE(computer.lytes({"backup", backup.string()}) == 0);
  REQUIRE(computer.lytes({"drink", "300ml", "water"}) == 0);
  const std::string journal_before = storage::testing::bytes_of(computer.journal);
  const std::string backup_before = storage::testing::bytes_of(backup);

  const std::string said = on_a_full_disk(computer, 100'000, {"restore", backup.string()});
  CHECK_THAT(said, Contains(": 1 lytes: ") && Contains("largest file size"));
  CHECK(storage::testing::bytes_of(computer.journal) == journal_before);
  CHECK(storage::testing::bytes_of(backup) == backup_before);
}

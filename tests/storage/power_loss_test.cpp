// A machine that stops in the middle of writing: whatever was acknowledged is there, at any byte.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <vector>

#include "child_process.hpp"
#include "lytes/storage/history.hpp"
#include "rounds.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
namespace fs = std::filesystem;

TEST_CASE("an older program's write-ahead log cut off at any byte loses whole entries from its end, and nothing else",
          "[torture]") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const fs::path log = folder / "j.db-wal";
  std::vector<std::uintmax_t> ends;  // of the log, when each entry was acknowledged
  std::string main_file;
  std::string whole_log;
  {
    JournalFile::open(file, Access::Write);
    const std::string said = in_child([&] {
      JournalFile journal = JournalFile::open(file, Access::Write);
      journal.database().exec("PRAGMA journal_mode = WAL");
      for (int i = 0; i < 3; ++i) {
        log_drink(journal, 100);
        std::ofstream(folder / "ends", std::ios::app) << fs::file_size(log) << "\n";
      }
      ::kill(::getpid(), SIGKILL);
    });
    REQUIRE(said == "killed by 9");
    std::ifstream read(folder / "ends");
    for (std::uintmax_t end = 0; read >> end;) ends.push_back(end);
    REQUIRE(ends.size() == 3);
    main_file = bytes_of(file);
    whole_log = bytes_of(log);
    REQUIRE(whole_log.size() == ends.back());
  }
  // Every byte in full; else strides that still meet every part of a frame.
  const std::size_t stride = rounds(0, 1) == 1 ? 1 : 251;
  for (std::size_t length = 0; length <= whole_log.size(); length += stride) {
    const FreshFolder cut;
    std::ofstream(cut / "j.db", std::ios::binary) << main_file;
    std::ofstream(cut / "j.db-wal", std::ios::binary) << whole_log.substr(0, length);
    JournalFile journal = JournalFile::open(cut / "j.db", Access::Write);
    const auto acknowledged = std::count_if(ends.begin(), ends.end(), [&](auto end) { return end <= length; });
    INFO("log of " << length << " bytes");
    REQUIRE(water_in(journal) == 100.0 * static_cast<double>(acknowledged));
    REQUIRE(history_size(journal).changes == acknowledged);
    if (length % 5 == 0) REQUIRE(journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
  }
}

TEST_CASE("every entry that a killed program had acknowledged is there", "[torture]") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  JournalFile::open(file, Access::Write);
  std::int64_t acknowledged = 0;
  unsigned chance = 1;
  for (int round = 0; round < rounds(10, 1000); ++round) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      for (;;) {
        JournalFile journal = JournalFile::open(file, Access::Write);
        log_drink(journal, 1);
        if (::write(ends[1], "x", 1) != 1) ::_exit(1);
      }
    }
    ::close(ends[1]);
    chance = chance * 1103515245U + 12345U;
    ::usleep(static_cast<useconds_t>(1'000 + chance / 65536U % 30'000U));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    char byte = 0;
    while (::read(ends[0], &byte, 1) == 1) ++acknowledged;
    ::close(ends[0]);

    JournalFile journal = JournalFile::open(file, Access::Write);
    const auto kept = static_cast<std::int64_t>(water_in(journal));
    // The last one may have been kept without the time to say so.
    REQUIRE(kept >= acknowledged);
    REQUIRE(kept <= acknowledged + 1);
    REQUIRE(history_size(journal).changes == kept);
    if (round % 10 == 0) REQUIRE(journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
    acknowledged = kept;
  }
  CHECK(acknowledged > 0);
}

TEST_CASE("eight programs that write at once all get through, and none is told to wait", "[torture]") {
  const FreshFolder folder;
  const fs::path file = folder / "j.db";
  const int each = rounds(8, 500);
  std::vector<pid_t> children;
  for (int program = 0; program < 8; ++program) {
    const pid_t child = ::fork();
    if (child == 0) {
      try {
        for (int k = 0; k < each; ++k) {
          JournalFile journal = JournalFile::open(file, Access::Write);
          log_drink(journal, 1);
        }
      } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        ::_exit(1);
      }
      ::_exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  JournalFile journal = JournalFile::open(file, Access::Read);
  CHECK(water_in(journal) == 8 * each);
  CHECK(journal.database().execAndGet("PRAGMA integrity_check").getString() == "ok");
}

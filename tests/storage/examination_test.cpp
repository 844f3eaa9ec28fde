#include "lytes/storage/examination.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "lytes/storage/history.hpp"
#include "sample_journal.hpp"

using namespace lytes;
using namespace lytes::storage;
using namespace lytes::storage::testing;
using Catch::Contains;
using Verdict = Finding::Verdict;
namespace fs = std::filesystem;

namespace {

Finding find(const std::vector<Finding>& findings, const std::string& check) {
  const auto found = std::ranges::find(findings, check, &Finding::check);
  REQUIRE(found != findings.end());
  return *found;
}

struct Diary {
  FreshFolder folder;
  fs::path file = folder / "j.db";
  JournalFile journal = JournalFile::open(file, Access::Write);

  Diary() {
    for (int i = 0; i < 5; ++i) log_drink(journal, 250);
  }

  /// As another program would: without history and foreign keys.
  void behind_its_back(const std::string& sql) {
    SQLite::Database plain(file.string(), SQLite::OPEN_READWRITE);
    plain.exec("PRAGMA foreign_keys = OFF");
    plain.exec(sql);
  }
};

}  // namespace

TEST_CASE_METHOD(Diary, "a sound journal is found sound in every check") {
  undo(journal, 2);
  redo(journal, 1);
  for (const Finding& finding : examine(journal)) {
    INFO(finding.check << ": " << finding.said);
    CHECK(finding.verdict == Verdict::Sound);
    CHECK(finding.what_to_do.empty());
  }
  CHECK_FALSE(first_damage(journal));
}

TEST_CASE_METHOD(Diary, "rows that belong to nothing are found") {
  behind_its_back("DELETE FROM entry WHERE id = 3");
  const Finding found = find(examine(journal), "foreign_keys");
  CHECK(found.verdict == Verdict::Damaged);
  CHECK(found.said == "1 of 'intake' without their 'entry'");
  CHECK(first_damage(journal));
}

TEST_CASE_METHOD(Diary, "a word that another program changed is found by the history") {
  behind_its_back("UPDATE intake SET description = 'Wine' WHERE entry_id = 2");
  const auto findings = examine(journal);
  const Finding found = find(findings, "history_rows");
  CHECK(found.verdict == Verdict::Advice);
  CHECK_THAT(found.said, Contains("1 of 10 rows") && Contains("intake 2 (description)"));
  CHECK(find(findings, "integrity").verdict == Verdict::Sound);
}

TEST_CASE_METHOD(Diary, "a schema that is not as the migrations make it is found") {
  behind_its_back("DROP INDEX happening_by_day; CREATE TABLE mine (a)");
  const Finding found = find(examine(journal), "schema");
  CHECK(found.verdict == Verdict::Damaged);
  CHECK(found.said == "not as lytes made it: index happening_by_day");
}

TEST_CASE_METHOD(Diary, "tables of the user's own are named, and no damage") {
  behind_its_back("CREATE TABLE mine (a)");
  const Finding found = find(examine(journal), "schema");
  CHECK(found.verdict == Verdict::Advice);
  CHECK_THAT(found.said, Contains("table mine"));
}

TEST_CASE_METHOD(Diary, "permissions that let others read are found and mended") {
  REQUIRE(::chmod(file.c_str(), 0644) == 0);
  const Finding found = find(examine_file(file), "file_permissions");
  CHECK(found.verdict == Verdict::Advice);
  CHECK_THAT(found.said, Contains("644"));
  CHECK_THAT(found.what_to_do, Contains("chmod 600"));
  mend_permissions(file);
  CHECK(find(examine_file(file), "file_permissions").verdict == Verdict::Sound);
}

TEST_CASE("the program's own folder is to be the user's alone, another folder is the user's business") {
  const FreshFolder above;
  for (const char* name : {"lytes", "diaries"}) {
    fs::create_directory(above / name);
    const fs::path file = above / name / "j.db";
    JournalFile::open(file, Access::Write);
    REQUIRE(::chmod((above / name).c_str(), 0755) == 0);
    CHECK(find(examine_file(file), "folder_permissions").verdict ==
          (std::string(name) == "lytes" ? Verdict::Advice : Verdict::Sound));
  }
}

TEST_CASE_METHOD(Diary, "a page that cannot be read is damage in every check that meets it, and no check throws") {
  journal.database().exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const int page = journal.database().execAndGet("SELECT pageno FROM dbstat WHERE name = 'intake'").getInt();
  {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(page - 1) * 4096);
    stream << std::string(4096, '\x5a');
  }
  JournalFile damaged = JournalFile::open(file, Access::Read);
  const auto findings = examine(damaged);
  CHECK(std::ranges::count(findings, Verdict::Damaged, &Finding::verdict) >= 1);
  CHECK(find(findings, "integrity").verdict == Verdict::Damaged);
}

// What happens to the journal while lytes waits for a person.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>

#include "cli/computer.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using Catch::Contains;
using cli::testing::Computer;
namespace fs = std::filesystem;

namespace {

struct Waiting : Computer {
  void another(const std::vector<std::string>& words) const {
    Computer other;
    other.journal = journal;
    const int code = other.lytes(words);
    INFO(other.complained);
    REQUIRE(code == 0);
  }

  std::size_t entries() { return json_of({"list", "--json"}).at("entries").size(); }
};

/// Puts "field: value" in the place of the line of that field.
void set_field(const fs::path& file, const std::string& field, const std::string& value) {
  std::istringstream before(storage::testing::bytes_of(file));
  std::ofstream after(file);
  for (std::string line; std::getline(before, line);) {
    after << (line.starts_with(field + ":") ? field + ": " + value : line) << "\n";
  }
}

/// Whether this process can read or write the file: a handle that only marks the place (O_PATH) is no connection.
bool is_open(const fs::path& file) {
  return std::ranges::any_of(fs::directory_iterator("/proc/self/fd"), [&](const auto& handle) {
    std::error_code ignored;
    if (fs::read_symlink(handle, ignored) != file) return false;
    const int flags = ::fcntl(std::stoi(handle.path().filename().string()), F_GETFL);
    return flags >= 0 && (flags & O_PATH) == 0;
  });
}

const std::vector<std::string> ambiguous = {"eat", "1 cup", "soup"};

}  // namespace

TEST_CASE_METHOD(Waiting, "a journal replaced at a question gets nothing, loses nothing, and the line is given back") {
  lytes({"note", "mine"});
  fs::copy_file(journal, folder / "other.db");
  {
    Computer other;
    other.journal = folder / "other.db";
    for (const char* text : {"one", "two", "three"}) REQUIRE(other.lytes({"note", "from elsewhere", text}) == 0);
  }
  CHECK(answer(ambiguous, "1\n", [&] { fs::rename(folder / "other.db", journal); }) == cli::Failed);
  CHECK_THAT(complained, Contains("another file in the place of") && Contains("Nothing was saved.") &&
                             Contains("You had typed: lytes eat '1 cup' soup"));
  CHECK(entries() == 4);
  CHECK(lytes({"doctor"}) == 0);
}

TEST_CASE_METHOD(Waiting, "a journal taken away at a question is not begun anew") {
  lytes({"note", "mine"});
  CHECK(answer(ambiguous, "1\n", [&] { fs::rename(journal, folder / "gone.db"); }) == cli::Failed);
  CHECK_FALSE(fs::exists(journal));
}

TEST_CASE_METHOD(Waiting, "what others log at a question stands beside the answer's entry") {
  const bool first = GENERATE(true, false);
  if (!first) lytes({"note", "mine"});
  CHECK(answer(ambiguous, "1\n", [&] { another({"spasm", "left calf", "6"}); }) == 0);
  CHECK(entries() == (first ? 2 : 3));
}

TEST_CASE_METHOD(Waiting, "while a question or an editor waits, no connection to the journal is open") {
  lytes({"note", "mine"});
  CHECK(answer(ambiguous, "1\n", [&] { CHECK_FALSE(is_open(journal)); }) == 0);
  CHECK(edit({"edit", "1"}, [&](const fs::path&) { CHECK_FALSE(is_open(journal)); }) == 0);
}

TEST_CASE_METHOD(Waiting,
                 "while a question about an edit waits, no draft lies about, and the next one has what was typed") {
  lytes({"spasm", "calf", "5"});
  std::vector<std::string> seen;
  fs::path draft;
  const auto editor = [&](const fs::path& file) {
    draft = file;
    seen.push_back(storage::testing::bytes_of(file));
    set_field(file, "severity", seen.size() == 1 ? "fierce" : "6");
    return 0;
  };
  CHECK(edit_and_answer({"edit", "1"}, editor, "\n", [&] { CHECK_FALSE(fs::exists(draft.parent_path())); }) == 0);
  REQUIRE(seen.size() == 2);
  CHECK_THAT(seen[1], Contains("severity: fierce"));
  CHECK(json_of({"list", "--json"}).at("entries").at(0).at("severity") == 6);
}

TEST_CASE_METHOD(Waiting, "an editor that was open for long changes what was touched in it, and nothing else") {
  lytes({"spasm", "calf", "5", "--note", "orig"});
  CHECK(edit({"edit", "1"}, [&](const fs::path& file) {
          another({"edit", "1", "site=thigh", "note=changed"});
          set_field(file, "severity", "1");
        }) == 0);
  CHECK_THAT(said, Contains("was    1  Sun 11:00  Spasm, thigh  5/10  note: changed"));
  const auto entry = json_of({"list", "--json"}).at("entries").at(0);
  CHECK(entry.at("site") == "thigh");
  CHECK(entry.at("severity") == 1);
  CHECK(entry.at("note") == "changed");
}

TEST_CASE_METHOD(Waiting, "what two change at once is told, not taken back, and the edit is given back as a command") {
  lytes({"spasm", "calf", "5"});
  CHECK(edit({"edit", "1"}, [&](const fs::path& file) {
          another({"edit", "1", "severity=9"});
          set_field(file, "severity", "1");
          set_field(file, "note", "it's over");
        }) == cli::Failed);
  CHECK_THAT(complained, Contains("is now: 1  Sun 11:") && Contains("Spasm, calf  9/10") &&
                             Contains("You had typed: lytes edit 1 severity=1 note='it'\\''s over'"));
  CHECK(json_of({"list", "--json"}).at("entries").at(0).at("severity") == 9);
}

TEST_CASE_METHOD(Waiting, "an entry that was deleted in the meantime is not made again by an editor") {
  lytes({"spasm", "calf", "5"});
  CHECK(edit({"edit", "1"}, [&](const fs::path& file) {
          another({"delete", "1"});
          set_field(file, "severity", "1");
        }) == cli::NotFound);
  CHECK_THAT(complained, Contains("there is no entry 1") || Contains("There is no entry 1"));
  CHECK_THAT(complained, Contains("You had typed: lytes edit 1 severity=1"));
  CHECK(entries() == 0);
}

TEST_CASE_METHOD(Waiting, "an entry that took the number after a restore is not edited, whichever way the file came") {
  for (int cup = 0; cup < 4; ++cup) lytes({"drink", "1", "cup", "tea", "--yes"});
  lytes({"backup", (folder / "s.db").string()});
  lytes({"eat", "2", "eggs", "--yes"});
  const bool by_copy = GENERATE(false, true);
  const bool same_kind = GENERATE(false, true);
  CHECK(edit({"edit", "5"}, [&](const fs::path& file) {
          if (by_copy) {
            fs::copy_file(folder / "s.db", journal, fs::copy_options::overwrite_existing);
          } else {
            another({"restore", (folder / "s.db").string()});
          }
          same_kind ? another({"eat", "2", "apples", "--yes"}) : another({"spasm", "left", "calf", "9/10"});
          set_field(file, "note", "breakfast");
        }) == cli::Failed);
  CHECK_THAT(complained, Contains("You had typed: lytes edit 5 note=breakfast"));
  CHECK(json_of({"list", "--json"}).dump().find("breakfast") == std::string::npos);
  CHECK(entries() == 5);
}

TEST_CASE_METHOD(Waiting, "no draft stays behind, and one that a killed program left is taken away") {
  lytes({"note", "private"});
  CHECK(edit({"edit", "1"}, [](const fs::path& file) {
          CHECK(fs::status(file.parent_path()).permissions() == fs::perms(0700));
        }) == 0);
  const auto drafts = [&] {
    return std::ranges::count_if(fs::directory_iterator(folder.path()), [](const auto& file) {
      return file.path().filename().string().starts_with("lytes-");
    });
  };
  CHECK(drafts() == 0);
  const fs::path left = folder / ("lytes-temporary-" + std::to_string(::geteuid())) / "abcdef";
  fs::create_directories(left);
  fs::permissions(left.parent_path(), fs::perms(0700));
  std::ofstream(left / "entry-1.txt") << "private";
  CHECK(lytes({"list"}) == 0);
  CHECK(drafts() == 0);
}

TEST_CASE_METHOD(Waiting, "no draft stays behind where something else has the name of the folder of drafts") {
  lytes({"note", "private"});
  std::ofstream(folder / ("lytes-temporary-" + std::to_string(::geteuid()))) << "something else";
  fs::path beside;
  CHECK(edit({"edit", "1"}, [&](const fs::path& file) {
          beside = file.parent_path();
          CHECK(fs::status(beside).permissions() == fs::perms(0700));
          CHECK(lytes({"list"}) == 0);  // another program meanwhile leaves it alone
          CHECK(fs::exists(file));
        }) == 0);
  CHECK(beside.parent_path() == folder.path());
  CHECK_FALSE(fs::exists(beside));
  const fs::path left = folder / "lytes-held-abcdef";
  fs::create_directories(left);
  std::ofstream(left / "entry-1.txt") << "private";
  CHECK(lytes({"list"}) == 0);
  CHECK_FALSE(fs::exists(left));
}

TEST_CASE_METHOD(Waiting, "an entry that was saved and could not be shown is said to be saved") {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  out.setstate(std::ios::badbit);
  const bool reader_left = GENERATE(false, true);
  const console::Context context{
      [this] { return now; },     zone, in, out, err, {}, {journal, false, LYTES_CATALOGUE, folder.path()}, {}, {},
      [&] { return reader_left; }};
  CHECK(cli::run({"drink", "300ml", "water"}, context) == (reader_left ? cli::Done : cli::Failed));
  CHECK(err.str() == (reader_left ? "" : "lytes: The output could not be written.\nIt was saved.\n"));
  CHECK(entries() == 1);
}

TEST_CASE_METHOD(Waiting, "purge asks first, forgets what was deleted, and names where it may still lie") {
  lytes({"note", "seen", "by", "nobody"});
  lytes({"delete", "1"});
  CHECK(lytes({"purge"}) == cli::BadInput);
  CHECK_THAT(complained, Contains("lytes purge --yes") && Contains("Nothing was saved."));
  CHECK(answer({"purge"}, "n\n", [] {}) == 0);
  CHECK(said == "Nothing was forgotten.\n");
  CHECK(lytes({"undo"}) == 0);
  CHECK(lytes({"redo"}) == 0);
  CHECK(answer({"purge"}, "y\n", [] {}) == 0);
  CHECK_THAT(said, Contains("2 changes can no longer be undone") && Contains("backups/j.daily-2026-11-22.db"));
  CHECK(storage::testing::bytes_of(journal).find("nobody") == std::string::npos);
  CHECK(lytes({"undo"}) == cli::NotFound);
  CHECK(json_of({"purge", "--yes", "--json"}).at("purged").at("changes") == 0);
}

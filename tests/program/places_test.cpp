// Where the program looks for the journal, run as in the real world by what the environment says.
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/computer.hpp"
#include "lytes/program/run_program.hpp"
#include "storage/child_process.hpp"

using namespace lytes;
namespace fs = std::filesystem;

namespace {

/// Somebody without rights of their own, in an empty folder that anybody may write to.
struct Stranger {
  storage::testing::FreshFolder folder;
  fs::path here = folder / "here";
  fs::path home = folder / "home";

  Stranger() {
    for (const fs::path& each : {folder.path(), here, home}) {
      fs::create_directories(each);
      fs::permissions(each, fs::perms::all);
    }
  }

  /// Runs `lytes note hello`, or what else is said, after `settle` has set the environment.
  template <class Settle>
  void run(Settle settle, std::vector<const char*> words = {"lytes", "note", "hello"}) {
    std::fflush(stdout);  // else the child says it once more
    const std::string said = storage::testing::in_child([&] {
      storage::testing::become_bound_user();
      for (const char* name : {"HOME", "LYTES_DB", "XDG_DATA_HOME"}) unsetenv(name);
      settle();
      fs::current_path(here);
      if (!std::freopen((here.parent_path() / "complaint").c_str(), "w", stderr)) std::abort();
      if (!std::freopen("/dev/null", "w", stdout)) std::abort();
      const int ended = program::run_program(static_cast<int>(words.size()), words.data());
      std::fflush(stderr);
      throw std::runtime_error(std::to_string(ended));
    });
    code = said.substr(said.find(' ') + 1);
    std::ifstream file(here.parent_path() / "complaint");
    complaint = {std::istreambuf_iterator<char>(file), {}};
  }

  std::string code;
  std::string complaint;
};

bool lives_nowhere() { return ::geteuid() == 0; }  // then the tests run as nobody, who has no home

}  // namespace

TEST_CASE("the journal lies where HOME or XDG_DATA_HOME says, and LYTES_DB wins, also where it is relative") {
  Stranger stranger;
  stranger.run([&] { setenv("HOME", stranger.home.c_str(), 1); });
  CHECK(stranger.code == "0");
  CHECK(fs::exists(stranger.home / ".local/share/lytes/journal.db"));

  stranger.run([&] {
    setenv("HOME", stranger.home.c_str(), 1);
    setenv("XDG_DATA_HOME", (stranger.home / "data").c_str(), 1);
  });
  CHECK(fs::exists(stranger.home / "data/lytes/journal.db"));
  CHECK(fs::is_empty(stranger.here));

  stranger.run([&] { setenv("LYTES_DB", "own.db", 1); });
  CHECK(stranger.code == "0");
  CHECK(fs::exists(stranger.here / "own.db"));
}

TEST_CASE("no relative folder is taken for a home, and no journal made in the folder one happens to be in") {
  Stranger stranger;
  const std::string home = GENERATE("", ".", "somewhere", "/nonexistent", "/there/is/no/such/folder");
  const std::string data = GENERATE("", ".", "data");
  CAPTURE(home, data);
  // Without HOME those who live somewhere would write to their own journal.
  if (home.empty() && !lives_nowhere()) return;
  stranger.run([&] {
    setenv("HOME", home.c_str(), 1);
    setenv("XDG_DATA_HOME", data.c_str(), 1);
  });
  CHECK(stranger.code == "1");
  CHECK_THAT(stranger.complaint, Catch::Contains("--db") && Catch::Contains("LYTES_DB"));
  CHECK(fs::is_empty(stranger.here));
}

TEST_CASE("without HOME the password database says where home is, and help needs none") {
  Stranger stranger;
  stranger.run([] {}, {"lytes", "list"});
  CHECK(stranger.code == (lives_nowhere() ? "1" : "0"));
  CHECK(fs::is_empty(stranger.here));
  stranger.run([] {}, {"lytes", "--help"});
  CHECK(stranger.code == "0");
}

TEST_CASE("a relative TMPDIR is not used: what the editor is given lies in /tmp") {
  Stranger stranger;
  const auto settle = [&] {
    setenv("LYTES_DB", "own.db", 1);
    setenv("TMPDIR", ".", 1);
    setenv("VISUAL", "sh -c 'echo \"$1\" > given' sh", 1);
  };
  stranger.run(settle);
  stranger.run(settle, {"lytes", "edit", "1"});
  std::ifstream file(stranger.here / "given");
  std::string given;
  std::getline(file, given);
  CHECK(given.starts_with("/tmp/"));
}

TEST_CASE("a file in the place of the journal's folder is told, and left as it is") {
  Stranger stranger;
  fs::create_directories(stranger.home / "data");
  std::ofstream(stranger.home / "data/lytes") << "a file";
  stranger.run([&] { setenv("XDG_DATA_HOME", (stranger.home / "data").c_str(), 1); });
  CHECK(stranger.code == "1");
  CHECK_THAT(stranger.complaint, Catch::Contains("data/lytes"));
  CHECK(fs::file_size(stranger.home / "data/lytes") == 6);
}

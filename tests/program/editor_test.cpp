// The editor is a child of the program, run as in the real world.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>

#include "cli/computer.hpp"
#include "lytes/program/run_program.hpp"
#include "storage/child_process.hpp"

using namespace lytes;

TEST_CASE("the editor meets a closed pipe and a full file as any program does") {
  const std::string signal = GENERATE("PIPE", "XFSZ");
  cli::testing::Computer computer;
  REQUIRE(computer.lytes({"note", "slept", "badly"}) == 0);
  const auto lived = computer.folder / "lived";
  storage::testing::in_child([&] {
    setenv("LYTES_DB", computer.journal.c_str(), 1);
    setenv("LIVED", lived.c_str(), 1);
    setenv("VISUAL", ("sh -c 'kill -" + signal + " $$; touch $LIVED' sh").c_str(), 1);
    const char* const words[] = {"lytes", "edit", "1"};
    program::run_program(3, words);
  });
  CAPTURE(signal);
  CHECK_FALSE(std::filesystem::exists(lived));
}

namespace {

/// Runs the program with an editor, in a process group of its own, and sends it a signal once the editor runs.
std::string signalled(cli::testing::Computer& computer, const std::string& editor, int signal) {
  const auto started = computer.folder / "started";
  std::filesystem::remove(started);
  const pid_t group = ::fork();
  if (group == 0) {
    ::setpgid(0, 0);
    setenv("LYTES_DB", computer.journal.c_str(), 1);
    setenv("TMPDIR", computer.folder.path().c_str(), 1);
    setenv("STARTED", started.c_str(), 1);
    setenv("VISUAL", ("sh -c '" + editor + "' sh").c_str(), 1);
    const char* const words[] = {"lytes", "edit", "1"};
    ::_exit(program::run_program(3, words));
  }
  while (!std::filesystem::exists(started)) ::usleep(1000);
  signal == SIGINT ? ::kill(-group, signal) : ::kill(group, signal);
  int status = 0;
  ::waitpid(group, &status, 0);
  return WIFEXITED(status) ? "exit " + std::to_string(WEXITSTATUS(status)) : "signal";
}

}  // namespace

TEST_CASE("an interrupt is the editor's, and whatever ends it, no draft stays behind") {
  cli::testing::Computer computer;
  REQUIRE(computer.lytes({"note", "private"}) == 0);
  const std::string saves = "trap : INT; touch $STARTED; sleep 0.3; sed -i s/private/saved/ $1";
  const std::string waits = "touch $STARTED; exec sleep 30";
  CHECK(signalled(computer, saves, SIGINT) == "exit 0");
  CHECK(computer.json_of({"show", "1", "--json"}).at("entries").at(0).at("note") == "saved");
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    INFO(signal);
    CHECK(signalled(computer, waits, signal) == "exit 1");
  }
  for (const auto& file : std::filesystem::directory_iterator(computer.folder.path())) {
    CHECK_FALSE(file.path().filename().string().starts_with("lytes-"));
  }
  CHECK(computer.json_of({"show", "1", "--json"}).at("entries").at(0).at("note") == "saved");
}

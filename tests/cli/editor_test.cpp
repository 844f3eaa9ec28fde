// The editor is a child of the program, run as in the real world.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "cli/computer.hpp"
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
    cli::run_program(3, words);
  });
  CAPTURE(signal);
  CHECK_FALSE(std::filesystem::exists(lived));
}

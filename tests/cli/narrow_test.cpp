// Every page holds to the width of the terminal, from 40 columns on.
#include <catch2/catch.hpp>
#include <sstream>

#include "cli/computer.hpp"
#include "lytes/text/width.hpp"

using namespace lytes;

namespace {

std::string too_wide(const std::string& page, std::size_t width) {
  std::string found;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (text::display_width(line) > width) found += line + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("pages hold to the width that is said, from 40 columns on") {
  const std::size_t width = GENERATE(40, 80, 81);
  cli::testing::Computer computer;
  computer.terminal.width = width;
  computer.terminal.width_is_said = true;
  const std::vector<std::vector<std::string>> commands = {
      {"drink", "500ml", "water"},
      {"eat", "2", "eggs,", "1", "slice", "whole", "wheat", "bread"},
      {"take", "200mg", "magnesium"},
      {"spasm", "calf", "left", "7", "10m"},
      {"stress", "7"},
      {"log", "sleep", "6.5h"},
      {"today"},
      {"day", "done"},
      {"list"},
      {"show", "1"},
      {"edit", "1", "amount=300ml"},
      {"undo"},
      {"history"},
      {"week"},
      {"report", "--for-doctor"},
      {"profile", "set", "condition=kidney disease", "medicine=ramipril"},
      {"targets"},
      {"config"},
      {"foods", "search", "rye", "bread"},
      {"foods", "show", "rye", "bread"},
      {"recipe", "list"},
      {"doctor"},
      {"--help"},
      {"help", "foods"},
      {"foods", "add", "--help"},
      {"week", "--nonsense"},
      {"help", "language"},
      {"again"},
      {"foods", "list"},
  };
  for (const auto& command : commands) {
    computer.lytes(command);
    CAPTURE(command);
    CHECK(too_wide(computer.said + computer.complained, width) == "");
  }
}

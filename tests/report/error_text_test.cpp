#include "lytes/report/error_text.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "lytes/text/width.hpp"

namespace lytes::report {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("of a long input what lies around the place is shown, with dots where it was cut") {
  const std::string before(100, 'a');
  const std::string after(100, 'b');
  const auto lines =
      lines_of(error_text(InputError("no unit", before + "X" + after, 100), std::nullopt, {40, false, false}));
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].starts_with("  ...aaa"));
  CHECK(lines[1].ends_with("bbb..."));
  CHECK(text::display_width(lines[1]) <= 40);
  CHECK(lines[2].find('^') == lines[1].find('X'));
}

TEST_CASE("the place in an input of megabytes is found without going through all of it again and again") {
  const std::string blind = GENERATE("a", "\xE6\xB0\xB4", "\xCC\x81", "\xff", " ");
  std::string before;
  while (before.size() < 4'000'000) before += blind;
  const auto lines =
      lines_of(error_text(InputError("no unit", before + "X", before.size()), std::nullopt, {40, false, false}));
  REQUIRE(lines.size() == 3);
  CHECK(lines[1].ends_with("X"));
  CHECK(text::display_width(lines[1]) == text::display_width(lines[2]));
}

TEST_CASE("an input that fits is shown whole") {
  const auto lines = lines_of(error_text(InputError("no unit", "500xx water", 3), std::nullopt, {40, false, false}));
  CHECK(lines[1] == "  500xx water");
  CHECK(lines[2] == "     ^");
}

TEST_CASE("what went wrong is wrapped to the terminal's width") {
  const std::string told = "several foods answer to \"milk\"; say which, or use --yes to take the first of them all";
  const Style narrow{50, false, false};
  for (const auto& text : {error_text(InputError(told, "milk", 0), Saved::No, narrow),
                           error_text(NotFoundError("ambiguous_food", told), Saved::No, narrow),
                           error_text(StorageError(StorageError::Kind::Failed, told), Saved::No, narrow)}) {
    CAPTURE(text);
    CHECK(text.starts_with("lytes: Several foods answer to"));
    for (const auto& line : lines_of(text)) CHECK(text::display_width(line) <= 50);
  }
}

}  // namespace lytes::report

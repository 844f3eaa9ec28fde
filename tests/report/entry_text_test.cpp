// One line that was logged, said back on terminals of several widths.
#include "lytes/report/entry_text.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "lytes/text/width.hpp"

using namespace lytes;

namespace {

journal::Entry eaten(std::string name, std::string amount, std::optional<double> grams) {
  journal::Entry entry;
  entry.id = 12;
  entry.kind = journal::EntryKind::Food;
  journal::Intake intake;
  intake.description = std::move(name);
  intake.amount = std::move(amount);
  intake.grams = grams;
  intake.nutrients[quantity::Nutrient::Water] = 75;
  intake.nutrients[quantity::Nutrient::Magnesium] = 10;
  entry.what = intake;
  return entry;
}

std::string echo(const journal::Entry& entry, report::Said said, std::size_t width = 80) {
  return report::entries_echo({&entry, 1}, {&said, 1}, entry.when.day, {width, false, false});
}

}  // namespace

TEST_CASE("what was had is said back in the words that were typed, with its weight, on one line") {
  const auto text = echo(eaten("Egg, whole, cooked, hard-boiled", "2 large", 100), {"2 eggs", true});
  CHECK_THAT(text, Catch::EndsWith("  2 eggs  100 g   water +75 ml  Mg +10 mg  K unknown\n"));
  CHECK(std::ranges::count(text, '\n') == 1);
}

TEST_CASE("an amount that the words say is not said twice") {
  CHECK_THAT(echo(eaten("Water, tap, drinking", "300 ml", 300), {"300ml water", true}),
             Catch::Contains("  300ml water   water +75 ml"));
  CHECK_THAT(echo(eaten("Rice, white", "50 g", 50), {"150g rice", true}), Catch::Contains("  150g rice  50 g   "));
  CHECK_THAT(echo(eaten("Kvass", "2", std::nullopt), {"2 kvass", true}), Catch::Contains("  2 kvass   water"));
}

TEST_CASE("a name of another kind than the words follows below them, and a note behind it") {
  auto entry = eaten("Bananas, raw", "1 medium", 118);
  entry.note = "while reading";
  CHECK_THAT(echo(entry, {"bananna", false}),
             Catch::EndsWith("\n                 = Bananas, raw\n                 note: while reading\n"));
}

TEST_CASE("long words stand whole, with the figures below them where a line has no room for both") {
  const std::string words = "a large bowl of vegetable soup with barley and a slice of bread";
  const auto entry = eaten("Soup, vegetable with beef broth, canned, condensed", "1 bowl", 241);
  CHECK_THAT(echo(entry, {words, true}), Catch::Contains("a large bowl of vegetable soup with barley and") &&
                                             Catch::Contains("bread") &&
                                             Catch::Contains("241 g\n                 water +75 ml"));
  for (std::size_t width = 40; width <= 100; ++width) {
    std::istringstream lines(echo(entry, {words, false}, width));
    for (std::string line; std::getline(lines, line);) CHECK(text::display_width(line) <= width);
  }
}

// Whose amount it is, and what is not known.
#include "lytes/language/food_line.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"

using namespace lytes;

namespace {

/// Weights of what a line was read as, to the gram; takes the first wherever it is asked.
std::vector<long> grams(const std::string& line, foods::FoodKind kind = foods::FoodKind::Food) {
  language::testing::PlainSpeaker speaker;
  std::vector<long> weights;
  for (const auto& serving : language::read_intake_line(speaker, line, kind).servings)
    weights.push_back(std::lround(*serving.grams));
  return weights;
}

using Weights = std::vector<long>;

}  // namespace

TEST_CASE("an amount before the first food of a dish is that food's alone") {
  CHECK(grams("30g oats with milk") == Weights{30, 248});
  CHECK(grams("125g mozzarella with tomato").front() == 125);
  CHECK(grams("150 g hummus with pita").front() == 150);
  CHECK(grams("2 tbsp peanut butter on toast") == Weights{32, 27});
  CHECK(grams("2 eggs on toast") == Weights{100, 27});
  CHECK(grams("2 eggs and toast") == Weights{100, 27});
  CHECK(grams("3 crackers with cheese").size() == 2);
  CHECK(grams("1 tbsp honey with tea", foods::FoodKind::Drink) == Weights{21, 237});
}

TEST_CASE("an amount that can be the dish's is the dish's") {
  CHECK(grams("a bowl of muesli with milk") == Weights{220});
  CHECK(grams("muesli with milk 300g") == Weights{300});
  CHECK(grams("2 toast with butter") == Weights{68});
  CHECK(grams("a cup of tea with milk", foods::FoodKind::Drink) == Weights{240});
  CHECK(grams("200ml tea with milk", foods::FoodKind::Drink).size() == 1);
}

TEST_CASE("who drinks squash does not eat one") { CHECK(grams("squash", foods::FoodKind::Drink) == Weights{250}); }

TEST_CASE("what lacks the word that says what it is, is not offered") {
  CHECK_THROWS_AS(grams("dark xylophones"), NotFoundError);
}

TEST_CASE("what is said of a dish and is in it is counted once") {
  CHECK(grams("lasagne with beef") == grams("lasagne"));
  CHECK(grams("pho with beef") == grams("pho"));
  CHECK(grams("lasagne with 100g beef") == Weights{grams("lasagne").front(), 100});
  CHECK(grams("pancakes with milk").size() == 2);
}

TEST_CASE("what something was fried in is no food of its own") {
  CHECK(grams("2 eggs fried in olive oil") == grams("2 fried eggs"));
  CHECK(grams("mushrooms fried in butter 150g") == Weights{150});
  CHECK(grams("steak, 8oz, cooked in a little butter").size() == 1);
  CHECK(grams("tuna in oil 100g") == Weights{100});
}

TEST_CASE("a dish that is said to be made of amounts is these") {
  CHECK(grams("omelette made with 3 eggs and 30g spinach") == Weights{150, 30});
  CHECK(grams("recovery shake: 2 bananas 300ml milk 30g oats").size() == 3);
}

TEST_CASE("portions at the end are of the dish where its last part does not come so") {
  CHECK(grams("poha with peanuts 1 plate").front() >= 150);
}

TEST_CASE("half a litre is no number of its own") {
  CHECK(grams("Weizenbier 0.5l", foods::FoodKind::Drink) == grams("beer 0.5l", foods::FoodKind::Drink));
}

TEST_CASE("what was not had is not kept as had") {
  CHECK(grams("rice, didn't finish it") == grams("rice"));
  CHECK(grams("skipped breakfast, 2 eggs").size() == 1);
  const auto taken = [](const std::string& line) {
    language::testing::PlainSpeaker speaker;
    return language::read_intake_line(speaker, line, foods::FoodKind::Supplement).servings.size();
  };
  CHECK(taken("magnesium 375mg, forgot the potassium") == 1);
  CHECK(taken("forgot to log my magnesium 200mg") == 1);
  CHECK(grams("forgot to log 2 eggs") == grams("2 eggs"));
  CHECK(taken("potassium 99mg but skipped magnesium") == 1);
  CHECK_THROWS_AS(taken("forgot my magnesium"), InputError);
  CHECK_THROWS_AS(taken("didn't take magnesium"), InputError);
}

TEST_CASE("a number before a dish of several pieces counts the pieces") {
  CHECK(grams("3 idli sambar") == grams("a plate of idli sambar"));
}

TEST_CASE("a cup of ice chips is half a cup of water") { CHECK(grams("1 cup ice chips") == Weights{120}); }

TEST_CASE("a refusal shows the line as it was typed") {
  const auto refused = [](const std::string& line) {
    try {
      grams(line);
    } catch (const InputError& error) {
      return error;
    }
    return InputError("not refused");
  };
  CHECK(refused("half\xff rice 0").input == "half\xff rice 0");
  CHECK(refused("reis 0 g").input == "reis 0 g");
  const auto german = refused("brot mit butter, -2 eier");
  CHECK(german.input == "brot mit butter, -2 eier");
  CHECK(german.place <= german.input.size());
}

TEST_CASE("a sign of percent alone is no share") {
  CHECK_NOTHROW(grams("rice, % salt"));
  CHECK(grams("rice %") == grams("rice"));
}

TEST_CASE("whose it is says nothing of what it is") {
  CHECK(grams("3 of those crackers") == grams("3 crackers"));
  CHECK(grams("2 slices of my bread") == grams("2 slices of bread"));
  CHECK(grams("at least 3 eggs") == grams("3 eggs"));
  CHECK(grams("the usual coffee", foods::FoodKind::Drink) == grams("coffee", foods::FoodKind::Drink));
  language::testing::PlainSpeaker speaker;
  const auto taken =
      language::read_intake_line(speaker, "2 of my magnesium citrate 200mg", foods::FoodKind::Supplement);
  REQUIRE(taken.servings.size() == 1);
  CHECK(taken.servings.front().nutrients[quantity::Nutrient::Magnesium] == 400);
}

// The yardstick of food resolution: see README.md beside this file.
#include <catch2/catch.hpp>
#include <iostream>
#include <sstream>

#include "language/plain_speaker.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/food_line.hpp"

using namespace lytes;

namespace {

struct Phrase {
  std::string text;
  std::string foods;  ///< acceptable refs, each between two bars
  double grams_low;
  double grams_high;
};

std::vector<Phrase> read_phrases(const std::string& file, const char* food_column, const std::string& ref_prefix) {
  std::vector<Phrase> phrases;
  csv::read_file(std::string(LYTES_SOURCE_DIR) + "/tests/language/" + file, [&](const csv::Row& row) {
    std::string foods = "|";
    std::stringstream list{std::string(row.required(food_column))};
    for (std::string food; std::getline(list, food, '|');) foods += ref_prefix + food + "|";
    phrases.push_back(
        {std::string(row.required("phrase")), foods, *row.number("grams_low"), *row.number("grams_high")});
  });
  return phrases;
}

/// Drinks and foods are typed after different words; the phrase list does not say which, so either will do.
std::optional<foods::Serving> first_match(language::Speaker& speaker, const std::string& phrase, std::string& problem) {
  for (const auto kind : {foods::FoodKind::Food, foods::FoodKind::Drink}) {
    try {
      const auto read = language::read_intake_line(speaker, phrase, kind);
      if (read.servings.size() == 1) return read.servings.front();
      problem = std::to_string(read.servings.size()) + " foods";
    } catch (const std::exception& error) {
      problem = error.what();
    }
  }
  return std::nullopt;
}

struct Tally {
  int right = 0;
  int asked = 0;
  int all = 0;
};

Tally measure(const std::vector<Phrase>& phrases) {
  int asked = 0;
  language::testing::PlainSpeaker speaker([&](std::string_view, const auto&) {
    ++asked;
    return language::Choice{0, false};
  });
  Tally tally;
  for (const auto& phrase : phrases) {
    ++tally.all;
    const int asked_before = asked;
    std::string problem;
    const auto match = first_match(speaker, phrase.text, problem);
    if (asked > asked_before) ++tally.asked;
    const bool food_is_right = match && phrase.foods.find("|" + match->ref + "|") != std::string::npos;
    const bool weight_is_right =
        match && match->grams && *match->grams >= phrase.grams_low && *match->grams <= phrase.grams_high;
    if (food_is_right && weight_is_right) {
      ++tally.right;
    } else {
      std::cout << "  missed: " << phrase.text << " -> ";
      if (match) {
        std::cout << match->ref << " " << match->description << ", " << match->amount << " ("
                  << match->grams.value_or(0) << " g)";
      } else {
        std::cout << problem;
      }
      std::cout << "; right would be " << phrase.foods << " " << phrase.grams_low << " to " << phrase.grams_high
                << " g\n";
    }
  }
  std::cout << "everyday phrases: " << tally.right << " of " << tally.all << " right ("
            << 100.0 * tally.right / tally.all << " %), asked about " << tally.asked << "\n";
  return tally;
}

}  // namespace

TEST_CASE("at least 95 of 100 everyday phrases find the right food and weight at once") {
  const auto tally = measure(read_phrases("everyday_phrases.csv", "food", "usda:"));
  REQUIRE(tally.all >= 150);
  CHECK(tally.right >= 0.95 * tally.all);
}

TEST_CASE("at least 95 of 100 phrases for everyday dishes find the right dish and weight at once") {
  const auto tally = measure(read_phrases("dish_phrases.csv", "dish", "dish:"));
  REQUIRE(tally.all >= 30);
  CHECK(tally.right >= 0.95 * tally.all);
}

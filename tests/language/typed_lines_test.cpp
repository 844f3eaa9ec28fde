// The yardstick of whole lines: see README.md beside this file.
#include <algorithm>
#include <catch2/catch.hpp>
#include <charconv>
#include <iostream>
#include <sstream>

#include "language/plain_speaker.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/text/letters.hpp"

using namespace lytes;

namespace {

using quantity::Nutrient;

struct Span {
  double low;
  double high;
};

/// What one careful reading of a line adds up to.
struct Sums {
  Span magnesium_mg;
  Span potassium_mg;
  Span water_ml;
};

struct TypedLine {
  std::string command;  ///< "-" for none
  std::string line;
  std::vector<Sums> accepted;
  bool known;                      ///< whether its foods are common ones
  std::vector<std::string> foods;  ///< one of these stands in what is kept; empty: any food
};

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> all;
  std::stringstream list{text};
  for (std::string each; std::getline(list, each, between);) all.push_back(each);
  return all;
}

/// "10-20;15-30"
std::vector<Span> spans_of(const std::string& text) {
  std::vector<Span> spans;
  for (const auto& each : parts(text, ';')) {
    const std::size_t dash = each.find('-', 1);
    spans.push_back({std::stod(each.substr(0, dash)), std::stod(each.substr(dash + 1))});
  }
  return spans;
}

std::vector<TypedLine> lines_of(const char* file) {
  std::vector<TypedLine> lines;
  csv::read_file(std::string(LYTES_SOURCE_DIR) + "/tests/language/" + file, [&](const csv::Row& row) {
    TypedLine line{std::string(row.required("command")),
                   std::string(row.required("line")),
                   {},
                   row["known"] == "yes",
                   parts(std::string(row["food"]), '|')};
    const auto magnesium = spans_of(std::string(row.required("magnesium_mg")));
    const auto potassium = spans_of(std::string(row.required("potassium_mg")));
    const auto water = spans_of(std::string(row.required("water_ml")));
    for (std::size_t i = 0; i < magnesium.size(); ++i)
      line.accepted.push_back({magnesium.at(i), potassium.at(i), water.at(i)});
    lines.push_back(std::move(line));
  });
  return lines;
}

std::optional<double> sum_of(const language::Drafts& drafts, Nutrient nutrient) {
  double sum = 0;
  bool unknown = false;
  for (const auto& entry : drafts.entries) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake) continue;
    const auto& figure = intake->nutrients[nutrient];
    figure ? sum += * figure : unknown = true;
  }
  return unknown && sum == 0 ? std::nullopt : std::optional(sum);
}

/// Within the range, a quarter wider, and so much more for rounding.
bool is_within(const std::optional<double>& sum, const Span& span, double slack) {
  if (!sum) return span.low <= slack;
  return *sum >= 0.75 * span.low - slack && *sum <= 1.25 * span.high + slack;
}

/// Whether one of the words stands in what is kept, or in the name that its food is kept under.
bool names_one_of(const language::Drafts& drafts, const std::vector<std::string>& foods) {
  return foods.empty() || std::ranges::any_of(drafts.entries, [&](const journal::Entry& entry) {
           const auto* intake = std::get_if<journal::Intake>(&entry.what);
           if (!intake) return false;
           const std::string said = text::lowered(intake->description + " " + intake->food.value_or(""));
           return std::ranges::any_of(foods, [&](const auto& food) { return said.find(food) != std::string::npos; });
         });
}

enum class Outcome { Right, Wrong, Unknown, Asked };

Outcome outcome_of(const language::Drafts& drafts, const TypedLine& typed) {
  const auto magnesium = sum_of(drafts, Nutrient::Magnesium);
  const auto potassium = sum_of(drafts, Nutrient::Potassium);
  const auto water = sum_of(drafts, Nutrient::Water);
  const bool right = std::ranges::any_of(typed.accepted, [&](const Sums& sums) {
    return is_within(magnesium, sums.magnesium_mg, 4) && is_within(potassium, sums.potassium_mg, 30) &&
           is_within(water, sums.water_ml, 15);
  });
  if (right && names_one_of(drafts, typed.foods)) return Outcome::Right;
  return !magnesium || !potassium ? Outcome::Unknown : Outcome::Wrong;
}

/// Somebody who cannot be asked: where more than one food may be meant, nothing is read.
language::Choice nobody_answers(std::string_view phrase, const std::vector<foods::Candidate>&) {
  throw NotFoundError("ambiguous_food", "several foods answer to " + std::string(phrase));
}

Outcome read(const TypedLine& typed) {
  language::testing::PlainSpeaker speaker(nobody_answers);
  std::vector<std::string> words;
  std::stringstream line{typed.line};
  for (std::string word; line >> word;) words.push_back(word);
  try {
    if (typed.command == "-") return outcome_of(language::draft_line(speaker, words), typed);
    const auto kind = typed.command == "drink" ? foods::FoodKind::Drink
                      : typed.command == "eat" ? foods::FoodKind::Food
                                               : foods::FoodKind::Supplement;
    return outcome_of(language::draft_intake(speaker, words, kind, {}), typed);
  } catch (const InputError&) {
    return Outcome::Asked;
  } catch (const NotFoundError&) {
    return Outcome::Asked;
  }
}

/// How many lines of a list come out how.
struct Tally {
  int all = 0;
  int known = 0;
  int known_right = 0;
  int wrong = 0;
};

Tally tally(const char* file) {
  Tally tally;
  for (const auto& typed : lines_of(file)) {
    const Outcome outcome = read(typed);
    ++tally.all;
    if (typed.known) ++tally.known;
    if (typed.known && outcome == Outcome::Right) ++tally.known_right;
    if (outcome == Outcome::Asked || outcome == Outcome::Unknown)
      std::cout << "  asked or unknown: " << typed.command << " " << typed.line << "\n";
    if (outcome == Outcome::Wrong) {
      ++tally.wrong;
      std::cout << "  wrong: " << typed.command << " " << typed.line << "\n";
    }
  }
  std::cout << file << ": " << tally.known_right << " of " << tally.known << " with known foods right ("
            << 100.0 * tally.known_right / tally.known << " %), " << tally.wrong << " of " << tally.all
            << " wrong without a word\n";
  return tally;
}

/// Shares from 0 to 1, of the lines with known foods and of all.
struct Bounds {
  double least_right;
  double most_wrong;
};

void check_shares(const char* file, Bounds bounds) {
  const Tally lines = tally(file);
  CHECK(lines.known_right >= bounds.least_right * lines.known);
  CHECK(lines.wrong <= bounds.most_wrong * lines.all);
}

}  // namespace

TEST_CASE("lines as people type them come out right without a question, and seldom wrong without a word") {
  check_shares("typed_lines.csv", {.least_right = 0.85, .most_wrong = 0.012});
}

TEST_CASE("products, waters and dishes of ten kitchens come out right without a question") {
  check_shares("product_lines.csv", {.least_right = 0.95, .most_wrong = 0.01});
}

TEST_CASE("what strangers eat, drink and take comes out right without a question, and seldom wrong without a word") {
  check_shares("counter_lines.csv", {.least_right = 0.86, .most_wrong = 0.01});
}

TEST_CASE("what is typed with one thumb by people of all ages comes out right, or is asked about") {
  check_shares("phone_lines.csv", {.least_right = 0.88, .most_wrong = 0.01});
}

TEST_CASE("what is told in forums and chats of many countries comes out right, or is asked about") {
  check_shares("forum_lines.csv", {.least_right = 0.62, .most_wrong = 0.035});
}

TEST_CASE(
    "dishes told by their parts, what was had several times and what was left come out right, or are asked about") {
  check_shares("counted_lines.csv", {.least_right = 0.71, .most_wrong = 0.02});
}

TEST_CASE("what people of many countries drink, take and eat comes out right, or is asked about") {
  check_shares("stranger_lines.csv", {.least_right = 0.79, .most_wrong = 0.04});
  check_shares("mixed_lines.csv", {.least_right = 0.86, .most_wrong = 0.02});
}

TEST_CASE("what is eaten and drunk in the kitchens of India comes out right without a question") {
  check_shares("indian_lines.csv", {.least_right = 0.9, .most_wrong = 0.03});
}

#include "lytes/safety/doses.hpp"

#include <catch2/catch.hpp>

using namespace lytes;
using namespace lytes::safety;
using journal::Kind;
using quantity::Nutrient;

namespace {

const calendar::Instant noon = calendar::Day(std::chrono::year{2026} / 11 / 22) + std::chrono::hours{12};

calendar::Moment at(double hours_before_noon) {
  return {noon - std::chrono::seconds(static_cast<int>(hours_before_noon * 3600)),
          {},
          calendar::Day(std::chrono::year{2026} / 11 / 22)};
}

journal::IntakeRow had(Kind kind, Nutrient nutrient, double amount, double hours_before_noon) {
  journal::IntakeRow row{at(hours_before_noon), kind, {}};
  row.nutrients[nutrient] = amount;
  return row;
}

/// The level of what a line of one intake at noon is too much of; "" where it is not.
std::string level(Kind kind, Nutrient nutrient, double amount, const std::vector<journal::IntakeRow>& around = {},
                  const DoseProfile& person = {}) {
  journal::Entry entry;
  entry.kind = kind;
  entry.when = at(0);
  journal::Intake intake;
  intake.nutrients[nutrient] = amount;
  entry.what = intake;
  const auto doses = doses_of({&entry, 1}, around, person);
  return doses.empty() ? "" : std::string(word_for(doses.front().level));
}

std::string water(double ml, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(Kind::Drink, Nutrient::Water, ml, around, person);
}

std::string potassium(double mg, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(Kind::Supplement, Nutrient::Potassium, mg, around, person);
}

std::string magnesium(double mg, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(Kind::Supplement, Nutrient::Magnesium, mg, around, person);
}

constexpr DoseProfile kidneys{true, true, true, false};
constexpr DoseProfile child{false, false, false, true};

}  // namespace

TEST_CASE("magnesium from supplements is a dose from 2,500 mg in a day, an emergency from 5,000") {
  CHECK(magnesium(2400) == "");
  CHECK(magnesium(2500) == "soon");
  CHECK(magnesium(5000) == "emergency");
  CHECK(magnesium(1300, {had(Kind::Supplement, Nutrient::Magnesium, 1300, 8)}) == "soon");
  CHECK(magnesium(1300, {had(Kind::Food, Nutrient::Magnesium, 1300, 8)}) == "");
  CHECK(magnesium(300, {}, kidneys) == "");
  CHECK(magnesium(351, {}, kidneys) == "soon");
  CHECK(magnesium(2500, {}, kidneys) == "emergency");
  CHECK(magnesium(2500, {}, child) == "emergency");
}

TEST_CASE("potassium from supplements is judged by the day and by six hours") {
  CHECK(potassium(975) == "");
  CHECK(potassium(976) == "care");
  CHECK(potassium(2000) == "soon");
  CHECK(potassium(1000, {had(Kind::Supplement, Nutrient::Potassium, 1500, 10)}) == "care");
  CHECK(potassium(1500, {had(Kind::Supplement, Nutrient::Potassium, 1500, 10)}) == "soon");
  CHECK(potassium(5000) == "emergency");
  CHECK(potassium(3000, {had(Kind::Supplement, Nutrient::Potassium, 2500, 10)}) == "soon");
  CHECK(level(Kind::Food, Nutrient::Potassium, 6000) == "");
  CHECK(potassium(1500, {}, kidneys) == "emergency");
  CHECK(potassium(2000, {}, child) == "emergency");
}

TEST_CASE("fluid is judged by the hour, by four hours and by the day, and never by imported sums of days") {
  CHECK(water(900) == "");
  CHECK(water(1000) == "care");
  CHECK(water(300, {had(Kind::Drink, Nutrient::Water, 400, 0.3), had(Kind::Drink, Nutrient::Water, 400, 0.6)}) ==
        "care");
  CHECK(water(500, {had(Kind::Drink, Nutrient::Water, 900, 1.1), had(Kind::Drink, Nutrient::Water, 900, 2.2),
                    had(Kind::Drink, Nutrient::Water, 900, 3.3)}) == "care");
  CHECK(water(4000) == "soon");
  CHECK(water(6000) == "emergency");
  CHECK(water(900, {had(Kind::Drink, Nutrient::Water, 3000, 5), had(Kind::Drink, Nutrient::Water, 2500, 10),
                    had(Kind::Drink, Nutrient::Water, 1800, 15)}) == "soon");
  CHECK(water(300, {had(Kind::Total, Nutrient::Water, 9000, 1)}) == "");
  CHECK(water(1000, {}, kidneys) == "care");
}

TEST_CASE("salt at once and caffeine in a day can be too much") {
  CHECK(level(Kind::Food, Nutrient::Sodium, 9000) == "");
  CHECK(level(Kind::Food, Nutrient::Sodium, 10'000) == "emergency");
  CHECK(level(Kind::Drink, Nutrient::Caffeine, 1100) == "");
  CHECK(level(Kind::Drink, Nutrient::Caffeine, 200, {had(Kind::Drink, Nutrient::Caffeine, 1000, 10)}) == "soon");
}

TEST_CASE("what was drunk hours after the line is not part of it") {
  CHECK(water(500, {had(Kind::Drink, Nutrient::Water, 5000, -8)}) == "");
}

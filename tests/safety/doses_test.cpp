#include "lytes/safety/doses.hpp"

#include <catch2/catch.hpp>

#include "lytes/foods/catalogue.hpp"
#include "lytes/storage/read_only_file.hpp"

using namespace lytes;
using namespace lytes::safety;
using journal::EntryKind;
using quantity::Nutrient;

namespace {

const calendar::Instant noon = calendar::Day(std::chrono::year{2026} / 11 / 22) + std::chrono::hours{12};

calendar::Moment at(double hours_before_noon) {
  return {noon - std::chrono::seconds(static_cast<int>(hours_before_noon * 3600)),
          {},
          calendar::Day(std::chrono::year{2026} / 11 / 22)};
}

journal::IntakeRow had(EntryKind kind, Nutrient nutrient, double amount, double hours_before_noon) {
  journal::IntakeRow row{at(hours_before_noon), kind, {}};
  row.nutrients[nutrient] = amount;
  return row;
}

/// The level of what a line of one intake at noon is too much of; "" where it is not.
std::string level(EntryKind kind, Nutrient nutrient, double amount, const std::vector<journal::IntakeRow>& around = {},
                  const DoseProfile& person = {}, const std::optional<std::string>& note = {}) {
  journal::Entry entry;
  entry.note = note;
  entry.kind = kind;
  entry.when = at(0);
  journal::Intake intake;
  intake.nutrients[nutrient] = amount;
  entry.what = intake;
  const auto doses = doses_of({&entry, 1}, around, person);
  return doses.empty() ? "" : std::string(word_for(doses.front().level));
}

std::string water(double ml, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(EntryKind::Drink, Nutrient::Water, ml, around, person);
}

std::string potassium(double mg, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(EntryKind::Supplement, Nutrient::Potassium, mg, around, person);
}

std::string magnesium(double mg, const std::vector<journal::IntakeRow>& around = {}, const DoseProfile& person = {}) {
  return level(EntryKind::Supplement, Nutrient::Magnesium, mg, around, person);
}

const DoseProfile kidneys{true, true, true, false};
const DoseProfile child{false, false, false, true};

}  // namespace

TEST_CASE("magnesium from supplements is a dose from 2,500 mg in a day, an emergency from 5,000") {
  CHECK(magnesium(2400) == "");
  CHECK(magnesium(2500) == "soon");
  CHECK(magnesium(5000) == "emergency");
  CHECK(magnesium(1300, {had(EntryKind::Supplement, Nutrient::Magnesium, 1300, 8)}) == "soon");
  CHECK(magnesium(1300, {had(EntryKind::Food, Nutrient::Magnesium, 1300, 8)}) == "");
  CHECK(magnesium(300, {}, kidneys) == "");
  CHECK(magnesium(351, {}, kidneys) == "soon");
  CHECK(magnesium(2500, {}, kidneys) == "emergency");
  CHECK(magnesium(2500, {}, child) == "emergency");
}

TEST_CASE("potassium from supplements is judged by the day and by six hours") {
  CHECK(potassium(975) == "");
  CHECK(potassium(976) == "care");
  CHECK(potassium(2000) == "soon");
  CHECK(potassium(1000, {had(EntryKind::Supplement, Nutrient::Potassium, 1500, 10)}) == "care");
  CHECK(potassium(1500, {had(EntryKind::Supplement, Nutrient::Potassium, 1500, 10)}) == "soon");
  CHECK(potassium(5000) == "emergency");
  CHECK(potassium(3000, {had(EntryKind::Supplement, Nutrient::Potassium, 2500, 10)}) == "soon");
  CHECK(level(EntryKind::Food, Nutrient::Potassium, 6000) == "");
  CHECK(potassium(1500, {}, kidneys) == "emergency");
  CHECK(potassium(2000, {}, child) == "emergency");
}

TEST_CASE("fluid is judged by the hour, by four hours and by the day, and never by imported sums of days") {
  CHECK(water(900) == "");
  CHECK(water(1000) == "care");
  CHECK(water(300, {had(EntryKind::Drink, Nutrient::Water, 400, 0.3),
                    had(EntryKind::Drink, Nutrient::Water, 400, 0.6)}) == "care");
  CHECK(water(500, {had(EntryKind::Drink, Nutrient::Water, 900, 1.1), had(EntryKind::Drink, Nutrient::Water, 900, 2.2),
                    had(EntryKind::Drink, Nutrient::Water, 900, 3.3)}) == "care");
  CHECK(water(4000) == "soon");
  CHECK(water(6000) == "emergency");
  CHECK(water(900, {had(EntryKind::Drink, Nutrient::Water, 3000, 5), had(EntryKind::Drink, Nutrient::Water, 2500, 10),
                    had(EntryKind::Drink, Nutrient::Water, 1800, 15)}) == "soon");
  CHECK(water(300, {had(EntryKind::Total, Nutrient::Water, 9000, 1)}) == "");
  CHECK(water(1000, {}, kidneys) == "care");
}

TEST_CASE("salt at once and caffeine in a day can be too much") {
  CHECK(level(EntryKind::Food, Nutrient::Sodium, 9000) == "");
  CHECK(level(EntryKind::Food, Nutrient::Sodium, 10'000) == "emergency");
  CHECK(level(EntryKind::Drink, Nutrient::Caffeine, 1100) == "");
  CHECK(level(EntryKind::Drink, Nutrient::Caffeine, 200, {had(EntryKind::Drink, Nutrient::Caffeine, 1000, 10)}) ==
        "soon");
}

TEST_CASE("what was drunk hours after the line is not part of it") {
  CHECK(water(500, {had(EntryKind::Drink, Nutrient::Water, 5000, -8)}) == "");
}

TEST_CASE("salt by the spoon within an hour is one dose, and a salty meal beside it is not told of it") {
  CHECK(level(EntryKind::Food, Nutrient::Sodium, 5000, {had(EntryKind::Food, Nutrient::Sodium, 5000, 0.5)}) ==
        "emergency");
  CHECK(level(EntryKind::Food, Nutrient::Sodium, 5000, {had(EntryKind::Food, Nutrient::Sodium, 5000, 3)}) == "");
  CHECK(level(EntryKind::Food, Nutrient::Sodium, 400, {had(EntryKind::Food, Nutrient::Sodium, 10'000, 0.5)}) == "");
}

TEST_CASE("much water with headache, vomiting or confusion is an emergency, in whichever order they are told") {
  DoseProfile unwell;
  unwell.unwell = true;
  CHECK(water(1000, {}, unwell) == "care");
  CHECK(water(3000, {}, unwell) == "emergency");
  const std::vector<journal::IntakeRow> much = {had(EntryKind::Drink, Nutrient::Water, 3200, 1)};
  REQUIRE(unwell_after_drinking(much, {}));
  CHECK(unwell_after_drinking(much, {})->level == Level::Emergency);
  const std::vector<journal::IntakeRow> usual = {had(EntryKind::Drink, Nutrient::Water, 1200, 1)};
  CHECK_FALSE(unwell_after_drinking(usual, {}));
  CHECK(unwell_after_drinking(usual, kidneys));
}

TEST_CASE("somebody who may still be under 18 is judged as a child") {
  CHECK(dose_profile({}, 17).under_18);
  CHECK(dose_profile({}, 18).under_18);
  CHECK_FALSE(dose_profile({}, 19).under_18);
  CHECK_FALSE(dose_profile({}, std::nullopt).under_18);
}

TEST_CASE("the poison centre is that of the zone, and without a number where none is known") {
  auto catalogue =
      storage::ReadOnlyFile::open(LYTES_CATALOGUE, storage::catalogue_application_id, foods::Catalogue::version);
  CHECK(poison_centre(catalogue, "Europe/Berlin") == "Giftnotruf (030 19240)");
  CHECK(poison_centre(catalogue, "America/Indiana/Knox") == "Poison Help (1-800-222-1222)");
  CHECK(poison_centre(catalogue, "Australia/Perth") == "the Poisons Information Centre (13 11 26)");
  CHECK(poison_centre(catalogue, "America/Lima") == "your poison centre");
  CHECK(poison_centre(catalogue, "UTC") == "your poison centre");
}

TEST_CASE("what was drunk over the day calls for no care, and as soon as before for more") {
  const auto drunk = [](double ml, const std::string& note, const DoseProfile& person = {}) {
    return level(EntryKind::Drink, Nutrient::Water, ml, {}, person, note);
  };
  for (const char* note : {"over the day", "2 bottles in total", "so far", "all day"}) {
    CAPTURE(note);
    CHECK(drunk(2500, note) == "");
    CHECK(drunk(4500, note) == water(4500));
    CHECK(drunk(7000, note) == "emergency");
    CHECK(drunk(9000, note) == water(9000));
    CHECK(drunk(2500, note, kidneys) == "care");
    DoseProfile unwell;
    unwell.unwell = true;
    CHECK(drunk(3500, note, unwell) == "emergency");
    CHECK(level(EntryKind::Supplement, Nutrient::Potassium, 5200, {}, {}, std::string(note)) == potassium(5200));
  }
  CHECK(drunk(2500, "after the run") == "care");
}

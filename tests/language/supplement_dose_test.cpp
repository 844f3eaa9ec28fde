#include "supplement_dose.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"

using namespace lytes::language;

namespace {

struct Case {
  const char* line;
  const char* name;
  double count;
  double each_mg;
};

}  // namespace

TEST_CASE("a dose is read in whatever order it is said") {
  const auto said = GENERATE(values<Case>({{"200mg magnesium", "magnesium", 1, 200},
                                           {"magnesium 200 mg", "magnesium", 1, 200},
                                           {"2 caps magnesium 200mg", "magnesium", 2, 200},
                                           {"magnesium glycinate 2 caps of 200mg", "magnesium glycinate", 2, 200},
                                           {"2 x magnesium citrate 200mg", "magnesium citrate", 2, 200},
                                           {"200 mg magnesium 3 times", "magnesium", 3, 200},
                                           {"magnesium 200mg twice", "magnesium", 2, 200},
                                           {"magnesium oxide 500 mg before bed", "magnesium oxide", 1, 500},
                                           {"0,5 g magnesium citrate", "magnesium citrate", 1, 500},
                                           {"300 mg Mg", "Mg", 1, 300},
                                           {"magnesium 375mg tablet", "magnesium", 1, 375}}));
  INFO(said.line);
  const auto dose = dose_in(said.line);
  REQUIRE(dose);
  CHECK(dose->name == said.name);
  CHECK(dose->count == said.count);
  REQUIRE(dose->each_mg);
  CHECK(*dose->each_mg == said.each_mg);
  CHECK_FALSE(dose->unit_assumed);
}

TEST_CASE("a bare number is milligrams where it is too large for tablets, and tablets otherwise") {
  const auto mg = dose_in("mg citrate 400");
  REQUIRE(mg);
  CHECK(mg->name == "mg citrate");
  CHECK(mg->each_mg == 400.0);
  CHECK(mg->unit_assumed);
  const auto tablets = dose_in("slow mag 2 tablets");
  REQUIRE(tablets);
  CHECK(tablets->name == "slow mag");
  CHECK(tablets->count == 2);
  CHECK_FALSE(tablets->each_mg);
  CHECK_FALSE(dose_in("2 magnesium")->each_mg);
}

TEST_CASE("what belongs to a name is not taken for an amount") {
  for (const char* line : {"omega 3-6-9", "b12", "coenzyme q10"}) {
    INFO(line);
    const auto dose = dose_in(line);
    REQUIRE(dose);
    CHECK(dose->name == line);
    CHECK(dose->count == 1);
    CHECK_FALSE(dose->each_mg);
  }
  CHECK(dose_in("vitamin d 1000 iu")->name == "vitamin d");
  CHECK(dose_in("2 my tablets")->name == "my tablets");
}

TEST_CASE("two weights, an element beside its salt, or no name are for others to read") {
  for (const char* line :
       {"200mg magnesium 99mg potassium", "200mg magnesium as citrate", "400 mg", "", "magnesium 0mg"}) {
    INFO(line);
    CHECK_FALSE(dose_in(line));
  }
}

TEST_CASE("a mark before three digits parts thousands of milligrams, or is in doubt and refused") {
  CHECK(dose_in("magnesium 1,500 mg")->each_mg == 1500);
  CHECK(dose_in("1,500mg magnesium citrate")->each_mg == 1500);
  CHECK(dose_in("magnesium 1.234 mg")->each_mg == 1.234);
  CHECK(dose_in("vitamin d 1,000 iu")->name == "vitamin d");
  for (const char* line : {"magnesium 1.500 mg", "magnesium 1.500mg", "magnesium 1,500", "magnesium 2 x 1.500 mg"}) {
    CAPTURE(line);
    try {
      dose_in(line);
      FAIL("taken without complaint");
    } catch (const lytes::InputError& error) {
      CHECK(std::string(error.what()) == "This could be 1500 or 1.5");
      CHECK(error.place == std::string(line).find('1'));
    }
  }
}

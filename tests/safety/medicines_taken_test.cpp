#include "lytes/safety/medicines_taken.hpp"

#include <catch2/catch.hpp>

#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets::testing;
using Catch::Contains;

namespace {

std::vector<Remark> taken(const std::string& name, const targets::PersonalAdvice& personal) {
  const std::vector<std::string> names = {name};
  return medicines_taken(names, real_advice(), personal);
}

journal::Entry intake(journal::EntryKind kind, std::string description,
                      std::optional<std::string> food = std::nullopt) {
  journal::Entry entry;
  entry.kind = kind;
  entry.what = journal::Intake{std::move(food), std::move(description), "1", std::nullopt, {}};
  return entry;
}

}  // namespace

TEST_CASE("a painkiller of the kind of ibuprofen is cautioned beside what it hurts") {
  for (const char* condition : {"ckd", "dialysis", "kidney transplant", "one kidney", "heart failure", "cirrhosis",
                                "high blood pressure", "heart attack", "stroke", "crohn's", "pregnant"}) {
    CAPTURE(condition);
    const auto said = taken("ibuprofen", advice_for({condition}));
    REQUIRE(said.size() == 1);
    CHECK(said[0].level == Level::Care);
    CHECK_THAT(said[0].message, Contains("Ibuprofen does not go well with"));
  }
  for (const char* medicine : {"lithium", "ramipril", "losartan", "furosemide", "hctz", "spironolactone", "warfarin",
                               "prednisolone", "tacrolimus"}) {
    CAPTURE(medicine);
    CHECK(taken("naproxen", advice_for({}, {medicine})).size() == 1);
  }
  targets::Profile pregnant;
  pregnant.stage = targets::Stage::Pregnant;
  CHECK(taken("diclofenac", {pregnant, 30, nullptr}).size() == 1);
}

TEST_CASE("a painkiller that hurts nothing in the profile, and any other medicine, is left alone") {
  CHECK(taken("ibuprofen", advice_for({"osteoarthritis"})).empty());
  CHECK(taken("paracetamol", advice_for({"ckd"})).empty());
  CHECK(taken("vitamin q", advice_for({"ckd"})).empty());
}

TEST_CASE("quinine against cramps is always cautioned, and sooner where it is forbidden") {
  CHECK(taken("quinine", {}).at(0).level == Level::Care);
  CHECK(taken("quinine", advice_for({"myasthenia"})).at(0).level == Level::Soon);
}

TEST_CASE("two things in a profile that do not go together are told there") {
  CHECK(medicines_together(advice_for({"ckd"}, {"ibuprofen"})).size() == 1);
  CHECK(medicines_together(advice_for({}, {"ibuprofen"})).empty());
  CHECK(medicines_together(advice_for({}, {"quinine"})).size() == 1);
}

TEST_CASE("only what no table of supplements knows may be a medicine, and only tonic water holds quinine") {
  const std::vector<journal::Entry> line = {intake(journal::EntryKind::Supplement, "ibuprofen"),
                                            intake(journal::EntryKind::Supplement, "Magnesium", "salt:magnesium"),
                                            intake(journal::EntryKind::Supplement, "my pills", "own:3"),
                                            intake(journal::EntryKind::Food, "bread")};
  CHECK(perhaps_medicines(line) == std::vector<std::string>{"ibuprofen", "my pills"});
  CHECK(quinine_in_drinks(line).empty());
  const std::vector<journal::Entry> tonic = {intake(journal::EntryKind::Drink, "Carbonated beverage, tonic water")};
  CHECK(quinine_in_drinks(tonic).size() == 1);
}

TEST_CASE("a medicine that changes what is advised is asked for where the profile lacks it, others are not") {
  const auto missing = [](const std::string& name, const targets::PersonalAdvice& personal) {
    const std::vector<std::string> names = {name};
    return missing_in_profile(names, real_advice(), personal);
  };
  for (const char* name : {"lisinopril", "furosemide", "hctz", "lithium"}) {
    CAPTURE(name);
    REQUIRE(missing(name, {}).size() == 1);
    CHECK(missing(name, {})[0].level == Level::Note);
    CHECK(missing(name, advice_for({}, {name})).empty());
  }
  for (const char* name : {"ibuprofen", "tylenol", "baclofen", "cetirizine", "no such thing"}) {
    CAPTURE(name);
    CHECK(missing(name, {}).empty());
  }
  CHECK(missing("ramipril", advice_for({}, {"lisinopril 5 mg"})).empty());
}

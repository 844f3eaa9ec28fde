#include "lytes/safety/losses.hpp"

#include <catch2/catch.hpp>

#include "targets/real_catalogue.hpp"

using namespace lytes;
using namespace lytes::safety;
using namespace lytes::targets::testing;
using Catch::Contains;

namespace {

Remark losing(const std::vector<std::string>& conditions, const std::vector<std::string>& medicines = {}) {
  return losing_fluid(advice_for(conditions, medicines));
}

SignBook a_book() {
  return SignBook({{"vomiting", Level::Note, When::Today, "vomiting", ""},
                   {"diarrhoea", Level::Note, When::Today, "diarrhoea", ""}});
}

ToldSign told(const char* name) { return {name, "", {}}; }

}  // namespace

TEST_CASE("a healthy adult who loses fluid is told to drink with salt and sugar") {
  const auto said = losing({"osteoarthritis"});
  CHECK(said.level == Level::Care);
  CHECK_THAT(said.message, Contains("salt and sugar"));
}

TEST_CASE("kidneys, heart, liver, restrictions and unknown conditions are a reason to call the same day") {
  for (const char* condition : {"ckd", "dialysis", "heart failure", "cirrhosis", "siadh", "fluid restriction",
                                "ileostomy", "anorexia", "low potassium", "lycanthropy"}) {
    CAPTURE(condition);
    const auto said = losing({condition});
    CHECK(said.level == Level::Soon);
    CHECK_THAT(said.message, Contains("call your doctor or team today"));
  }
}

TEST_CASE("medicines that harm a body that dries out come with the words of the sick-day rules") {
  for (const char* medicine : {"ramipril", "losartan", "furosemide", "hctz", "spironolactone", "ibuprofen", "metformin",
                               "empagliflozin", "aliskiren"}) {
    CAPTURE(medicine);
    const auto said = losing({}, {medicine});
    CHECK(said.level == Level::Soon);
    CHECK_THAT(said.message, Contains("ask whether to pause") && Contains("stop nothing by yourself"));
  }
  CHECK_THAT(losing({}, {"lithium"}).message, Contains("too strong"));
  CHECK_THAT(losing({}, {"digoxin"}).message, Contains("too strong"));
  CHECK_THAT(losing({}, {"insulin"}).message, Contains("do not leave out insulin"));
  CHECK_THAT(losing({"type 1 diabetes"}).message, Contains("measure it more often"));
}

TEST_CASE("vomiting is an emergency with adrenal failure and on steroids, and diarrhoea is for the same day") {
  for (const auto& personal : {advice_for({"addison"}), advice_for({}, {"prednisolone"})}) {
    const SignBook book = signs_for(a_book(), personal);
    CHECK(book.find("vomiting")->level == Level::Emergency);
    CHECK_THAT(book.find("vomiting")->in_a_sentence, Contains("in your profile"));
    const std::vector<ToldSign> vomiting = {told("vomiting")};
    CHECK_FALSE(losing_fluid(vomiting, book, personal));  // the emergency says it
    const std::vector<ToldSign> diarrhoea = {told("diarrhoea")};
    CHECK(losing_fluid(diarrhoea, book, personal)->level == Level::Soon);
  }
  CHECK(signs_for(a_book(), advice_for({"ckd"})).find("vomiting")->level == Level::Note);
}

TEST_CASE("nothing is said of losses where none was told") {
  const std::vector<ToldSign> other = {told("headache")};
  CHECK_FALSE(losing_fluid(other, a_book(), advice_for({"ckd"})));
}

TEST_CASE("who has not been asked about their health hears for whom it is more than a matter of drinking") {
  targets::Profile unasked;
  const targets::PersonalAdvice personal(unasked, 40, nullptr);
  CHECK_THAT(losing_fluid(personal).message, Contains("on water tablets"));
  const targets::PersonalAdvice child(unasked, 12, nullptr);
  CHECK_THAT(losing_fluid(child).message, Contains("an age under 18"));
}

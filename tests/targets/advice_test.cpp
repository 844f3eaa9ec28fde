#include "lytes/targets/advice.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"
#include "real_catalogue.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace lytes::targets::testing;

TEST_CASE("advice is found by name and alias, whatever the case") {
  const AdviceBook& book = real_advice();
  CHECK(book.find(Advice::Kind::Condition, "Kidney Disease")->name == "kidney disease");
  CHECK(book.find(Advice::Kind::Condition, " CKD ")->name == "kidney disease");
  CHECK(book.find(Advice::Kind::Medicine, "Lisinopril")->name == "ACE inhibitor");
  CHECK(book.find(Advice::Kind::Medicine, "ace inhibitor")->name == "ACE inhibitor");
  CHECK(book.find(Advice::Kind::Medicine, "potassium sparing diuretic")->name == "potassium-sparing diuretic");
  CHECK(book.find(Advice::Kind::Condition, "lisinopril") == nullptr);
  CHECK(book.find(Advice::Kind::Medicine, "") == nullptr);
}

TEST_CASE("every condition and medicine that lytes asks about has advice, effects and a source") {
  for (const char* condition : {"kidney disease", "heart failure", "disc problem", "spinal stenosis",
                                "nerve compression", "osteoarthritis", "ankylosing spondylitis", "fibromyalgia"}) {
    const Advice* advice = real_advice().find(Advice::Kind::Condition, condition);
    REQUIRE(advice != nullptr);
    CHECK_FALSE(advice->effects.empty());
    CHECK_FALSE(advice->says.empty());
    CHECK_FALSE(advice->source.empty());
  }
  for (const char* medicine : {"ACE inhibitor", "ARB", "potassium-sparing diuretic", "loop diuretic",
                               "thiazide diuretic", "proton-pump inhibitor", "statin"}) {
    CHECK(real_advice().find(Advice::Kind::Medicine, medicine) != nullptr);
  }
}

TEST_CASE("names that begin alike are offered before the table's own") {
  const auto names = real_advice().names_like(Advice::Kind::Medicine, "losarten");
  REQUIRE(names.size() > 2);
  CHECK(names.front() == "losartan");
  CHECK(std::find(names.begin(), names.end(), "statin") != names.end());
  CHECK(std::find(names.begin(), names.end(), "heart failure") == names.end());
}

TEST_CASE("effects are gathered over the profile with who they come from") {
  const PersonalAdvice personal = advice_for({"heart failure", "kidney disease"}, {"lisinopril"});
  CHECK(personal.because_of(Effect::NoMagnesiumSupplement) == std::vector<std::string>{"kidney disease"});
  CHECK(personal.because_of(Effect::NoMoreFluid) ==
        std::vector<std::string>{"heart failure", "kidney disease", "lisinopril"});
  CHECK_FALSE(personal.has(Effect::OwnSpasmReason));
  CHECK(advice_for({"fibromyalgia"}).has(Effect::OwnSpasmReason));
}

TEST_CASE("what the book does not know has no advice and does no harm") {
  CHECK(advice_for({"lycanthropy"}, {"moonshine"}).items().empty());
}

TEST_CASE("advice that cannot be understood is called damaged") {
  const std::string wrong = GENERATE(as<std::string>{}, "kind = 'spell'", "effects = 'no_more_potasium'");
  const RealCatalogue catalogue;
  catalogue.change("UPDATE advice SET " + wrong + " WHERE rowid = 1");
  auto file = catalogue.open();
  CHECK_THROWS_AS(load_advice(file), StorageError);
}

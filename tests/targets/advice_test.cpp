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

TEST_CASE("names that begin alike are offered for a slip of the pen") {
  CHECK(real_advice().names_like(Advice::Kind::Medicine, "losarten") == std::vector<std::string>{"losartan"});
  CHECK(real_advice().names_like(Advice::Kind::Condition, "losarten").empty());
  CHECK(real_advice().names_like(Advice::Kind::Medicine, "los").empty());
}

TEST_CASE("effects are gathered over the profile with who they come from") {
  const PersonalAdvice personal = advice_for({"heart failure", "kidney disease"}, {"lisinopril"});
  CHECK(personal.because_of(Effect::NoMagnesiumSupplement) == std::vector<std::string>{"kidney disease"});
  CHECK(personal.because_of(Effect::NoMoreFluid) ==
        std::vector<std::string>{"heart failure", "kidney disease", "lisinopril"});
  CHECK_FALSE(personal.has(Effect::OwnSpasmReason));
  CHECK(advice_for({"fibromyalgia"}).has(Effect::OwnSpasmReason));
}

TEST_CASE("what the book does not know has no advice and is not forgotten") {
  const PersonalAdvice personal = advice_for({"lycanthropy"}, {"moonshine", "lisinoprill"});
  CHECK(personal.items().empty());
  REQUIRE(personal.unknown().size() == 3);
  CHECK(personal.unknown()[0].as_said == "lycanthropy");
  CHECK(personal.unknown()[0].perhaps.empty());
  CHECK(personal.unknown()[2].perhaps == std::vector<std::string>{"lisinopril"});
}

TEST_CASE("a dose, a stage and a combination do not hide what is meant") {
  const auto names = [](Advice::Kind kind, const char* words) {
    std::vector<std::string> found;
    for (const Advice* advice : real_advice().all_about(kind, words)) found.push_back(advice->name);
    return found;
  };
  using Names = std::vector<std::string>;
  CHECK(names(Advice::Kind::Medicine, "Lisinopril 10 mg") == Names{"ACE inhibitor"});
  CHECK(names(Advice::Kind::Medicine, "lisinopril/hydrochlorothiazide 20/12.5 mg") ==
        Names{"ACE inhibitor", "thiazide diuretic"});
  CHECK(names(Advice::Kind::Medicine, "sacubitril/valsartan") == Names{"ARB"});
  CHECK(names(Advice::Kind::Condition, "CKD stage 3") == Names{"kidney disease"});
  CHECK(names(Advice::Kind::Medicine, "moonshine 10 mg").empty());
}

TEST_CASE("advice that cannot be understood is called damaged") {
  const std::string wrong = GENERATE(as<std::string>{}, "kind = 'spell'", "effects = 'no_more_potasium'");
  const RealCatalogue catalogue;
  catalogue.change("UPDATE advice SET " + wrong + " WHERE rowid = 1");
  auto file = catalogue.open();
  CHECK_THROWS_AS(load_advice(file), StorageError);
}

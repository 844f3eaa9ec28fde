#include "lytes/targets/advice.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "real_catalogue.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace lytes::targets::testing;

namespace {

using Names = std::vector<std::string>;

Names names_for(const char* words) {
  Names found;
  for (const Advice* advice : real_advice().read(words).about) found.push_back(advice->name);
  return found;
}

bool whole(const char* words) { return real_advice().read(words).whole; }

}  // namespace

TEST_CASE("advice is found by name and by other words, whatever the case and the drawer") {
  CHECK(real_advice().find("Kidney Disease")->name == "kidney disease");
  CHECK(real_advice().find("lycanthropy") == nullptr);
  CHECK(names_for(" CKD ") == Names{"kidney disease"});
  CHECK(names_for("Lisinopril") == Names{"ACE inhibitor"});
  CHECK(names_for("potassium sparing diuretic") == Names{"potassium-sparing diuretic"});
  CHECK(names_for("").empty());
  CHECK_FALSE(whole(""));
  CHECK(advice_for({"lisinopril"}).has(Effect::MayRaisePotassium));
}

TEST_CASE("every row has effects, a sentence and a source") {
  for (const Advice& advice : real_advice().all()) {
    INFO(advice.name);
    CHECK_FALSE(advice.effects.empty());
    CHECK_FALSE(advice.says.empty());
    CHECK_FALSE(advice.source.empty());
  }
}

TEST_CASE("every word of the tables is read as its own row") {
  for (const char* table : {"conditions", "medicines"}) {
    csv::read_file(LYTES_SOURCE_DIR "/vocabulary/" + std::string(table) + ".csv", [](const csv::Row& row) {
      std::istringstream words{std::string(row["words"])};
      for (std::string word; std::getline(words, word, ';');) {
        INFO(word);
        const auto reading = real_advice().read(word);
        CHECK(std::ranges::any_of(reading.about, [&](const Advice* one) { return one->name == row["name"]; }));
        CHECK(reading.whole);
      }
    });
  }
}

TEST_CASE("names that begin alike are offered for a slip of the pen") {
  CHECK(real_advice().names_like("simvastatine") == Names{"simvahexal", "simvastatin"});
  CHECK(real_advice().names_like("los").empty());
}

TEST_CASE("effects are gathered over the profile with who they come from") {
  const PersonalAdvice personal = advice_for({"heart failure", "kidney disease"}, {"lisinopril"});
  CHECK(personal.because_of(Effect::NoMoreMagnesium) == Names{"kidney disease"});
  CHECK(personal.because_of(Effect::NoMoreFluid) == Names{"heart failure", "kidney disease"});
  CHECK(personal.because_of(Effect::MayRaisePotassium) == Names{"kidney disease", "lisinopril"});
  CHECK_FALSE(personal.has(Effect::OwnSpasmReason));
  CHECK(advice_for({"fibromyalgia"}).has(Effect::OwnSpasmReason));
}

TEST_CASE("what the book does not know has no advice and is not forgotten") {
  const PersonalAdvice personal = advice_for({"lycanthropy"}, {"moonshine"});
  CHECK(personal.items().empty());
  REQUIRE(personal.unknown().size() == 2);
  CHECK(personal.unknown_unreviewed() == Names{"lycanthropy", "moonshine"});
}

TEST_CASE("a dose, a stage and words around it do not hide what is meant") {
  const auto [words, name] = GENERATE(table<const char*, const char*>({
      {"Lisinopril 10 mg", "ACE inhibitor"},
      {"5mg ramipril once a day", "ACE inhibitor"},
      {"CKD stage 3", "kidney disease"},
      {"ckd4", "kidney disease"},
      {"Stage 4 kidney disease", "kidney disease"},
      {"only one kidney since birth", "one kidney"},
      {"34 weeks pregnant", "pregnancy"},
      {"sodium too low", "low sodium"},
      {"my potassium is too high", "high potassium"},
      {"high blood pressure", "high blood pressure"},
      {"renal artery stenosis", "renal artery stenosis"},
      {"sacubitril/valsartan", "ARB"},
  }));
  INFO(words);
  CHECK(names_for(words) == Names{name});
  CHECK(whole(words));
}

TEST_CASE("a limit, a figure of the blood and everyday names are conditions") {
  const auto [words, name] = GENERATE(table<const char*, const char*>({
      {"told to drink no more than 1.5 litres a day", "fluid restriction"},
      {"max 1.5 litres a day", "fluid restriction"},
      {"drink no more than 1.5 l", "fluid restriction"},
      {"restricted to 1500 ml", "fluid restriction"},
      {"maximal 1,5 Liter am Tag", "fluid restriction"},
      {"sodium was 124 in hospital", "low sodium"},
      {"sodium 124", "low sodium"},
      {"my sodium runs low", "low sodium"},
      {"I have sugar", "diabetes"},
      {"sugar disease", "diabetes"},
      {"sugar patient", "diabetes"},
      {"calcium oxalate stone last year", "kidney stones"},
      {"uric acid stones", "kidney stones"},
      {"my potassium runs high", "high potassium"},
      {"potassium was 5.8", "high potassium"},
      {"potassium tablets", "potassium tablets"},
      {"kidney bean allergy", "a condition that changes nothing here"},
      {"allergic to kidney beans", "a condition that changes nothing here"},
      {"varicose veins", "a condition that changes nothing here"},
      {"no colon", "ileostomy or short bowel"},
      {"Telma 40", "ARB"},
      {"Telma H", "ACE inhibitor or ARB with a thiazide"},
      {"Combiflam", "NSAID"},
      {"Glycomet 500", "metformin"},
      {"Thyronorm 50", "thyroid tablets"},
      {"latanoprost eye drops", "a medicine that changes nothing here"},
      {"latanoprost", "a medicine that changes nothing here"},
  }));
  INFO(words);
  CHECK(names_for(words) == Names{name});
  CHECK(whole(words));
}

TEST_CASE("no condition is read out of more drinking or a usual figure") {
  CHECK(names_for("told to drink more, 3 litres a day").empty());
  CHECK(names_for("sodium 140").empty());
}

TEST_CASE("what is denied is told from what is said of it, and from what is named by what is missing") {
  const auto* denied = GENERATE("not pregnant", "no kidney problems", "no heart disease", "I don't have diabetes",
                                "never had a stroke", "no high blood pressure", "diabetes: none", "none",
                                "no known conditions", "no longer on dialysis", "no heart or kidney disease",
                                "not breastfeeding", "no diabetes and no kidney disease", "keine Nierenkrankheit");
  INFO(denied);
  CHECK(real_advice().is_denied(denied));
  const auto* said =
      GENERATE("pregnant", "kidney problems", "no colon", "no potassium", "no kidney function",
               "not well controlled diabetes", "never treated high blood pressure", "no diabetes but kidney disease",
               "told to drink no more than 1.5 litres a day", "no lycanthropy", "");
  INFO(said);
  CHECK_FALSE(real_advice().is_denied(said));
}

TEST_CASE("a denial that an older journal holds has no effect") {
  CHECK(advice_for({"not pregnant", "no kidney problems"}).items().empty());
  CHECK(advice_for({"not pregnant"}).unknown().empty());
  CHECK(advice_for({"no diabetes ckd stage 3"}).has(Effect::NoMoreFluid));
}

TEST_CASE("a combination is each of its parts, and a part that nobody knows is not passed over") {
  CHECK(names_for("lisinopril/hydrochlorothiazide 20/12.5 mg") == Names{"ACE inhibitor", "thiazide diuretic"});
  CHECK(names_for("heart and kidney failure") == Names{"heart failure", "kidney disease"});
  CHECK(whole("heart failure with fluid restriction"));
  CHECK_FALSE(whole("ramipril and moonshine"));
  CHECK_FALSE(whole("hay fever lycanthropy"));
  CHECK(names_for("moonshine 10 mg").empty());
}

TEST_CASE("a slip of spelling is understood, and hypo and hyper never cross") {
  CHECK(names_for("lisinoprill") == Names{"ACE inhibitor"});
  CHECK(names_for("kidny diesease") == Names{"kidney disease"});
  CHECK(names_for("hyperkalimia") == Names{"high potassium"});
  CHECK(names_for("hypokalimia") == Names{"low potassium"});
  CHECK(names_for("hypernatremiaa") == Names{"high sodium or drying out"});
}

TEST_CASE("a doubtful slip is taken for all that it may be") {
  const auto found = names_for("hypkalemia");
  CHECK(std::ranges::count(found, "high potassium") == 1);
  CHECK(std::ranges::count(found, "low potassium") == 1);
}

TEST_CASE("only a small slip is taken for what changes nothing") {
  CHECK(whole("paracetamoll"));
  CHECK_FALSE(whole("acnae"));
}

TEST_CASE("a text of any length is read as far as it may mean something") {
  std::string text = "kidney";
  for (int i = 0; i < 3000; ++i) text += " hyprkalemla";
  const auto reading = real_advice().read(text);
  CHECK_FALSE(reading.whole);
  CHECK(reading.about.front()->name == "kidney disease");
}

TEST_CASE("having asked lifts what asks for it and what is unknown, for that item alone") {
  Profile profile;
  profile.conditions = {"diabetes", "lycanthropy"};
  profile.medicines = {"lisinopril"};
  profile.reviewed = {{"diabetes", "2026-11-22"}, {"lycanthropy", "2026-11-22"}, {"lisinopril", "2026-11-22"}};
  const PersonalAdvice personal(profile, 50, &real_advice());
  CHECK(personal.ask_first().empty());
  CHECK(personal.unknown_unreviewed().empty());
  CHECK(personal.has(Effect::MayRaisePotassium));
}

TEST_CASE("children, the old, the pregnant and the breastfeeding are to ask first") {
  const auto asks = [](std::optional<int> age, Stage stage) {
    Profile profile;
    profile.stage = stage;
    return PersonalAdvice(profile, age, nullptr).ask_first();
  };
  CHECK(asks(17, Stage::None) == Names{"an age under 18"});
  CHECK(asks(18, Stage::None) == Names{"an age under 18"});  // perhaps not yet 18 in that year
  CHECK(asks(19, Stage::None).empty());
  CHECK(asks(74, Stage::None).empty());
  CHECK(asks(75, Stage::None) == Names{"an age of 75 or more"});
  CHECK(asks(30, Stage::Pregnant) == Names{"pregnancy"});
  CHECK(asks({}, Stage::Lactating) == Names{"breastfeeding"});
}

TEST_CASE("advice that cannot be understood is called damaged") {
  const std::string wrong = GENERATE(as<std::string>{}, "kind = 'spell'", "effects = 'no_more_potasium'");
  const RealCatalogue catalogue;
  catalogue.change("UPDATE advice SET " + wrong + " WHERE rowid = 1");
  auto file = catalogue.open();
  CHECK_THROWS_AS(load_advice(file), StorageError);
}

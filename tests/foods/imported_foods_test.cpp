#include "lytes/foods/imported_foods.hpp"

#include <signal.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "lytes/errors.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/storage/new_file.hpp"
#include "storage/child_process.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::foods;
using Catch::Contains;
using quantity::Nutrient;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t bar_code = 4006381333931;

/// A file of three foods that nobody sells.
struct Imported {
  storage::testing::FreshFolder folder;
  fs::path file = folder / "journal.foods.db";

  static void add_all(FoodImport& import) {
    import.add(10, FoodSource::Branded, "OAT BAR WITH SEEDS");
    import.add(11, FoodSource::Survey, "Oat bar, no further specification");
    import.add(12, FoodSource::Branded, "FIZZY LEMON DRINK");
    import.figure(10, Nutrient::Sodium, 120);
    import.figure(11, Nutrient::Sodium, 90);
    import.figure(12, Nutrient::Potassium, 3);
    import.figure(10, Nutrient::Magnesium, 60);  // rows of one food stand apart
    import.label(10, {"PRETEND", bar_code, false, 40, "2 BARS (40 g)"});
    import.label(12, {"Fizzy Lemon", 36000291452, true, 240, "1 cup"});
    import.portion(11, "bar", 45);
    import.portion(11, "BAR", 50);
  }

  ImportCounts make(const std::function<void(FoodImport&)>& fill = add_all) const {
    FoodImport import(file);
    fill(import);
    const auto counts = import.finish();
    import.publish();
    return counts;
  }

  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
  }
};

std::vector<std::string> names(const std::vector<Candidate>& candidates) {
  std::vector<std::string> all;
  for (const auto& candidate : candidates) all.push_back(candidate.name);
  return all;
}

}  // namespace

TEST_CASE("where nothing was imported every question has no answer, and nothing is made") {
  const storage::testing::FreshFolder folder;
  const ImportedFoods none(ImportedFoods::file_beside(folder / "journal.db"));
  CHECK(none.path() == folder / "journal.foods.db");
  CHECK(none.count() == 0);
  CHECK_FALSE(none.find("fdc:10"));
  CHECK_FALSE(none.with_barcode("4006381333931"));
  CHECK(none.search({"oat"}, true, 5).empty());
  CHECK(fs::is_empty(folder.path()));
  CHECK_FALSE(ImportedFoods().find("fdc:10"));
}

TEST_CASE_METHOD(Imported, "a food has the figures of its rows, and what has none is unknown") {
  const ImportCounts counts = make();
  CHECK(counts == ImportCounts{3, 3, 0, 0, 0, 0, 3, 2});
  const ImportedFoods foods(file);
  CHECK(foods.count() == 3);
  const auto bar = foods.find("fdc:10");
  REQUIRE(bar);
  CHECK(bar->name == "OAT BAR WITH SEEDS (PRETEND)");
  CHECK(bar->barcode == "4006381333931");
  CHECK(bar->kind == FoodKind::Food);
  CHECK(bar->basis.unit == "g");
  CHECK(bar->per_basis[Nutrient::Sodium] == 120);
  CHECK(bar->per_basis[Nutrient::Magnesium] == 60);
  CHECK_FALSE(bar->per_basis[Nutrient::Potassium]);
  CHECK_FALSE(bar->per_basis[Nutrient::Water]);
}

TEST_CASE_METHOD(Imported, "a serving in words says what one piece weighs, and without an amount a serving is meant") {
  make();
  const ImportedFoods foods(file);
  const auto bar = foods.find("fdc:10");
  REQUIRE(bar->portions.size() == 2);
  CHECK(bar->portions[0].name == "bar");
  CHECK(bar->portions[0].grams == 20);
  CHECK(bar->usual->name == "serving");
  CHECK(bar->usual->grams == 40);
  const auto survey = foods.find("fdc:11");
  REQUIRE(survey->portions.size() == 1);
  CHECK(survey->portions[0].grams == 45);
  CHECK(survey->usual->name == "bar");
}

TEST_CASE_METHOD(Imported, "a barcode finds its product, and what a label gives by volume is a drink") {
  make();
  const ImportedFoods foods(file);
  const auto drink = foods.with_barcode("036000291452");
  REQUIRE(drink);
  CHECK(drink->name == "FIZZY LEMON DRINK");  // the brand is in the name
  CHECK(drink->ref == "fdc:12");
  CHECK(drink->kind == FoodKind::Drink);
  CHECK(drink->basis.unit == "ml");
  CHECK_FALSE(drink->per_basis[Nutrient::Water]);
  CHECK_FALSE(foods.with_barcode("96385074"));
}

TEST_CASE_METHOD(Imported, "names are found by words of name and brand, the plain tables' before those of packs") {
  make();
  const ImportedFoods foods(file);
  CHECK(names(foods.search({"oat", "bar"}, false, 5)) ==
        std::vector<std::string>{"Oat bar, no further specification", "OAT BAR WITH SEEDS (PRETEND)"});
  CHECK(names(foods.search({"pretend", "seed"}, false, 5)) == std::vector<std::string>{"OAT BAR WITH SEEDS (PRETEND)"});
  CHECK(foods.search({"pret"}, false, 5).empty());
  CHECK(foods.search({"pret"}, true, 5).size() == 1);
  CHECK(foods.search({"oat", "bar"}, false, 1).size() == 1);
}

TEST_CASE_METHOD(Imported, "importing again brings up to date what is read, and keeps what is not") {
  make();
  const ImportCounts counts = make([](FoodImport& import) {
    import.add(10, FoodSource::Branded, "OAT BAR");
    import.add(13, FoodSource::Branded, "RYE BAR");
    import.figure(10, Nutrient::Sodium, 100);
    import.figure(13, Nutrient::Sodium, 5);
  });
  CHECK(counts == ImportCounts{2, 1, 1, 0, 0, 0, 4, 1});
  const ImportedFoods foods(file);
  const auto bar = foods.find("fdc:10");
  CHECK(bar->name == "OAT BAR");
  CHECK(bar->per_basis[Nutrient::Sodium] == 100);
  CHECK_FALSE(bar->per_basis[Nutrient::Magnesium]);  // the new table does not say
  CHECK(foods.find("fdc:11")->portions.size() == 1);
  CHECK(foods.with_barcode("036000291452"));
  CHECK_FALSE(foods.with_barcode("4006381333931"));
  CHECK(files() == 1);
}

TEST_CASE_METHOD(Imported,
                 "of several labels with one barcode, and of several rows with one name, the newest is kept") {
  make();
  const ImportCounts counts = make([](FoodImport& import) {
    import.add(20, FoodSource::Branded, "OAT BAR, NEW RECIPE");
    import.add(21, FoodSource::Branded, "OAT BAR, NEWEST RECIPE");
    import.add(22, FoodSource::Survey, "oat bar, NO further specification");
    import.add(23, FoodSource::Branded, "OAT BAR OF WHICH NOTHING IS KNOWN");
    for (const int number : {20, 21, 22}) import.figure(number, Nutrient::Sodium, number);
    for (const int number : {20, 21, 23}) import.label(number, {"PRETEND", bar_code, false, {}, {}});
  });
  CHECK(counts == ImportCounts{4, 2, 0, 1, 1, 0, 3, 2});
  const ImportedFoods foods(file);
  CHECK(foods.with_barcode("4006381333931")->ref == "fdc:21");
  CHECK(names(foods.search({"oat", "further"}, false, 5)).size() == 1);
  CHECK_FALSE(foods.find("fdc:11"));
}

TEST_CASE_METHOD(Imported, "figures of more than the food weighs are unknown, and what was not added is left out") {
  const ImportCounts counts = make([](FoodImport& import) {
    import.add(1, FoodSource::Branded, "SALTY");
    import.figure(1, Nutrient::Sodium, 4e6);
    import.figure(1, Nutrient::Calcium, 1e300);
    import.figure(1, Nutrient::Magnesium, 3);
    import.figure(2, Nutrient::Magnesium, 3);
    import.portion(2, "slice", 3);
    import.label(2, {"X", bar_code, false, {}, {}});
  });
  CHECK(counts.impossible == 2);
  CHECK(counts.foods == 1);
  const ImportedFoods foods(file);
  CHECK_FALSE(foods.find("fdc:1")->per_basis[Nutrient::Sodium]);
  CHECK(foods.find("fdc:1")->per_basis[Nutrient::Magnesium] == 3);
}

TEST_CASE_METHOD(Imported, "an import that is not published, or killed, leaves the old file as it was and no other") {
  make();
  {
    FoodImport import(file);
    import.add(30, FoodSource::Branded, "GONE");
    import.figure(30, Nutrient::Sodium, 1);
    import.finish();
  }
  CHECK(files() == 1);
  CHECK(storage::testing::in_child([&] {
          FoodImport import(file);
          import.add(31, FoodSource::Branded, "GONE");
          import.figure(31, Nutrient::Sodium, 1);
          import.finish();
          ::raise(SIGKILL);
        }) == "killed by 9");
  storage::remove_abandoned(folder.path());
  CHECK(files() == 1);
  CHECK(ImportedFoods(file).count() == 3);
}

TEST_CASE_METHOD(Imported, "who has the old file open goes on reading it while a new one takes its place") {
  make();
  const ImportedFoods old(file);
  CHECK(old.count() == 3);
  make([](FoodImport& import) {
    import.add(40, FoodSource::Branded, "NEW");
    import.figure(40, Nutrient::Sodium, 1);
  });
  CHECK(old.count() == 3);
  CHECK(ImportedFoods(file).count() == 4);
}

TEST_CASE_METHOD(Imported, "another program's file is neither read nor replaced") {
  std::ofstream(file) << "my shopping list, which is a little longer than the header of a database: "
                      << std::string(200, 'x');
  CHECK_THROWS_AS(ImportedFoods(file).count(), StorageError);
  CHECK_THROWS_WITH(FoodImport(file), Contains("another program's file"));
  CHECK(files() == 1);
}

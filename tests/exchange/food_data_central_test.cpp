#include "lytes/exchange/food_data_central.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "lytes/errors.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::exchange;
using Catch::Contains;
using Catch::WithinRel;
using quantity::Nutrient;

namespace {

/// A download as FoodData Central writes it, small.
struct Download {
  storage::testing::FreshFolder folder;

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder / name) << text; }

  Download() {
    write("food.csv", R"("fdc_id","data_type","description","food_category_id","publication_date"
"1","foundation_food","Hummus, commercial","16","2019-04-01"
"2","sample_food","HUMMUS, SABRA CLASSIC","16","2019-04-01"
"3","branded_food","SPARKLING WATER","","2020-01-01"
"4","branded_food","SPARKLING WATER","","2020-01-01"
"5","survey_fndds_food","Hummus, plain","2","2020-10-30"
"6","sr_legacy_food","Hummus, home prepared, of which nothing is known","16","2019-04-01"
)");
    write("nutrient.csv",
          "\"id\",\"name\",\"unit_name\"\n\"1051\",\"Water\",\"G\"\n\"1090\",\"Magnesium, Mg\",\"MG\"\n"
          "\"1018\",\"Alcohol, ethyl\",\"G\"\n\"1057\",\"Caffeine\",\"UG\"\n");
    write(
        "food_nutrient.csv",
        "\"id\",\"fdc_id\",\"nutrient_id\",\"amount\"\n\"9\",\"1\",\"1051\",\"58.7\"\n\"10\",\"1\",\"1090\",\"71.1\"\n"
        "\"11\",\"1\",\"1003\",\"7.35\"\n\"12\",\"2\",\"1090\",\"1\"\n\"13\",\"3\",\"1093\",\"4\"\n"
        "\"14\",\"4\",\"1093\",\"5\"\n\"15\",\"5\",\"1057\",\"2000\"\n\"16\",\"5\",\"1090\",\"\"\n");
    write("measure_unit.csv", "\"id\",\"name\"\n\"1001\",\"tablespoon\"\n\"9999\",\"undetermined\"\n");
    write("food_portion.csv",
          "\"id\",\"fdc_id\",\"seq_num\",\"amount\",\"measure_unit_id\",\"portion_description\",\"modifier\",\"gram_"
          "weight\"\n"
          "\"1\",\"1\",\"1\",\"2.0\",\"1001\",\"\",\"\",\"33.9\"\n"
          "\"2\",\"5\",\"1\",\"1\",\"9999\",\"1 cup, NFS\",\"10205\",\"230\"\n"
          "\"3\",\"5\",\"2\",\"1\",\"9999\",\"Quantity not specified\",\"90000\",\"30\"\n"
          "\"4\",\"1\",\"2\",\"1\",\"9999\",\"\",\"container\",\"300\"\n");
    write("branded_food.csv",
          "\"fdc_id\",\"brand_owner\",\"serving_size\",\"serving_size_unit\"\n\"3\",\"X\",\"355.0\",\"ml\"\n");
  }
};

}  // namespace

TEST_CASE_METHOD(Download, "foods that hold the words are read with their figures and portions") {
  const auto chosen = read_food_data_central(folder.path(), "hummus", 50);
  REQUIRE(chosen.foods.size() == 2);
  CHECK(chosen.without_figures == 1);
  const auto& hummus = chosen.foods[0];
  CHECK(hummus.name == "Hummus, commercial");
  CHECK(hummus.basis.amount == 100);
  CHECK(hummus.basis.unit == "g");
  CHECK(hummus.per_basis[Nutrient::Water] == 58.7);
  CHECK(hummus.per_basis[Nutrient::Magnesium] == 71.1);
  CHECK_FALSE(hummus.per_basis[Nutrient::Potassium]);
  REQUIRE(hummus.portions.size() == 2);
  CHECK(hummus.portions[0].name == "tablespoon");
  CHECK_THAT(hummus.portions[0].grams, WithinRel(16.95, 1e-12));
  CHECK(hummus.portions[1].name == "container");

  const auto& plain = chosen.foods[1];
  CHECK(plain.per_basis[Nutrient::Caffeine] == 2.0);  // told in micrograms
  CHECK_FALSE(plain.per_basis[Nutrient::Magnesium]);  // a blank is not zero
  REQUIRE(plain.portions.size() == 1);
  CHECK(plain.portions[0].name == "cup, NFS");
}

TEST_CASE_METHOD(Download, "two foods of one name can be told apart, and a branded drink is known by volume") {
  const auto chosen = read_food_data_central(folder / "food.csv", "sparkling", 50);
  REQUIRE(chosen.foods.size() == 2);
  CHECK(chosen.foods[0].name == "SPARKLING WATER");
  CHECK(chosen.foods[0].basis.unit == "ml");
  CHECK(chosen.foods[0].kind == foods::FoodKind::Drink);
  CHECK(chosen.foods[1].name == "SPARKLING WATER (4)");
  CHECK(chosen.foods[1].per_basis[Nutrient::Sodium] == 5.0);
}

TEST_CASE_METHOD(Download, "nobody takes in more foods than the limit by accident") {
  CHECK(read_food_data_central(folder.path(), "", 5).foods.size() == 4);
  try {
    read_food_data_central(folder.path(), "", 4);
    FAIL("nothing was thrown");
  } catch (const InputError& error) {
    CHECK(std::string(error.what()) == "5 foods fit, and at most 4 are taken at once");
    CHECK_THAT(error.valid, Contains("--only"));
  }
}

TEST_CASE_METHOD(Download, "what cannot be read is told by file, line and column") {
  const auto told = [&] {
    try {
      read_food_data_central(folder.path(), "hummus", 50);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  write("food_nutrient.csv", "id,fdc_id,nutrient_id,amount\n9,1,1051,58.7\n10,1,1090,much\n");
  CHECK_THAT(told(), Contains("food_nutrient.csv") && Contains("line 3") && Contains("amount"));
  write("food_nutrient.csv", "id,fdc_id,nutrient_id,amount\n9,1,1051,-1\n");
  CHECK_THAT(told(), Contains("negative") && Contains("line 2") && Contains("amount"));
  write("nutrient.csv", "id,name,unit_name\n1051,Water,CUPS\n");
  CHECK_THAT(told(), Contains("nutrient.csv") && Contains("unit_name"));
  write("food.csv", "fdc_id,description\n1,Hummus\n");
  CHECK_THAT(told(), Contains("food.csv") && Contains("data_type"));
}

TEST_CASE_METHOD(Download, "a folder without the tables, and a packed download, are refused with what would do") {
  std::filesystem::remove(folder / "food_nutrient.csv");
  CHECK_THROWS_AS(read_food_data_central(folder.path(), "", 50), InputError);
  CHECK_THROWS_AS(read_food_data_central(folder / "FoodData.zip", "", 50), InputError);
  CHECK_THROWS_AS(read_food_data_central(folder / "nowhere" / "food.csv", "", 50), InputError);
}

TEST_CASE_METHOD(Download, "names that differ in capitals alone are two foods, of which the later gets its number") {
  write("food.csv",
        "fdc_id,data_type,description\n1,sr_legacy_food,HUMMUS\n2,sr_legacy_food,Hummus\n3,sr_legacy_food,Falafel\n");
  write("food_nutrient.csv", "id,fdc_id,nutrient_id,amount\n9,1,1090,1\n10,2,1090,2\n11,3,1090,3\n");
  write("food_portion.csv",
        "id,fdc_id,seq_num,amount,measure_unit_id,portion_description,modifier,gram_weight\n"
        "1,1,1,1,,,Cup,240\n2,1,2,1,,,cup,250\n");
  const auto chosen = read_food_data_central(folder.path(), "hummus", 50);
  REQUIRE(chosen.foods.size() == 2);
  CHECK(chosen.foods[0].name == "HUMMUS");
  CHECK(chosen.foods[0].portions.size() == 1);
  CHECK(chosen.foods[1].name == "Hummus (2)");
}

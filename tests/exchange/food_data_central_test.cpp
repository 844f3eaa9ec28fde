#include "lytes/exchange/food_data_central.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "lytes/errors.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/foods/imported_foods.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::exchange;
using Catch::Contains;
using Catch::WithinRel;
using quantity::Nutrient;
namespace fs = std::filesystem;

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
          "\"fdc_id\",\"brand_owner\",\"brand_name\",\"gtin_upc\",\"serving_size\",\"serving_size_unit\",\"household_"
          "serving_fulltext\"\n"
          "\"3\",\"Bubbles Inc\",\"\",\"36000291452\",\"355.0\",\"ml\",\"1 can\"\n"
          "\"4\",\"Bubbles Inc\",\"Fizz\",\"36000291453\",\"\",\"\",\"\"\n");
  }

  fs::path file() const { return folder / "journal.foods.db"; }

  foods::ImportCounts read(const fs::path& given, const std::string& only = "") const {
    foods::FoodImport import(file());
    read_food_data_central(given, only, import);
    const auto counts = import.finish();
    import.publish();
    return counts;
  }

  /// What is told of a download that cannot be read; of it nothing may be left.
  std::string refusal(const fs::path& given) const {
    try {
      read(given);
    } catch (const InputError& error) {
      CHECK_FALSE(fs::exists(file()));
      return error.what();
    }
    return "nothing was thrown";
  }
  std::string refusal() const { return refusal(folder.path()); }
};

fs::path zip(const std::string& name) { return fs::path(LYTES_SOURCE_DIR) / "tests/exchange/food_data_central" / name; }

}  // namespace

TEST_CASE_METHOD(Download, "foods are read with their figures and portions, samples are not, and a blank is not zero") {
  const auto counts = read(folder.path());
  CHECK(counts == foods::ImportCounts{5, 4, 0, 1, 0, 0, 4, 1});
  const foods::ImportedFoods foods(file());
  const auto hummus = foods.find("fdc:1");
  REQUIRE(hummus);
  CHECK(hummus->name == "Hummus, commercial");
  CHECK(hummus->basis.amount == 100);
  CHECK(hummus->basis.unit == "g");
  CHECK(hummus->per_basis[Nutrient::Water] == 58.7);
  CHECK(hummus->per_basis[Nutrient::Magnesium] == 71.1);
  CHECK_FALSE(hummus->per_basis[Nutrient::Potassium]);
  REQUIRE(hummus->portions.size() == 2);
  CHECK(hummus->portions[0].name == "tablespoon");
  CHECK_THAT(hummus->portions[0].grams, WithinRel(16.95, 1e-12));
  CHECK(hummus->portions[1].name == "container");

  const auto plain = foods.find("fdc:5");
  CHECK(plain->per_basis[Nutrient::Caffeine] == 2.0);  // told in micrograms
  CHECK_FALSE(plain->per_basis[Nutrient::Magnesium]);
  REQUIRE(plain->portions.size() == 1);
  CHECK(plain->portions[0].name == "cup, NFS");
  CHECK_FALSE(foods.find("fdc:2"));
}

TEST_CASE_METHOD(Download,
                 "a label says brand, barcode and serving, and a barcode whose check digit is wrong is none") {
  read(folder / "food.csv");
  const foods::ImportedFoods foods(file());
  const auto water = foods.with_barcode("036000291452");
  REQUIRE(water);
  CHECK(water->name == "SPARKLING WATER (Bubbles Inc)");
  CHECK(water->basis.unit == "ml");
  CHECK(water->kind == foods::FoodKind::Drink);
  CHECK(water->usual->grams == 355);
  CHECK(water->portions[0].name == "can");
  const auto other = foods.find("fdc:4");
  CHECK(other->name == "SPARKLING WATER (Fizz)");
  CHECK(other->barcode.empty());
  CHECK(other->per_basis[Nutrient::Sodium] == 5.0);
}

TEST_CASE_METHOD(Download, "with words only the foods that hold them are taken") {
  CHECK(read(folder.path(), "hummus plain").foods == 1);
  CHECK(foods::ImportedFoods(file()).find("fdc:5"));
}

TEST_CASE_METHOD(Download, "rows may stand in any order, and those of one food apart") {
  write("food_nutrient.csv",
        "id,fdc_id,nutrient_id,amount\n1,5,1090,7\n2,1,1090,1\n3,5,1093,2\n4,99,1090,1\n5,1,1093,3\n6,1,1090,9\n");
  CHECK(read(folder.path()).foods == 2);
  const foods::ImportedFoods foods(file());
  CHECK(foods.find("fdc:1")->per_basis[Nutrient::Magnesium] == 9);
  CHECK(foods.find("fdc:1")->per_basis[Nutrient::Sodium] == 3);
  CHECK(foods.find("fdc:5")->per_basis[Nutrient::Magnesium] == 7);
  CHECK(foods.find("fdc:5")->per_basis[Nutrient::Sodium] == 2);
}

TEST_CASE_METHOD(Download, "a zip is read as it is, and nothing is unpacked to where it says") {
  CHECK(read(zip("download.zip")).foods == 1);
  CHECK(foods::ImportedFoods(file()).find("fdc:1")->name == "MADE UP OAT BAR");
  CHECK(read(zip("climbing.zip")).updated == 1);
  CHECK_FALSE(fs::exists("/etc/food_nutrient.csv"));
  CHECK_FALSE(fs::exists(folder.path().parent_path() / "food.csv"));
}

TEST_CASE_METHOD(Download, "a zip that unpacks to far too much, or is cut off, is refused") {
  CHECK_THAT(refusal(zip("bomb.zip")), Contains("too much to be meant"));
  fs::copy_file(zip("download.zip"), folder / "cut.zip");
  fs::resize_file(folder / "cut.zip", fs::file_size(folder / "cut.zip") - 100);
  CHECK_THAT(refusal(folder / "cut.zip"), Contains("cut.zip"));
}

TEST_CASE_METHOD(Download, "what cannot be read is told by file, line and column, and nothing of it is kept") {
  const auto with_amount = [&](const std::string& amount) {
    write("food_nutrient.csv", "id,fdc_id,nutrient_id,amount\n9,1,1051,58.7\n10,1,1090," + amount + "\n");
    return refusal();
  };
  const auto place = Contains("food_nutrient.csv, line 3, column amount");
  CHECK_THAT(with_amount("much"), place && Contains("not a number"));
  CHECK_THAT(with_amount("1e309"), place && Contains("not a number"));
  CHECK_THAT(with_amount("nan"), place && Contains("not a number"));
  CHECK_THAT(with_amount("-5"), place && Contains("negative"));
  CHECK_THAT(with_amount(std::string("7\0", 2)), Contains("food_nutrient.csv, line 3") && Contains("no text"));
  CHECK_THAT(with_amount("\xFF\xFE"), Contains("food_nutrient.csv, line 3") && Contains("UTF-8"));
  CHECK_THAT(with_amount(std::string(10'000'000, '1')), Contains("food_nutrient.csv, line 3") && Contains("a row of"));
  CHECK_THAT(with_amount("\"7"), Contains("food_nutrient.csv"));
}

TEST_CASE_METHOD(Download, "tables that are none are refused") {
  std::string header = "fdc_id";
  for (int i = 0; i < 100'000; ++i) header += ",c" + std::to_string(i);
  write("food_nutrient.csv", header + "\n1\n");
  CHECK_THAT(refusal(), Contains("food_nutrient.csv, line 1") && Contains("columns"));
  write("nutrient.csv", "id,name,unit_name\n1051,Water,CUPS\n");
  CHECK_THAT(refusal(), Contains("nutrient.csv") && Contains("unit_name"));
  write("food.csv", "fdc_id,description\n1,Hummus\n");
  CHECK_THAT(refusal(), Contains("food.csv, line 2, column data_type"));
  write("food.csv", "fdc_id,data_type,description\n-1,branded_food,Hummus\n");
  CHECK_THAT(refusal(), Contains("food.csv, line 2, column fdc_id"));
  write("food.csv", "fdc_id,data_type,description\n1,branded_food," + std::string(2000, 'x') + "\n");
  CHECK_THAT(refusal(), Contains("a name of 2000 bytes in food.csv, line 2"));
}

TEST_CASE_METHOD(Download, "a label with impossible words is told by its place") {
  const auto with_serving = [&](const std::string& serving) {
    write("branded_food.csv", "fdc_id,gtin_upc,serving_size,serving_size_unit\n3,,240,ml\n4,," + serving + ",g\n");
    return refusal();
  };
  CHECK_THAT(with_serving("-5"), Contains("branded_food.csv, line 3, column serving_size"));
  CHECK_THAT(with_serving("1e309"), Contains("branded_food.csv, line 3, column serving_size"));
}

TEST_CASE_METHOD(Download, "what is no download is refused with what would do") {
  const std::string none = "no food.csv and food_nutrient.csv there";
  CHECK(refusal(zip("nowhere.zip").parent_path()) == none);
  CHECK(refusal(zip("../files/daylio.csv")) == none);
  CHECK(refusal(zip("../files/loseit.zip")) == none);
  fs::remove(folder / "food_nutrient.csv");
  CHECK(refusal() == none);
  CHECK_THROWS_AS(read(folder / "nowhere.zip"), StorageError);
}

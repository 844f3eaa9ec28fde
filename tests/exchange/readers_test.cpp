#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <numeric>

#include "language/plain_speaker.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/formats.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using exchange::Incoming;
using exchange::InputFile;
using journal::EntryKind;
using quantity::Nutrient;

namespace {

const std::filesystem::path files = std::filesystem::path(LYTES_SOURCE_DIR) / "tests/exchange/files";

/// Somebody in Berlin, on the 20th of November 2026 at noon.
class Reader : public language::testing::PlainSpeaker {
 public:
  Reader() {
    using namespace std::chrono;
    now_.zone = calendar::Zone::named("Europe/Berlin");
    now_.now = sys_days(year(2026) / 11 / 20) + hours(11);
  }
  const calendar::Reckoning& reckoning() override { return now_; }

  Incoming read(const InputFile& file, std::vector<std::string> spasms = {}, std::vector<std::string> preferred = {}) {
    exchange::Reading reading{*this, std::move(spasms), std::move(preferred), std::nullopt,
                              std::filesystem::temp_directory_path()};
    return exchange::recognised_format(file).read(file, reading);
  }
  Incoming read(const std::string& name, std::vector<std::string> spasms = {},
                std::vector<std::string> preferred = {}) {
    return read(InputFile(files / name), std::move(spasms), std::move(preferred));
  }
  Incoming read_text(const std::string& text) { return read(InputFile(text, "t.csv")); }

 private:
  calendar::Reckoning now_;
};

Reader& reader() {
  static Reader one;
  return one;
}

calendar::Day day(int year, unsigned month, unsigned date) {
  return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(date);
}

std::optional<double> sum(const Incoming& incoming, calendar::Day on, Nutrient nutrient) {
  std::optional<double> total;
  for (const auto& entry : incoming.entries) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake || entry.when.day != on || !intake->nutrients[nutrient]) continue;
    total = total.value_or(0) + *intake->nutrients[nutrient];
  }
  return total;
}

std::vector<journal::Entry> of_kind(const Incoming& incoming, EntryKind kind) {
  std::vector<journal::Entry> found;
  for (const auto& entry : incoming.entries) {
    if (entry.kind == kind) found.push_back(entry);
  }
  return found;
}

journal::Spasm spasm(const journal::Entry& entry) { return std::get<journal::Spasm>(entry.what); }

}  // namespace

TEST_CASE("every fixture is told by its looks") {
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"cronometer/servings.csv", "cronometer"},
      {"cronometer/dailysummary.csv", "cronometer"},
      {"cronometer/dailysummary-by-meal.csv", "cronometer"},
      {"cronometer/biometrics.csv", "cronometer"},
      {"cronometer/exercises.csv", "cronometer"},
      {"cronometer/notes.csv", "cronometer"},
      {"apple_health/export.xml", "apple-health"},
      {"apple_health/export.zip", "apple-health"},
      {"health_connect/health_connect_export.db", "health-connect"},
      {"health_connect/export.zip", "health-connect"},
      {"bearable.csv", "bearable"},
      {"bearable_newer.csv", "bearable"},
      {"daylio.csv", "daylio"},
      {"myfitnesspal.csv", "myfitnesspal"},
      {"samsung_water.csv", "samsung-health"},
      {"loseit.zip", "loseit"}};
  for (const auto& [file, format] : expected) {
    INFO(file);
    CHECK(exchange::recognised_format(InputFile(files / file)).name == format);
  }
}

TEST_CASE("every reader gives each entry a key of its own, the same when the file is read again") {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(files)) {
    if (!entry.is_regular_file() || entry.path().filename() == "view.db") continue;
    INFO(entry.path());
    const InputFile file(entry.path());
    const auto once = reader().read(file);
    const auto again = reader().read(file);
    CHECK(once.entries == again.entries);
    std::set<std::string> keys;
    for (const auto& one : once.entries) keys.insert(one.import_key.value());
    CHECK(keys.size() == once.entries.size());
    CHECK(once.rows > 0);
    for (const auto& one : once.entries) CHECK(journal::is_consistent(one));
  }
}

TEST_CASE("Cronometer's servings add up to its daily summary, by day and by meal") {
  const auto servings = reader().read("cronometer/servings.csv");
  const auto summary = reader().read("cronometer/dailysummary.csv");
  const auto by_meal = reader().read("cronometer/dailysummary-by-meal.csv");
  for (const Nutrient nutrient : {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Sodium}) {
    for (const auto on : {day(2026, 11, 1), day(2026, 11, 2)})
      CHECK(*sum(servings, on, nutrient) == Approx(*sum(summary, on, nutrient)).epsilon(1e-9));
    CHECK(*sum(servings, day(2026, 11, 1), nutrient) ==
          Approx(*sum(by_meal, day(2026, 11, 1), nutrient)).epsilon(1e-9));
  }
  CHECK(summary.said.size() == 1);
}

TEST_CASE("of Cronometer's servings a blank is unknown, a supplement is known by its name, water is a drink") {
  const auto incoming = reader().read("cronometer/servings.csv");
  REQUIRE(incoming.entries.size() == 8);
  const auto supplements = of_kind(incoming, EntryKind::Supplement);
  REQUIRE(supplements.size() == 2);
  const auto& magnesium = std::get<journal::Intake>(supplements[0].what);
  CHECK(magnesium.nutrients[Nutrient::Magnesium] == 200.0);
  CHECK(magnesium.nutrients[Nutrient::Potassium] == 0.0);
  const auto& product = std::get<journal::Intake>(supplements[1].what);
  CHECK(product.nutrients[Nutrient::Sodium] == 2000.0);
  CHECK_FALSE(product.nutrients[Nutrient::Calcium].has_value());
  const auto drinks = of_kind(incoming, EntryKind::Drink);
  CHECK(drinks.size() == 3);
  const auto foods = of_kind(incoming, EntryKind::Food);
  CHECK_FALSE(std::get<journal::Intake>(foods[1].what).nutrients[Nutrient::Magnesium].has_value());
  CHECK(std::get<journal::Intake>(foods[1].what).description == "Chicken soup, \"home made\", no salt");
}

TEST_CASE("an export without any nutrient says so, and nothing becomes zero") {
  const auto incoming = reader().read_text("Day,Time,Group,Food Name,Amount,Category\n2026-11-01,,Lunch,Rice,1 cup,\n");
  REQUIRE(incoming.entries.size() == 1);
  CHECK(incoming.remarks.at(0).code == "no_nutrients");
  CHECK_FALSE(sum(incoming, day(2026, 11, 1), Nutrient::Water).has_value());
}

TEST_CASE("dates, times and letters are read in all the forms that apps and spreadsheets write") {
  const auto moment = [](const std::string& date, const std::string& time) {
    const auto incoming =
        reader().read_text("day;TIME;food name;Amount;Water (g)\n" + date + ";" + time + ";Tea;1;2,5\n");
    REQUIRE(incoming.entries.size() == 1);
    CHECK(sum(incoming, incoming.entries[0].when.day, Nutrient::Water) == 2.5);
    return calendar::iso(incoming.entries[0].when);
  };
  CHECK(moment("2011-4-18", "7:05 AM") == "2011-04-18T07:05:00+02:00");
  CHECK(moment("1/27/2026", "12:30 AM") == "2026-01-27T00:30:00+01:00");
  CHECK(moment("27/1/2026", "17:10:05") == "2026-01-27T17:10:05+01:00");
  CHECK(moment("8th Dec 2021", "07:00 ") == "2021-12-08T07:00:00+01:00");
  CHECK(moment("27.1.2026", "9:51 p.m.") == "2026-01-27T21:51:00+01:00");
  CHECK(moment("27.1.2026", "9:51\u202FPM") == "2026-01-27T21:51:00+01:00");
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("Day,Food Name,Amount\r\n2026-11-01,Tea,1\r\n")) wide += {c, '\0'};
  CHECK(reader().read_text(wide).entries.size() == 1);
}

TEST_CASE("Cronometer's own metrics are spasms where that is said, and offered where it is not") {
  const auto unsaid = reader().read("cronometer/biometrics.csv");
  REQUIRE(unsaid.spasm_candidates.size() == 1);
  CHECK(unsaid.spasm_candidates[0].name == "Cramps");
  CHECK(unsaid.spasm_candidates[0].times == 3);
  const auto incoming = reader().read("cronometer/biometrics.csv", {"cramps"});
  CHECK(incoming.spasm_candidates.empty());
  const auto spasms = of_kind(incoming, EntryKind::Spasm);
  REQUIRE(spasms.size() == 3);
  CHECK(spasm(spasms[0]).severity == 6);
  CHECK(calendar::iso(spasms[1].when.day) == "2026-11-01");  // 01:30 belongs to the evening before
  CHECK(incoming.said.empty());                              // a day without a row is not one without spasms
  CHECK_THROWS_AS(reader().read("cronometer/biometrics.csv", {"headache"}), NotFoundError);
}

TEST_CASE("Apple Health's records become drinks, foods, weight and symptoms, and no water counts twice") {
  for (const std::string file : {"apple_health/export.xml", "apple_health/export.zip"}) {
    const auto incoming = reader().read(file, {"lower back pain"});
    CHECK(*sum(incoming, day(2026, 11, 1), Nutrient::Water) == Approx(500 + 8 * 29.5735295625 + 250));
    CHECK(sum(incoming, day(2026, 11, 1), Nutrient::Magnesium) == 55.0);
    CHECK(*sum(incoming, day(2026, 11, 1), Nutrient::Potassium) == Approx(145));
    const auto spasms = of_kind(incoming, EntryKind::Spasm);
    REQUIRE(spasms.size() == 1);
    CHECK(spasm(spasms[0]).site == "lower back");
    CHECK(spasm(spasms[0]).severity == 8);
    CHECK(spasm(spasms[0]).minutes == 15.0);
    const auto other = reader().read(file, {"none"}, {"Cronometer"});
    CHECK(sum(other, day(2026, 11, 1), Nutrient::Water) == 500.0);
  }
}

TEST_CASE("Health Connect's litres and grams are millilitres and milligrams, each record by its own id") {
  const auto incoming = reader().read("health_connect/export.zip");
  CHECK(*sum(incoming, day(2026, 11, 1), Nutrient::Water) == Approx(750));
  CHECK(*sum(incoming, day(2026, 11, 1), Nutrient::Magnesium) == Approx(55));
  CHECK(incoming.skipped.at(0).rows == 1);
  for (const auto& entry : of_kind(incoming, EntryKind::Drink))
    CHECK(exchange::source_of(entry) == "health-connect.Water Log");
  CHECK_THROWS_WITH(reader().read("health_connect/view.db"), "view.db: hydration_record_table is no plain table");
}

TEST_CASE("Bearable's symptoms keep their words, and zero is no spasm and no day without one") {
  const auto incoming = reader().read("bearable.csv", {"leg cramp"});
  const auto spasms = of_kind(incoming, EntryKind::Spasm);
  REQUIRE(spasms.size() == 1);
  CHECK(spasm(spasms[0]).severity == 8);
  CHECK(spasms[0].note == "left calf, woke me up");
  CHECK(calendar::iso(spasms[0].when.day) == "2021-12-08");
  CHECK(incoming.said.empty());
  CHECK(of_kind(incoming, EntryKind::Medicine).size() == 1);
  CHECK(sum(incoming, day(2021, 12, 9), Nutrient::Magnesium) == 200.0);
}

TEST_CASE("Daylio's activities may be spasms, and moods with names of one's own keep them") {
  const auto incoming = reader().read("daylio.csv", {"Cramp"});
  const auto spasms = of_kind(incoming, EntryKind::Spasm);
  REQUIRE(spasms.size() == 1);
  CHECK(spasm(spasms[0]).site == "calf");
  CHECK(calendar::short_time(spasms[0].when) == "22:30");
  CHECK(of_kind(incoming, EntryKind::Note).empty());
}

TEST_CASE("MyFitnessPal and Lose It! leave unknown what they do not export, and deleted rows stay out") {
  const auto meals = reader().read("myfitnesspal.csv");
  CHECK(sum(meals, day(2018, 3, 1), Nutrient::Potassium) == 380.0);
  CHECK(sum(meals, day(2018, 3, 1), Nutrient::Sodium) == 1390.0);
  CHECK_FALSE(sum(meals, day(2018, 3, 1), Nutrient::Calcium).has_value());
  const auto foods = reader().read("loseit.zip");
  CHECK(sum(foods, day(2026, 7, 15), Nutrient::Sodium) == 480.0);
  CHECK_FALSE(sum(foods, day(2026, 7, 15), Nutrient::Water).has_value());
}

TEST_CASE("Samsung Health's times are UTC with the offset beside them") {
  const auto incoming = reader().read("samsung_water.csv");
  REQUIRE(incoming.entries.size() == 2);
  CHECK(calendar::iso(incoming.entries[0].when) == "2025-06-02T08:30:00+09:00");
  CHECK(incoming.entries[1].note == "after sport");
}

TEST_CASE("what has the id of one before it in the file is the same once more") {
  const auto incoming = reader().read_text(
      "start_time,time_offset,amount,unit_amount,datauuid\n"
      "2025-06-01 23:30:00.000,UTC+0900,250,250,a-1\n"
      "2025-06-02 01:00:00.000,UTC+0900,500,250,a-1\n"
      "2025-06-02 01:00:00.000,UTC+0900,500,250,a-2\n");
  REQUIRE(incoming.entries.size() == 2);
  REQUIRE(incoming.skipped.size() == 1);
  CHECK(incoming.skipped[0].why == "has the id of one before it");
  CHECK(incoming.skipped[0].places == std::vector<std::string>{"t.csv:3"});
}

namespace {

/// In UTF-16, the first byte the lowest; a star becomes the half of a pair.
std::string in_utf16(const std::string& text) {
  std::string bytes = "\xFF\xFE";
  for (const char c : text) bytes += c == '*' ? std::string("\0\xD8", 2) : std::string{c, '\0'};
  return bytes;
}

}  // namespace

TEST_CASE("hostile files are refused with the place, whatever they are") {
  const auto refusal = [](const std::string& text) {
    try {
      reader().read_text(text);
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string("taken");
  };
  const std::string header = "Day,Food Name,Amount,Water (g)\n";
  CHECK(refusal(header + "2026-11-01,Tea,1,1e309\n") == "t.csv, line 2, column Water (g): not a number");
  CHECK_THAT(refusal(in_utf16(header + "2026-11-01,Te*,1,5\n")),
             Catch::StartsWith("t.csv, line 2: letters that are not UTF-8"));
  CHECK_THAT(refusal(in_utf16(header + "2026-11-01,Tea,1,5\n") + "x"),
             Catch::StartsWith("t.csv, line 3: letters that are not UTF-8"));
  CHECK(refusal("Day;Food Name;Amount;Water (g)\n2026-11-01;Tea;1;1.240\n") ==
        "t.csv, line 2, column Water (g): this could be 1240 or 1.24");
  const std::string bearable = "date,time of day,category,detail,rating,notes\n";
  CHECK(refusal(bearable + "2026-11-01,am,Symptom,Cramp,inf,\n") == "t.csv, line 2, column rating: out of range");
  CHECK(refusal(bearable + "2026-11-01,am,Symptom,Cramp,nan,\n") == "t.csv, line 2, column rating: out of range");
  CHECK(refusal(header + "2026-11-01,Tea,1,-5\n") == "t.csv, line 2, column Water (g): out of range");
  CHECK(refusal(header + "2026-13-01,Tea,1,5\n") == "t.csv, line 2, column day: not a date");
  CHECK(refusal(header + "2026-11-01,Te\xFF,1,5\n") == "t.csv, line 2: letters that are not UTF-8");
  CHECK_THAT(refusal(header + std::string(10'000'000, 'x')), Catch::StartsWith("t.csv, line 2: a row of more than"));
  CHECK(refusal(header + std::string("2026-11-01,T\0a,1,5\n", 19)) == "t.csv, line 2: the file is no text");
  const std::string health = "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n";
  CHECK(refusal(health + "<!ENTITY a \"b\">\n<!ENTITY c \"&a;&a;\">]>\n<HealthData>&c;</HealthData>") ==
        "t.csv, line 3: the file declares entities of its own");
  CHECK(refusal(health + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<HealthData>&x;</HealthData>") ==
        "t.csv, line 3: the file declares entities of its own");
  CHECK_THAT(refusal("<HealthData a='" + std::string(10'000'000, 'x')), Catch::Contains("without an end"));
  std::string deep = "<HealthData>";
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK_THAT(refusal(deep), Catch::Contains("elements in one another"));
  CHECK_THAT(refusal("<HealthData>\n<Record type=\"HKQuantityTypeIdentifierDietaryWater\" unit=\"mL\" value=\"-5\" "
                     "startDate=\"2026-11-01 08:00:00 +0100\"/></HealthData>"),
             Catch::StartsWith("t.csv, line 2: value is not an amount"));
  std::string apps = "<HealthData>";
  for (int app = 0; app < 2'000; ++app)
    apps += fmt::format(
        "\n<Record type=\"HKQuantityTypeIdentifierDietaryWater\" unit=\"mL\" value=\"5\" sourceName=\"{}\" "
        "startDate=\"2026-11-01 08:00:00 +0100\"/>",
        app);
  CHECK(refusal(apps) == "t.csv, line 1002: more apps wrote into this export than can be meant");
  CHECK_THAT(refusal(std::string("<HealthData>\n\0", 14)), Catch::StartsWith("t.csv, line 2: this is no sound XML"));
}

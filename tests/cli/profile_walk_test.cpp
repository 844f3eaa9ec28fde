// Every row of the tables of conditions and medicines over every page: nobody is told to take more of what is held
// back.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <set>
#include <sstream>

#include "computer.hpp"
#include "lytes/csv/csv.hpp"

using namespace lytes;
using lytes::cli::testing::Computer;
using nlohmann::json;

namespace {

struct Row {
  std::string drawer;
  std::string name;
  std::set<std::string> effects;

  bool has(const char* effect) const { return effects.contains(effect); }
};

std::vector<Row> rows_of(const std::string& drawer) {
  std::vector<Row> rows;
  csv::read_file(LYTES_SOURCE_DIR "/vocabulary/" + drawer + "s.csv", [&](const csv::Row& row) {
    Row one{drawer, std::string(row["name"]), {}};
    std::istringstream effects{std::string(row["effects"])};
    for (std::string effect; std::getline(effects, effect, ';');) one.effects.insert(effect);
    rows.push_back(std::move(one));
  });
  return rows;
}

constexpr std::array nutrients = {"water", "magnesium", "potassium"};

/// What the row says of a nutrient, read from the table and not from the program.
bool is_held_back(const Row& row, const std::string& nutrient) {
  if (row.has("hide_goals")) return true;
  if (nutrient == "water") return row.has("no_more_fluid");
  if (nutrient == "magnesium") return row.has("no_more_magnesium");
  return row.has("no_more_potassium") || row.has("may_raise_potassium");
}

/// 116 closed days in which spasms follow days of little water, magnesium or potassium.
std::string strong_diary() {
  std::mt19937 random(3);
  const auto chance = [&](double share) {
    return static_cast<double>(random()) < share * static_cast<double>(std::mt19937::max());
  };
  std::string text = "date,status,fluid_ml,mg_mg,k_mg,stress,spasms\n";
  std::array<bool, 3> before{};
  calendar::Day day = calendar::Day(std::chrono::year{2026} / 11 / 21) - std::chrono::days{115};
  for (int i = 0; i < 116; ++i, day += std::chrono::days{1}) {
    const std::array<bool, 3> low = {chance(0.5), chance(0.5), chance(0.5)};
    int spasms = 0;
    for (const bool was_low : before) spasms += chance(was_low ? 0.75 : 0.12) ? 1 : 0;
    text += calendar::iso(day) + ",complete," + (low[0] ? "1500," : "4200,") + (low[1] ? "150," : "500,") +
            (low[2] ? "1500," : "4900,") + std::to_string(2 + i % 5) + "," + std::to_string(spasms) + "\n";
    before = low;
  }
  return text;
}

/// A woman of fifty with that diary, who had a little water and bread today.
struct Person {
  Computer computer;

  Person() {
    const std::string diary = computer.folder / "diary.csv";
    std::ofstream(diary) << strong_diary();
    REQUIRE(run({"profile", "set", "sex=female", "birth_year=1976", "health=none"}) == 0);
    REQUIRE(run({"import", "daily", diary}) == 0);
    REQUIRE(run({"--yes", "eat", "1 slice bread"}) == 0);
  }

  int run(const std::vector<std::string>& words) { return computer.lytes(words); }
  std::string page(const std::vector<std::string>& words) {
    INFO(computer.complained);
    REQUIRE(run(words) == 0);
    return computer.said;
  }
  json document(std::vector<std::string> words) {
    words.insert(words.begin(), "--json");
    return json::parse(page(words));
  }
  std::string html(const std::string& command) {
    const std::string file = computer.folder / "page.html";
    page({command, "--html", file});
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }
};

std::vector<std::string> lines_of(const std::string& page) {
  std::vector<std::string> lines;
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// The part of a page from its heading to the next empty line.
std::string part_of(const std::string& page, const std::string& heading) {
  const std::size_t begin = page.find("\n" + heading);
  return begin == std::string::npos ? "" : page.substr(begin + 1, page.find("\n\n", begin + 1) - begin);
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(std::toupper(word[0]));
  return word;
}

/// The lines of the glance that speak of a nutrient, under either of its names.
void check_glance(const std::string& page, const std::string& nutrient, const std::string& sign) {
  for (const std::string& line : lines_of(page)) {
    const std::size_t begin = line.find(sign + " ");
    if (begin == std::string::npos || (begin > 0 && line[begin - 1] != ' ')) continue;
    const std::string about = line.substr(begin, std::min(line.find("    ", begin + 12), line.size()) - begin);
    INFO(nutrient << ": " << about);
    CHECK_FALSE(has(about, "LOW"));
    CHECK_FALSE(has(about, " [#"));
    CHECK_FALSE((has(about, " of 2") || has(about, " of 3")));
  }
}

/// The columns of a nutrient in the table of days.
void check_table(const std::string& page, std::size_t place) {
  constexpr std::size_t first_column = 6;
  constexpr std::size_t columns = 16;
  static const std::set<std::string> days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  for (const std::string& line : lines_of(page)) {
    const std::size_t begin = first_column + place * columns;
    if (!days.contains(line.substr(0, 3)) || line.size() < begin) continue;
    const std::string cell = line.substr(begin, columns);
    INFO(line);
    CHECK_FALSE(has(cell, "LOW"));
    CHECK_FALSE(has(cell, "#"));
  }
}

void check_days_json(const json& days, const std::string& nutrient) {
  for (const auto& day : days) {
    CHECK(day["deficient"][nutrient].is_null());
    CHECK(day["targets"][nutrient + (nutrient == "water" ? "_ml" : "_mg")].is_null());
  }
}

void check_evidence_json(const json& page, const std::string& nutrient) {
  for (const auto& association : page["associations"]) {
    if (association["exposure"] != nutrient) continue;
    CHECK(association["grade"].is_null());
    CHECK(association["withheld"] == true);
    CHECK(association["ratio"].is_null());
    CHECK_FALSE(has(association.dump(), "short of"));
  }
  for (const auto& question : page["lag_screen"]) CHECK(question["exposure"] != nutrient);
  CHECK(page["next_step"]["exposure"] != nutrient);
}

void check_targets(Person& person, const std::string& nutrient) {
  const json targets = person.document({"targets"});
  const std::string key = nutrient + (nutrient == "water" ? "_ml" : "_mg");
  for (const char* whose : {"targets", "us", "efsa"}) CHECK(targets[whose][key].is_null());
  for (const std::string& line : lines_of(person.page({"targets"}))) {
    if (!line.starts_with("  " + nutrient + " ") || has(line, "in supplements")) continue;
    INFO(line);
    CHECK(line.find_first_of("0123456789") == std::string::npos);
  }
}

void check_html(const std::string& html, const std::string& nutrient) {
  const std::string heading = "<h3>" + capitalised(nutrient) + " <span class=\"grade\">";
  CHECK(has(html, heading + "left out"));
  CHECK_FALSE(has(html, "short of " + nutrient));
  CHECK_FALSE(has(html, "enough " + nutrient));
}

struct Pages {
  std::vector<std::string> glances;
  std::vector<std::string> tables;  ///< with the evidence
  std::vector<std::string> html;
  std::vector<json> days;
  std::vector<json> evidence;
};

Pages pages_of(Person& person) {
  Pages pages;
  pages.glances.push_back(person.page({"drink", "100ml", "water"}));
  person.run({"undo"});
  pages.glances.push_back(person.page({"today"}));
  pages.glances.push_back(person.page({"day", "2026-11-21"}));
  pages.html = {person.html("week")};
  pages.tables = {person.page({"week"}), person.page({"report"})};
  pages.days = {person.document({"today"}), person.document({"day", "2026-11-21"})};
  pages.evidence = {person.document({"week"})};
  return pages;
}

void check_held_back(Person& person, const Pages& pages, std::size_t place) {
  static const std::array<std::string, 3> signs = {"water", "Mg", "K"};
  const std::string nutrient = nutrients[place];
  INFO(nutrient);
  for (const auto& page : pages.glances) {
    check_glance(page, nutrient, nutrient);
    check_glance(page, nutrient, signs[place]);
  }
  for (const auto& page : pages.tables) {
    check_table(page, place);
    const std::string part = part_of(page, capitalised(nutrient) + ": ");
    CHECK(has(part, "left out"));
    CHECK_FALSE(has(part, "short of"));
  }
  check_days_json(pages.days, nutrient);
  for (const auto& page : pages.evidence) {
    check_days_json(page["days"], nutrient);
    check_evidence_json(page, nutrient);
  }
  for (const auto& page : pages.html) check_html(page, nutrient);
  check_targets(person, nutrient);
}

void check_next_step(const Row& row, const Pages& pages) {
  if (!row.has("ask_first") && !row.has("hide_goals")) return;
  CHECK(pages.evidence[0]["next_step"]["code"] != "reach_target");
  CHECK(pages.evidence[0]["next_step"]["code"] != "plan_trial");
  for (const auto& page : pages.tables) CHECK_FALSE(has(page, "try to reach"));
  for (const auto& page : pages.html) CHECK_FALSE(has(page, "try to reach"));
}

void walk(const std::vector<Row>& rows, std::size_t first, std::size_t each) {
  Person person;
  for (std::size_t i = first; i < rows.size(); i += each) {
    const Row& row = rows[i];
    INFO(row.name);
    REQUIRE(person.run({"profile", "set", row.drawer + "=" + row.name}) == 0);
    const Pages pages = pages_of(person);
    bool all = true;
    for (std::size_t place = 0; place < nutrients.size(); ++place) {
      if (is_held_back(row, nutrients[place])) {
        check_held_back(person, pages, place);
      } else {
        all = false;
      }
    }
    if (all) {
      for (const auto& page : pages.tables) CHECK_FALSE(has(page, "short of"));
      for (const auto& page : pages.html) CHECK_FALSE(has(page, "short of"));
    }
    check_next_step(row, pages);
    REQUIRE(person.run({"profile", "clear", row.drawer + "=" + row.name}) == 0);
  }
}

}  // namespace

TEST_CASE("without a condition the same diary does tell to take more, so that this test can fail") {
  Person person;
  const json week = person.document({"week"});
  CHECK(week["next_step"]["code"] == "plan_trial");
  const std::string page = person.page({"week"});
  CHECK(has(page, "LOW"));
  CHECK(has(page, "short of"));
}

TEST_CASE("before an empty profile was asked once nothing is suggested") {
  Person person;
  REQUIRE(person.run({"profile", "clear", "health"}) == 0);
  const json week = person.document({"week"});
  CHECK(week["next_step"]["code"] == "say_health");
  CHECK(has(week["next_step"]["message"], "health=none"));
  CHECK_FALSE(has(person.page({"week"}), "try to reach"));
}

TEST_CASE("what lytes does not know holds all three back until somebody was asked about it") {
  Person person;
  REQUIRE(person.run({"profile", "set", "medicine=moonshine"}) == 0);
  const Pages pages = pages_of(person);
  for (std::size_t place = 0; place < nutrients.size(); ++place) check_held_back(person, pages, place);
  REQUIRE(person.run({"profile", "set", "reviewed=moonshine"}) == 0);
  CHECK(person.document({"week"})["next_step"]["code"] == "plan_trial");
  // It was asked about as it was.
  REQUIRE(person.run({"profile", "clear", "medicine=moonshine"}) == 0);
  REQUIRE(person.run({"profile", "set", "medicine=moonshine"}) == 0);
  CHECK(person.document({"week"})["next_step"]["code"] == "ask_your_team");
}

TEST_CASE("no condition of the table is pushed on any page, first part") { walk(rows_of("condition"), 0, 2); }
TEST_CASE("no condition of the table is pushed on any page, second part") { walk(rows_of("condition"), 1, 2); }
TEST_CASE("no medicine of the table is pushed on any page") { walk(rows_of("medicine"), 0, 1); }

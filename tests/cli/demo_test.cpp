// The diaries that the program shows of itself say what is true of them, and nothing else.
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <string>

#include "cli/computer.hpp"

using lytes::cli::testing::Computer;

namespace {

std::map<std::string, std::string> grades_of(const nlohmann::json& report) {
  std::map<std::string, std::string> grades;
  for (const auto& association : report["associations"]) grades[association["exposure"]] = association["grade"];
  return grades;
}

bool is_claim(const std::string& grade) { return grade == "moderate" || grade == "strong" || grade == "confirmed"; }

}  // namespace

TEST_CASE("the demo claims magnesium, which its spasms follow, and neither water nor potassium") {
  Computer computer;
  auto grades = grades_of(computer.json_of({"demo", "--json"})["week"]);
  CHECK(is_claim(grades["magnesium"]));
  CHECK_FALSE(is_claim(grades["water"]));
  CHECK_FALSE(is_claim(grades["potassium"]));
  CHECK_FALSE(std::filesystem::exists(computer.journal));
}

TEST_CASE("the demo's experiment ends by its evidence, confirmed, and no coin is drawn after its end") {
  Computer computer;
  const auto demo = computer.json_of({"demo", "--trial", "--json"});
  const auto& trial = demo["trial"];
  CHECK(trial["state"] == "confirmed");
  CHECK(trial["ratio"] < 1);
  CHECK(trial["e_values"].back() >= 100);
  CHECK(trial["coins"].back()["day"] < trial["ended"]);
  auto grades = grades_of(demo["week"]);
  CHECK(grades["magnesium"] == "confirmed");
  CHECK_FALSE(is_claim(grades["water"]));
  CHECK_FALSE(is_claim(grades["potassium"]));
}

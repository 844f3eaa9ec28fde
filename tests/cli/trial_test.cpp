// The coin of a day cannot be steered, and people are told the same whatever they try.
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/computer.hpp"

using namespace lytes;
using namespace lytes::cli::testing;
using std::chrono::days;
using std::chrono::hours;

namespace {

constexpr calendar::Day first_day{std::chrono::year{2026} / 11 / 22};

/// Somebody with half a year of diary, at four in the afternoon of the first day of an experiment.
struct Person : Computer {
  Person() {
    zone = "UTC";
    at(0, 16);
    std::ofstream csv(folder / "before.csv");
    csv << "date,status,mg_mg,spasms\n";
    for (int day = 180; day > 0; --day) {
      csv << calendar::iso(first_day - days{day}) << ",complete," << (day % 5 == 0 ? 400 : 200) << ',' << day % 3
          << "\n";
    }
    csv.close();
    REQUIRE(lytes({"import", "daily", (folder / "before.csv").string()}) == 0);
    REQUIRE(lytes({"profile", "set", "sex=f", "birth_year=1980", "health=none"}) == 0);
  }
  void at(int day, int hour) { now = calendar::Instant(first_day + days{day}) + hours{hour}; }
  void start() { REQUIRE(lytes({"trial", "start", "magnesium"}) == 0); }
  std::string coin() {
    const auto json = json_of({"trial", "today", "--json"})["trial"];
    return json["coin"].is_null() ? json["answer"].get<std::string>() : json["coin"].get<std::string>();
  }
};

}  // namespace

TEST_CASE_METHOD(Person, "asking twice, later, or of a copy of the journal gives the same coin") {
  start();
  std::filesystem::copy_file(journal, folder / "copy.db");
  const std::string side = coin();
  CHECK((side == "target" || side == "usual"));
  CHECK(coin() == side);
  at(0, 23);
  CHECK(coin() == side);
  CHECK(json_of({"--db", (folder / "copy.db").string(), "trial", "today", "--json"})["trial"]["coin"] == side);
}

TEST_CASE_METHOD(Person, "a draw that is undone leaves its day out, whatever is tried then") {
  start();
  coin();
  REQUIRE(lytes({"undo"}) == 0);
  CHECK(coin() == "left_out");
  CHECK(lytes({"drink", "100ml water"}) == 0);
  CHECK(lytes({"redo"}) != 0);
  CHECK(coin() == "left_out");
  at(1, 16);
  CHECK(coin() != "left_out");
  at(0, 17);
  CHECK(coin() == "left_out");
}

TEST_CASE_METHOD(Person, "beginning again gives the same coins, also with another hour and other bits") {
  start();
  const std::string side = coin();
  REQUIRE(lytes({"undo", "2"}) == 0);
  CHECK(lytes({"trial", "today"}) == 3);
  seed = "ffffffffffffffffffffffffffffffff";
  REQUIRE(lytes({"trial", "start", "magnesium", "--from", "12:00"}) == 0);
  CHECK(coin() == "left_out");
  at(1, 16);
  const std::string next = coin();
  REQUIRE(lytes({"undo", "2"}) == 0);
  REQUIRE(lytes({"trial", "start", "magnesium", "--days", "100"}) == 0);
  CHECK(coin() == "left_out");
  at(2, 16);
  const std::string third = coin();
  // The seed that was first kept, and no other, gives them.
  const auto coins = json_of({"trial", "show", "--json"})["trial"]["coins"];
  CHECK(coins.back()["coin"] == third);
  REQUIRE(lytes({"trial", "stop", "--yes"}) == 0);
  CHECK(json_of({"trial", "show", "--json"})["trial"]["seed"] == "000102030405060708090a0b0c0d0e0f");
}

TEST_CASE_METHOD(Person, "stopping and beginning anew the same day gives no second coin for it") {
  start();
  coin();
  REQUIRE(lytes({"trial", "stop"}) == 0);
  CHECK(lytes({"undo"}) == 0);  // the draw: the end itself is final
  CHECK(json_of({"trial", "show", "--json"})["trial"]["state"] == "stopped");
  seed = "ffffffffffffffffffffffffffffffff";
  REQUIRE(lytes({"trial", "start", "magnesium"}) == 0);
  CHECK(coin() == "left_out");
}

TEST_CASE_METHOD(Person, "no coin is drawn for a day that is over, nor with a clock that was put back") {
  start();
  at(3, 16);
  CHECK(lytes({"drink", "100ml water"}) == 0);
  at(1, 16);
  CHECK(coin() == "later_days");
}

TEST_CASE_METHOD(Person, "today's page tells that a coin waits, and draws none") {
  start();
  CHECK(json_of({"today", "--json"})["trial"]["answer"] == "to_draw");
  CHECK(json_of({"today", "--json"})["trial"]["coin"].is_null());
  const std::string side = coin();
  CHECK(json_of({"today", "--json"})["trial"]["coin"] == side);
}

TEST_CASE_METHOD(Person, "what safety now has against it ends an experiment for good") {
  start();
  REQUIRE(lytes({"profile", "set", "condition=kidney disease"}) == 0);
  CHECK(lytes({"trial", "today"}) == 3);
  CHECK(complained.find("has ended") != std::string::npos);
  REQUIRE(lytes({"profile", "clear", "condition=kidney disease"}) == 0);
  const auto trial = json_of({"trial", "show", "--json"})["trial"];
  CHECK(trial["state"] == "stopped");
  CHECK(trial["ended_by"] == "no_goal");
}

TEST_CASE_METHOD(Person, "before its end nothing of an experiment is shown but its evidence") {
  start();
  for (int day = 0; day < 5; ++day) {
    at(day, 16);
    coin();
    REQUIRE(lytes({"spasm", "calf", "4/10"}) == 0);
    REQUIRE(lytes({"day", "done"}) == 0);
  }
  const auto trial = json_of({"trial", "show", "--json"})["trial"];
  CHECK(trial["days_used"].get<int>() == static_cast<int>(trial["e_values"].size()));
  for (const char* hidden : {"target", "usual", "ratio", "ci95", "p_exact", "seed", "unknown_by_coin"}) {
    INFO(hidden);
    CHECK(trial[hidden].is_null());
  }
  REQUIRE(lytes({"trial", "show", "--csv"}) == 0);
  CHECK(said.find("seed=\n") != std::string::npos);
}

TEST_CASE_METHOD(Person, "at its end an experiment gives a verdict, and all that anybody needs to check it") {
  start();
  const int planned = json_of({"trial", "show", "--json"})["trial"]["planned_days"];
  for (int day = 0; day < planned; ++day) {
    at(day, 16);
    coin();
    if (day % 2 == 0) REQUIRE(lytes({"spasm", "calf", "4/10"}) == 0);
    REQUIRE(lytes({"day", "done"}) == 0);
  }
  at(planned, 9);
  const auto trial = json_of({"trial", "show", "--json"})["trial"];
  CHECK(trial["state"] == "no_difference_shown");
  CHECK(trial["seed"] == "000102030405060708090a0b0c0d0e0f");
  CHECK(trial["days_used"] == planned - 1);
  CHECK(trial["p_exact"] > 0.04);
  REQUIRE(lytes({"trial", "show", "--html", (folder / "page.html").string()}) == 0);
  CHECK(said.find("No difference shown") != std::string::npos);
  CHECK(std::filesystem::file_size(folder / "page.html") > 1000);
  CHECK(lytes({"trial", "stop"}) == 3);
  CHECK(coin() == "over");
  REQUIRE(lytes({"report", "--for-doctor"}) == 0);
  CHECK(said.find("Randomised single-person experiment") != std::string::npos);
}

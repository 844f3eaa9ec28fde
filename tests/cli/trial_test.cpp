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
  int today = 0;  ///< spasms
  int tomorrow = 0;
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
  CHECK(lytes({"undo"}) == 3);  // the draw belongs to what is over
  CHECK(complained.find("belongs to an experiment that is over") != std::string::npos);
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

TEST_CASE_METHOD(Person, "on the day on which an experiment was stopped its coin says nothing any more") {
  start();
  coin();
  REQUIRE(lytes({"trial", "stop"}) == 0);
  CHECK(coin() == "over");
  CHECK(json_of({"today", "--json"})["trial"]["answer"] == "over");
}

TEST_CASE_METHOD(Person, "an end by its evidence stands, also when entries of its days are taken out afterwards") {
  start();
  int day = 0;
  for (bool over = false; !over; ++day) {
    REQUIRE(day < 150);
    at(day, 16);
    const std::string side = coin();
    over = side == "over";
    tomorrow = side == "usual" ? 6 : 0;
    at(day, 20);
    for (int spasm = 0; spasm < today; ++spasm) REQUIRE(lytes({"spasm", "calf", "4/10"}) == 0);
    REQUIRE(lytes({"day", "done"}) == 0);
    today = tomorrow;
  }
  REQUIRE(lytes({"trial", "today"}) == 0);
  CHECK(said.find("Confirmed") != std::string::npos);
  const auto before = json_of({"trial", "show", "--json"})["trial"];
  CHECK(before["state"] == "confirmed");
  CHECK(before["ended_by"] == "evidence");
  const auto spasms = json_of({"list", "400d", "--kind", "spasm", "--json"})["entries"];
  for (const auto& entry : spasms) REQUIRE(lytes({"delete", std::to_string(entry["id"].get<int>())}) == 0);
  const auto after = json_of({"trial", "show", "--json"})["trial"];
  CHECK(after["state"] == "stopped");
  CHECK(after["ended"] == before["ended"]);
  CHECK(coin() == "over");
}

TEST_CASE_METHOD(Person, "while nothing of the day is logged the coin does not say how much is missing") {
  start();
  REQUIRE(lytes({"trial", "today"}) == 0);
  const bool heads = said.find("Heads") != std::string::npos;
  CHECK((said.find("Nothing is logged yet today") != std::string::npos) == heads);
  CHECK(said.find("You have 0") == std::string::npos);
}

TEST_CASE_METHOD(Person, "a fever that a doctor has not seen leaves out the days after it too") {
  start();
  REQUIRE(lytes({"log", "fever"}) == 0);
  CHECK(coin() == "barred");
  at(1, 16);
  CHECK(coin() == "barred");
  REQUIRE(lytes({"seen", "fever"}) == 0);
  CHECK(coin() != "barred");
}

TEST_CASE_METHOD(Person, "a coin that was drawn asks nothing any more once the day has a fever") {
  start();
  for (int day = 0; coin() != "target"; ++day) at(day + 1, 16);
  REQUIRE(lytes({"log", "fever"}) == 0);
  CHECK(coin() == "target");  // drawn is drawn
  REQUIRE(lytes({"trial", "today"}) == 0);
  CHECK(said.find("asks nothing any more because of fever") != std::string::npos);
  REQUIRE(lytes({"today"}) == 0);
  CHECK(said.find("Coin of today: heads") == std::string::npos);
}

TEST_CASE_METHOD(Person, "what safety now has against an experiment is seen by every page that speaks of it") {
  start();
  coin();
  REQUIRE(lytes({"profile", "set", "condition=kidney disease"}) == 0);
  REQUIRE(lytes({"today"}) == 0);
  CHECK(said.find("Coin of today") == std::string::npos);
  REQUIRE(lytes({"trial"}) == 0);
  CHECK(said.find("because of what the profile holds now") != std::string::npos);
  CHECK(coin() == "over");
}

TEST_CASE_METHOD(Person, "while an experiment runs the week's page keeps the diary's figures about it out of sight") {
  start();
  REQUIRE(lytes({"week"}) == 0);
  CAPTURE(said);
  CHECK(said.find("Magnesium: being tried") != std::string::npos);
  CHECK(said.find("short of magnesium") == std::string::npos);
  CHECK_FALSE(json_of({"week", "--json"})["associations"][1]["withheld"]);
  REQUIRE(lytes({"trial", "stop"}) == 0);
  REQUIRE(lytes({"week"}) == 0);
  CHECK(said.find("being tried") == std::string::npos);
}

TEST_CASE_METHOD(Person, "`trial` by itself tells how the experiment stands") {
  CHECK(lytes({"trial"}) == 3);
  start();
  REQUIRE(lytes({"trial"}) == 0);
  CHECK(said.find("Day 1 of") != std::string::npos);
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

#include <catch2/catch.hpp>
#include <fstream>

#include "computer.hpp"

using namespace lytes;
using namespace std::chrono_literals;

namespace {

struct ComputerWithDiary : cli::testing::Computer {
  std::filesystem::path diary = folder / "diary.csv";
  ComputerWithDiary() { std::ofstream(diary) << "date,status,mg_mg\n2026-11-20,complete,300\n2026-11-21,,310\n"; }
};

}  // namespace

TEST_CASE_METHOD(ComputerWithDiary, "trying out an import leaves nothing behind") {
  const auto dry = json_of({"import", "daily", diary, "--dry-run", "--json"})["import"];
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
  const auto wet = json_of({"import", "daily", diary, "--json"})["import"];
  CHECK(dry["added"] == wet["added"]);
  CHECK(dry["days_said"] == wet["days_said"]);
  CHECK(wet["days_said"] == 1);
}

TEST_CASE_METHOD(ComputerWithDiary, "trying out an import makes no backup of the day") {
  REQUIRE(lytes({"import", "daily", diary}) == 0);
  std::filesystem::remove_all(folder / "backups");
  const auto dry = json_of({"import", "daily", diary, "--dry-run", "--json"})["import"];
  CHECK(dry["there_already"] == 2);
  CHECK(dry["days_said"] == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "backups"));
}

TEST_CASE_METHOD(ComputerWithDiary, "today's row imported in the morning is not of the future") {
  now -= 2h;
  std::ofstream(diary) << "date,mg_mg\n2026-11-22,300\n";
  REQUIRE(lytes({"import", "daily", diary}) == 0);
  CHECK(lytes({"doctor"}) == 0);
  CHECK(said.find("entries lie in the future") == std::string::npos);
}

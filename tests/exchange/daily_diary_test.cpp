#include "lytes/exchange/daily_diary.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"

using namespace lytes;
using exchange::read_daily_diary;
using journal::DayStatus;
using journal::Kind;
using journal::Stream;

namespace {

/// 20:00 UTC on 2026-11-22, days beginning at 04:00.
calendar::Reckoning evening() {
  calendar::Reckoning reckoning;
  reckoning.now = calendar::Day{std::chrono::year{2026} / 11 / 22} + std::chrono::hours{20};
  return reckoning;
}

exchange::Incoming read(const std::string& text) { return read_daily_diary(text, "diary.csv", evening()); }

InputError error_of(const std::string& text) {
  try {
    read(text);
  } catch (const InputError& error) {
    return error;
  }
  FAIL("taken without complaint: " << text);
  return InputError("");
}

}  // namespace

TEST_CASE("a row becomes a total, a rating, factors and as many spasms as it says") {
  const auto incoming = read(
      "date,status,fluid_ml,mg_mg,k_mg,stress,sleep_h,caffeine_mg,alcohol_units,exertion,sitting_h,spasms\n"
      "2026-11-20,complete,2100,310,2900,4,7.5,180,1.5,3,8,2\n");
  REQUIRE(incoming.entries.size() == 8);
  const auto& total = incoming.entries[0];
  CHECK(total.kind == Kind::Total);
  CHECK(total.import_key == "daily:2026-11-20");
  CHECK(calendar::short_time(total.when) == "12:00");
  const auto& nutrients = std::get<journal::Intake>(total.what).nutrients;
  CHECK(nutrients[quantity::Nutrient::Water] == 2100);
  CHECK(nutrients[quantity::Nutrient::Caffeine] == 180);
  CHECK_FALSE(nutrients[quantity::Nutrient::Sodium]);
  CHECK(std::get<journal::Stress>(incoming.entries[1].what).rating == 4);
  CHECK(std::get<journal::Factor>(incoming.entries[2].what) == journal::Factor{"sleep", 7.5, "h"});
  CHECK(std::get<journal::Factor>(incoming.entries[4].what) == journal::Factor{"exertion", 3.0, std::nullopt});
  CHECK(std::get<journal::Factor>(incoming.entries[5].what) == journal::Factor{"alcohol", 1.5, "units"});
  CHECK(incoming.entries[6].import_key == "daily:2026-11-20:spasm:1");
  CHECK(incoming.entries[7].import_key == "daily:2026-11-20:spasm:2");
  CHECK(incoming.said ==
        std::vector<journal::DaySaid>{{incoming.entries[0].when.day, Stream::Intake, DayStatus::Complete},
                                      {incoming.entries[0].when.day, Stream::Spasms, DayStatus::Complete}});
}

TEST_CASE("a blank is unknown and a zero is a zero") {
  const auto incoming = read("date,status,mg_mg,spasms,stress\n2026-11-19,none,,,\n2026-11-20,partial,0,0,0\n");
  REQUIRE(incoming.entries.size() == 2);
  CHECK(std::get<journal::Intake>(incoming.entries[0].what).nutrients[quantity::Nutrient::Magnesium] == 0);
  CHECK_FALSE(std::get<journal::Intake>(incoming.entries[0].what).nutrients[quantity::Nutrient::Water]);
  REQUIRE(incoming.said.size() == 3);
  CHECK(incoming.said[0].status == DayStatus::None);
  CHECK(incoming.said[2].stream == Stream::Spasms);
}

TEST_CASE("columns stand in any order, and others are left alone") {
  const auto incoming = read("mood,spasms,date\r\ngood,1,2026-11-20\r\n");
  REQUIRE(incoming.entries.size() == 1);
  CHECK(incoming.entries[0].kind == Kind::Spasm);
}

TEST_CASE("intake of which the file does not say whether it is all is counted") {
  CHECK(read("date,mg_mg\n2026-11-19,300\n2026-11-20,\n").days_left_open == 1);
}

TEST_CASE("what stands at noon belongs to its day however late days begin") {
  auto reckoning = evening();
  reckoning.day_start = std::chrono::hours{15};
  const auto incoming = read_daily_diary("date,spasms\n2026-11-20,1\n", "diary.csv", reckoning);
  CHECK(calendar::iso(incoming.entries[0].when.day) == "2026-11-20");
  CHECK(calendar::short_time(incoming.entries[0].when) == "15:00");
}

TEST_CASE("what cannot be taken is told with file, line and column") {
  const auto says = [](const std::string& text, const std::string& beginning) {
    const std::string message = error_of(text).what();
    INFO(message);
    CHECK(message.rfind(beginning, 0) == 0);
  };
  says("date,mg_mg\n2026-11-19,300\n2026-11-20,3oo\n", "diary.csv, line 3, column mg_mg: not a number");
  says("date,mg_mg\n2026-11-20,-1\n", "diary.csv, line 2, column mg_mg: out of range");
  says("date,stress\n2026-11-20,11\n", "diary.csv, line 2, column stress: out of range");
  says("date,spasms\n2026-11-20,1.5\n", "diary.csv, line 2, column spasms: not a whole number");
  says("date,spasms\n20.11.2026,1\n", "diary.csv, line 2, column date: not a date");
  says("date,spasms\n2026-11-23,1\n", "diary.csv, line 2, column date: this day has not come yet");
  says("date,spasms\n1969-12-31,1\n", "diary.csv, line 2, column date: lytes keeps days from 1970 to 2037");
  says("date,spasms\n2026-11-20,1\n2026-11-20,1\n", "diary.csv, line 3, column date: line 2 is about the same day");
  says("date,status\n2026-11-20,done\n", "diary.csv, line 2, column status: not a status");
  says("date,calories\n2026-11-20,1\n", "diary.csv, line 2, column date: this is not a daily diary");
  says("date,spasms\n,1\n", "diary.csv, line 2, column date: must not be blank");
}

TEST_CASE("what is imported before noon of its day does not lie in the future") {
  calendar::Reckoning morning = evening();
  morning.now -= std::chrono::hours{11};
  const auto today = read_daily_diary("date,mg_mg\n2026-11-22,300\n", "diary.csv", morning);
  CHECK(today.entries[0].when.at == morning.now);
  CHECK(calendar::iso(today.entries[0].when.day) == "2026-11-22");
  morning.now -= std::chrono::hours{8};  // 01:00, before the day begins
  const auto night = read_daily_diary("date,mg_mg\n2026-11-22,300\n", "diary.csv", morning);
  CHECK(night.entries[0].when.at == morning.now);
  CHECK(calendar::iso(night.entries[0].when.day) == "2026-11-22");
}

TEST_CASE("a diary from a spreadsheet that writes decimal commas is read as it stands") {
  const auto incoming = read("date;fluid_ml;mg_mg;sleep_h\r\n2026-11-20;2100,5;;7,5\r\n");
  REQUIRE(incoming.entries.size() == 2);
  CHECK(std::get<journal::Intake>(incoming.entries[0].what).nutrients[quantity::Nutrient::Water] == 2100.5);
  CHECK(std::get<journal::Factor>(incoming.entries[1].what).value == 7.5);
}

#include "lytes/exchange/daily_diary.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"

using namespace lytes;
using exchange::read_daily_diary;
using journal::DayStatus;
using journal::EntryKind;
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
  CHECK(total.kind == EntryKind::Total);
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
  CHECK(incoming.entries[0].kind == EntryKind::Spasm);
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
  says("date,spasms\n1899-12-31,1\n", "diary.csv, line 2, column date: lytes keeps days from 1900 to 2199");
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

TEST_CASE("a figure whose mark could part thousands or decimals is refused with both readings") {
  const auto refused = [](const std::string& text, const std::string& readings) {
    const auto error = error_of(text);
    INFO(text << error.what());
    CHECK(std::string(error.what()).ends_with(": this could be " + readings));
    CHECK(error.valid == readings + ", without a mark before three digits");
  };
  refused("date,fluid_ml\n2026-11-01,\"1.500\"\n", "1500 or 1.5");
  refused("date,fluid_ml\n2026-11-01,\"1,500\"\n", "1500 or 1.5");
  refused("date;fluid_ml\n2026-11-01;1.500\n", "1500 or 1.5");
  refused("date;fluid_ml\n2026-11-01;1,500\n", "1500 or 1.5");
  refused("date;k_mg\n2026-11-01;2.617\n", "2617 or 2.617");
  refused("date,mg_mg\n2026-11-01,12.500\n", "12500 or 12.5");
}

TEST_CASE("a figure that can be read in one way only is taken") {
  const auto sleep = [](const std::string& text) {
    return std::get<journal::Factor>(read(text).entries[0].what).value;
  };
  // Nobody sleeps 7333 hours, and no thousand begins with a zero.
  CHECK(sleep("date,sleep_h\n2026-11-01,7.333\n") == 7.333);
  CHECK(sleep("date;sleep_h\n2026-11-01;7,333\n") == 7.333);
  CHECK(sleep("date,sleep_h\n2026-11-01,0.250\n") == 0.25);
  const auto water = [](const std::string& text) {
    return std::get<journal::Intake>(read(text).entries[0].what).nutrients[quantity::Nutrient::Water];
  };
  CHECK(water("date,fluid_ml\n2026-11-01,1500.125\n") == 1500.125);
  CHECK(water("date,fluid_ml\n2026-11-01,2300.0\n") == 2300);
  CHECK(water("date,fluid_ml\n2026-11-01,1.5E+03\n") == 1500);
}

TEST_CASE("litres under ml and grams under mg are refused with what they would be") {
  const auto error = error_of("date,fluid_ml\n2026-11-01,2500\n2026-11-02,2.5\n");
  CHECK(std::string(error.what()) == "diary.csv, line 3, column fluid_ml: 2.5 ml in a day can hardly be meant");
  CHECK(error.input == "2.5");
  CHECK(error.valid == "millilitres, such as 2500 for 2.5 l; or nothing if it is not known");
  CHECK(error_of("date,k_mg\n2026-11-01,3.4\n").valid ==
        "milligrams, such as 3400 for 3.4 g; or nothing if it is not known");
  CHECK_THROWS_AS(read("date,mg_mg\n2026-11-01,0.31\n"), InputError);
  CHECK_THROWS_AS(read("date,caffeine_mg\n2026-11-01,0.2\n"), InputError);
  CHECK(read("date,fluid_ml,mg_mg,k_mg,caffeine_mg\n2026-11-01,30,1,10,1\n2026-11-02,0,0,0,0\n").entries.size() == 2);
}

TEST_CASE("what no day can hold is refused") {
  for (const char* figure : {"1e300", "-1", "-0.5", "30001", "99999999"}) {
    CAPTURE(figure);
    const auto error = error_of(std::string("date,fluid_ml\n2026-11-01,") + figure + "\n");
    CHECK(std::string(error.what()) == "diary.csv, line 2, column fluid_ml: out of range");
    CHECK(error.input == figure);
    CHECK(error.valid == "a number from 0 to 30000, or nothing if it is not known");
  }
  for (const char* row : {"mg_mg\n2026-11-01,350000", "k_mg\n2026-11-01,2600000", "caffeine_mg\n2026-11-01,200000",
                          "alcohol_units\n2026-11-01,150", "sleep_h\n2026-11-01,450", "exertion\n2026-11-01,30",
                          "stress\n2026-11-01,60", "spasms\n2026-11-01,1e6"}) {
    CAPTURE(row);
    CHECK_THROWS_AS(read(std::string("date,") + row + "\n"), InputError);
  }
  for (const char* figure : {"\u22125", "1'500", "1 500", "1500 ml", "7:30", "#N/A", "1e999", "-"}) {
    CAPTURE(figure);
    CHECK(std::string(error_of(std::string("date,fluid_ml\n2026-11-01,") + figure + "\n").what()) ==
          "diary.csv, line 2, column fluid_ml: not a number");
  }
}

TEST_CASE("twenty litres and a night without sleep are days that people have") {
  CHECK(read("date,fluid_ml\n2026-11-01,20000\n").entries.size() == 1);
  CHECK(std::get<journal::Factor>(read("date,sleep_h\n2026-11-01,0\n").entries[0].what).value == 0);
}

TEST_CASE("a decimal comma that parts a field in two is no figure and half of another") {
  const auto error = error_of("date,sleep_h,stress\n2026-11-14,7,5,4\n");
  CHECK(std::string(error.what()) == "diary.csv, line 2: a field that the header has no name for");
  CHECK(read("date,sleep_h,,\n2026-11-14,7,,\n").entries.size() == 1);
}

TEST_CASE("capitals in names and statuses are nobody's business") {
  const auto incoming = read("Date,Status,Fluid_ml,Mood\n2026-11-14,Complete,1500,good\n");
  CHECK(incoming.entries.size() == 1);
  CHECK(incoming.said.size() == 1);
  CHECK(incoming.columns_not_read == std::vector<std::string>{"Mood"});
}

TEST_CASE("what is no diary is refused with the header that it has") {
  CHECK(error_of("Datum,Wasser\n2026-11-14,1500\n").input == "Datum, Wasser");
}

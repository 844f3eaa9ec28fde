#include "stats/reference_data.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>

namespace reference {
namespace {

const std::string folder = std::string(LYTES_SOURCE_DIR) + "/tests/reference/";

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::stringstream rest(line);
  for (std::string cell; std::getline(rest, cell, ',');) cells.push_back(cell);
  if (!line.empty() && line.back() == ',') cells.emplace_back();
  return cells;
}

std::vector<std::string> text_column(const std::string& file, const std::string& name) {
  std::ifstream stream(folder + "data/" + file);
  std::string line;
  REQUIRE(std::getline(stream, line));
  const std::vector<std::string> header = cells_of(line);
  std::size_t place = 0;
  while (place < header.size() && header[place] != name) ++place;
  REQUIRE(place < header.size());
  std::vector<std::string> column;
  while (std::getline(stream, line)) column.push_back(cells_of(line).at(place));
  return column;
}

}  // namespace

const nlohmann::json& results() {
  static const nlohmann::json parsed = nlohmann::json::parse(std::ifstream(folder + "results.json"));
  return parsed;
}

double number(const nlohmann::json& value) {
  return value.is_null() ? std::numeric_limits<double>::infinity() : value.get<double>();
}

std::vector<double> numbers(const nlohmann::json& value) {
  if (!value.is_array()) return {number(value)};
  std::vector<double> all;
  for (const auto& one : value) all.push_back(number(one));
  return all;
}

lytes::stats::SeriesData column(const std::string& file, const std::string& name) {
  lytes::stats::SeriesData series;
  for (const std::string& cell : text_column(file, name)) {
    const bool known = !cell.empty() && cell != "NA";
    series.known.push_back(known ? 1 : 0);
    series.values.push_back(known ? std::stod(cell) : 0.0);
  }
  return series;
}

Diary diary(const std::string& name) {
  const std::string file = name + ".csv";
  Diary diary{column(file, "spasms"), column(file, "stress"), 0, file};
  const std::vector<std::string> status = text_column(file, "status");
  for (std::size_t day = 0; day < status.size(); ++day) {
    if (status[day] == "none") diary.spasms.known[day] = 0;
  }
  diary.first_weekday = static_cast<int>(column(file, "dow").values.front()) - 1;
  return diary;
}

lytes::stats::SeriesData Diary::intake(const std::string& name) const {
  lytes::stats::SeriesData series = column(file, name);
  const std::vector<std::string> status = text_column(file, "status");
  for (std::size_t day = 0; day < status.size(); ++day) {
    if (status[day] != "complete") series.known[day] = 0;
  }
  return series;
}

lytes::stats::SeriesData Diary::deficiency(const std::string& name) const {
  static const std::map<std::string, double> targets = {{"fluid_ml", 2000.0}, {"mg_mg", 350.0}, {"k_mg", 3500.0}};
  lytes::stats::SeriesData series = intake(name);
  for (double& value : series.values) value = value < targets.at(name) ? 1.0 : 0.0;
  return series;
}

}  // namespace reference

TEST_CASE("the reference diaries hold what their makers say") {
  const auto large = reference::diary("P06_diary365");
  CHECK(large.spasms.values.size() == 365);
  double events = 0.0;
  for (std::size_t day = 0; day < 365; ++day) events += large.spasms.known[day] ? large.spasms.values[day] : 0.0;
  CHECK(events == 97.0);
  double complete = 0.0;
  for (const auto known : large.intake("mg_mg").known) complete += known;
  CHECK(complete == 283.0);
}

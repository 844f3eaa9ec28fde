#pragma once

#include <chrono>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "lytes/stats/joint_model.hpp"

/// What tests/reference/joint.R printed, and the diaries it read.
namespace reference {

inline const std::vector<std::string> joint_diaries = {"P09_stress_in_part365", "P10_stress_null730",
                                                       "P11_near_daily180",     "P12_taken_after_spasms240",
                                                       "P13_no_contrast300",    "P14_over_a_week400"};
inline const std::vector<std::string> joint_exposures = {"water", "magnesium", "potassium"};
inline const std::vector<std::string> joint_factors = {"stress",    "sleep_h",     "exertion",
                                                       "sitting_h", "caffeine_mg", "alcohol_units"};

inline const nlohmann::json& joint_results() {
  static const nlohmann::json parsed =
      nlohmann::json::parse(std::ifstream(std::string(LYTES_SOURCE_DIR) + "/tests/reference/joint.json"));
  return parsed;
}

/// A diary by day: a figure that is not there is unknown, and what only a whole day tells is unknown on others.
class JointDiary {
 public:
  explicit JointDiary(const std::string& name) {
    std::ifstream file(std::string(LYTES_SOURCE_DIR) + "/tests/reference/data/" + name + ".csv");
    std::string line;
    std::getline(file, line);
    const auto header = cells(line);
    while (std::getline(file, line)) {
      const auto day = cells(line);
      for (std::size_t place = 0; place < header.size(); ++place) text_[header[place]].push_back(day.at(place));
    }
    counts_ = column("spasms");
    const std::vector<std::pair<std::string, double>> targets = {{"fluid_ml", 2000}, {"mg_mg", 350}, {"k_mg", 3500}};
    for (const auto& [intake, target] : targets) {
      exposures_.push_back(on_whole_days(column(intake)));
      for (double& value : exposures_.back().values) value = value < target ? 1 : 0;
    }
    for (const std::string& factor : joint_factors) {
      const bool by_total = factor == "caffeine_mg" || factor == "alcohol_units";
      factors_.push_back(by_total ? on_whole_days(column(factor)) : column(factor));
    }
  }

  /// Views of this.
  lytes::stats::JointData data() const {
    return {first_weekday(), counts_, {exposures_.begin(), exposures_.end()}, {factors_.begin(), factors_.end()}};
  }

 private:
  static std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> found;
    std::stringstream rest(line);
    for (std::string cell; std::getline(rest, cell, ',');) found.push_back(cell);
    if (!line.empty() && line.back() == ',') found.emplace_back();
    return found;
  }

  lytes::stats::SeriesData column(const std::string& name) const {
    lytes::stats::SeriesData series;
    for (const std::string& cell : text_.at(name)) {
      series.known.push_back(cell.empty() ? 0 : 1);
      series.values.push_back(cell.empty() ? 0.0 : std::stod(cell));
    }
    return series;
  }

  lytes::stats::SeriesData on_whole_days(lytes::stats::SeriesData series) const {
    const auto& status = text_.at("status");
    for (std::size_t day = 0; day < status.size(); ++day) {
      if (status[day] != "complete") series.known[day] = 0;
    }
    return series;
  }

  int first_weekday() const {
    const std::string& date = text_.at("date").front();
    const auto number = [&](std::size_t from, std::size_t length) { return std::stoi(date.substr(from, length)); };
    const std::chrono::year_month_day day{std::chrono::year{number(0, 4)},
                                          std::chrono::month{static_cast<unsigned>(number(5, 2))},
                                          std::chrono::day{static_cast<unsigned>(number(8, 2))}};
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding()) - 1;
  }

  std::map<std::string, std::vector<std::string>> text_;
  lytes::stats::SeriesData counts_;
  std::vector<lytes::stats::SeriesData> exposures_;
  std::vector<lytes::stats::SeriesData> factors_;
};

}  // namespace reference

#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "lytes/stats/series.hpp"

/// What tests/reference/reference.R printed, and the diaries it read.
namespace reference {

const nlohmann::json& results();

/// A number, or infinity where R printed null.
double number(const nlohmann::json& value);
/// A list of numbers; R prints a list of one as the number alone.
std::vector<double> numbers(const nlohmann::json& value);

/// A column of tests/reference/data/<file>; an empty cell or NA is unknown.
lytes::stats::SeriesData column(const std::string& file, const std::string& name);

/// A diary whose streams follow the rule: intake is known on complete days, spasms unless the day has no log.
struct Diary {
  lytes::stats::SeriesData spasms;
  lytes::stats::SeriesData stress;
  int first_weekday;
  std::string file;

  lytes::stats::SeriesData intake(const std::string& name) const;
  /// 1 below target, 0 at or above it. fluid_ml 2000, mg_mg 350, k_mg 3500.
  lytes::stats::SeriesData deficiency(const std::string& name) const;
};

/// "P06_diary365" or "P07_diary60".
Diary diary(const std::string& name);

inline const std::vector<std::string> diaries = {"P06_diary365", "P07_diary60"};
inline const std::vector<std::string> exposures = {"fluid_ml", "mg_mg", "k_mg"};

}  // namespace reference

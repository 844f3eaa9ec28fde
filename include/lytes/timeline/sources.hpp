#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::journal {
class Store;
}

namespace lytes::timeline {

/// A food or drink as a source of one nutrient, over some days.
struct Source {
  std::string name;  ///< as logged
  double sum = 0;    ///< ml or mg
  int times = 0;
  double alcohol = 0;       ///< g, as far as known
  double sodium = 0;        ///< mg, as far as known
  std::string amount = {};  ///< as it was logged the last time it had a figure
  double last = 0;          ///< what was in that

  double each() const { return sum / times; }
};

/// What held most of it in this person's own food and drink, the most first; supplements are no food.
std::vector<Source> best_sources(journal::Store& journal, calendar::DayRange days, quantity::Nutrient nutrient,
                                 std::size_t most);

}  // namespace lytes::timeline

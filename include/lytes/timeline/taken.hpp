#pragma once

#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::timeline {

/// Everything of one name that was logged as a supplement or medicine.
struct TakenProduct {
  std::string name;       ///< "Magnesium citrate", "ibuprofen"
  std::string amount;     ///< that was logged most often, the latest of several: "200 mg"
  int other_amounts = 0;  ///< how many others there were
  int times = 0;          ///< entries
  int days = 0;           ///< on which it was taken
  calendar::Day first{};
  calendar::Day last{};
  bool is_medicine = false;  ///< then it holds nothing that is counted
  quantity::Nutrients sum;   ///< over all of it; unknown where one of them is unknown
};

/// By how often, the most frequent first.
/// @param entries by time; those that are neither supplement nor medicine are passed over
std::vector<TakenProduct> taken_products(std::span<const journal::Entry> entries);

}  // namespace lytes::timeline

#pragma once

#include "lytes/quantity/nutrients.hpp"

namespace lytes::report {

/// What a page may hold a nutrient against, for a person who must not be told to take more of it.
enum class Hold {
  Free,      ///< a target to reach
  NoTarget,  ///< the reference intake is no goal for this person: a figure stands alone
  Limit      ///< a clinician's own number: not to be passed, and nothing is said below it
};

struct Restraint {
  Hold water = Hold::Free;
  Hold magnesium = Hold::Free;
  Hold potassium = Hold::Free;

  Hold on(quantity::Nutrient nutrient) const {
    switch (nutrient) {
      case quantity::Nutrient::Water:
        return water;
      case quantity::Nutrient::Magnesium:
        return magnesium;
      case quantity::Nutrient::Potassium:
        return potassium;
      default:
        return Hold::Free;
    }
  }
  bool free(quantity::Nutrient nutrient) const { return on(nutrient) == Hold::Free; }
  bool any(Hold hold) const { return water == hold || magnesium == hold || potassium == hold; }
};

}  // namespace lytes::report

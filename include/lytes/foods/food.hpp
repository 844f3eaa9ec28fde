#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/quantity/nutrients.hpp"

namespace lytes::foods {

enum class FoodKind { Drink, Food, Supplement };

/// "drink", "food", "supplement": as in the journal and in JSON.
std::string_view word_for(FoodKind kind);

/// A household measure of one food: one "medium (7 to 7-7/8 inches long)" weighs 118 g.
struct Portion {
  std::string name;
  double grams;  ///< weight of one
};

/// What the figures of a food are given for.
struct Basis {
  double amount;
  std::string unit;  ///< "g", "ml", or the user's own word, such as "tablet"
};

/// A food, drink or supplement with its figures.
struct Food {
  std::string ref;   ///< "usda:09040", "own:3", "fdc:2345", "supplement:magnesium citrate"; stays the same for good
  std::string name;  ///< as its source has it
  FoodKind kind;
  Basis basis;
  quantity::Nutrients per_basis;  ///< unknown where the source has no figure
  std::vector<Portion> portions;
  std::optional<Portion> usual;             ///< what is meant when nobody says how much
  std::optional<double> each_grams;         ///< weight of one piece, where the usual portion is several: one almond
  std::vector<std::string> everyday_words;  ///< keys of its everyday names, by which glasses and cans of it are known
  std::string barcode = {};                 ///< as read_barcode gives it; empty where none is known
};

}  // namespace lytes::foods

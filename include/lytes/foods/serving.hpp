#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/foods/food.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/remark.hpp"

namespace lytes::foods {

class Catalogue;

/// A food in the amount that was eaten, drunk or taken.
struct Serving {
  std::string ref;
  std::string description;
  FoodKind kind;
  std::string amount;           ///< as echoed: "2 cups", "1 medium"
  std::optional<double> grams;  ///< unknown for a product that is counted by the piece or by volume
  quantity::Nutrients nutrients;
  std::vector<Remark> remarks;  ///< how it was understood: "counted_as_water", "assumed_amount", "unusual_amount"
  bool is_medicine = false;     ///< then it is called so, was taken in that amount, and counts for nothing
  std::string said = {};        ///< the words it was read from: "2 eggs"; empty where no line says them
};

/// How much of a food was meant, as the line said it.
struct Helping {
  quantity::Amount amount;
  std::vector<std::string>
      unit;  ///< singular words such as {"large", "slice"}, empty when a Measure or nothing was said
  std::string unit_as_typed;
};

/// Whether the food comes in this unit, or the unit is a container that holds anything.
bool comes_in(const Food& food, const std::vector<std::string>& unit, const Catalogue& catalogue);

/// Whether people have it one by one, so that one is its usual portion: eggs and bananas, but not almonds or beans.
bool comes_one_by_one(const Food& food);

/// The portion that is a whole one where the usual portion is a part: "pizza" of a pizza, "melon" of a watermelon.
/// @param name singular words
std::optional<std::vector<std::string>> whole_one(const Food& food, const std::vector<std::string>& name);

/// Whether an amount before the name of a dish is that of the food named first: "30g oats with milk" are 30 g of oats
/// and "2 eggs on toast" two eggs, while "2 bread with cheese" are two slices of it, and a cup of tea with milk one.
/// @param said a bare number or a Measure
bool measures_first(const quantity::Amount& said, const Food& dish, const Food& first);

/// Works out weight and figures.
///
/// A volume is turned into weight by the food's own portions in cups, spoons or fluid ounces; where it has none, by
/// water's density, with the remark "counted_as_water". No amount at all means the food's usual portion.
/// @throws InputError listing the units that would do, when the food has no weight for the one that was said
Serving measure_out(const Food& food, const Helping& helping, const Catalogue& catalogue,
                    quantity::MeasureSystem system);

/// A dish with one of its parts exchanged for another food, or left out. What is unknown of either is unknown of it.
/// @param share of the part in the dish's weight
/// @param instead null: the part is left out, and the serving weighs less
void exchange_part(Serving& dish, const Food& part, double share, const Food* instead);

}  // namespace lytes::foods

#pragma once

#include <string>
#include <string_view>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/serving.hpp"

namespace lytes::foods {

/// What turns an amount of substance of an element into a weight.
/// Atomic weights: IUPAC, abridged to five digits, 2021.
struct Element {
  std::string_view name;
  double mg_per_mmol;
  double valence;  ///< mEq in a mmol
};

/// @param name "magnesium", "potassium", "sodium" or "calcium"
Element element_called(std::string_view name);

// Pure compounds: each holds its element and no other nutrient. A dose that none reaches is remarked on.

/// An element by its own weight.
/// @param description as it is echoed
Serving as_element(const Supplement& element, std::string description, double mg);

/// A salt by the weight of the salt.
Serving as_salt(const Supplement& salt, double salt_mg);

/// A salt by the weight of the element in it, as labels put it.
Serving as_elemental(const Supplement& salt, double element_mg);

/// A weight as a label would print it; below ten milligrams with decimals.
std::string mg_text(double mg);

}  // namespace lytes::foods

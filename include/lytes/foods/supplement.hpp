#pragma once

#include <string>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/serving.hpp"

namespace lytes::foods {

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

#pragma once

#include <string>

#include "lytes/foods/serving.hpp"

namespace lytes::foods {

/// What was logged, in another amount.
///
/// The figures it was logged with are scaled: by the amounts where both are of one kind ("2 cups" to "300 ml", "1
/// slice" to "3 slices"), else by the weights. So a later correction of the food does not reach back. Only where
/// neither can be compared are the food's present figures taken, with the remark "figures_anew". A bare number keeps
/// the unit.
/// @param food what it was logged from, as it is known now; null when it is no longer there
/// @throws InputError with the place in `text`
Serving rescale(const Serving& logged, const std::string& text, const Food* food, const Catalogue& catalogue,
                quantity::MeasureSystem system);

/// A share of a serving, from 0 to 1, its amount and figures with it: half of "1 bowl" is "0.5 bowl".
Serving part_of(const Serving& whole, double share);

}  // namespace lytes::foods

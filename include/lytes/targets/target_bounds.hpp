#pragma once

#include "lytes/quantity/nutrients.hpp"

namespace lytes::targets {

/// What may be set for a day, in ml or mg.
struct TargetBounds {
  double least;
  double most;

  bool hold(double amount) const { return least <= amount && amount <= most; }
};

/// So wide that every prescription fits, and so narrow that litres are no millilitres and grams no milligrams:
/// - water 250 ml to 20 l: restrictions go down to 500 ml, diabetes insipidus drinks 15 l and more;
/// - magnesium 20 to 5000 mg: 80 mg is what a child of one needs, Gitelman syndrome has taken 2000 mg and more, and
///   5000 mg in a day are an emergency;
/// - potassium 200 to 20,000 mg: 800 mg for a child of one, 1500 mg and less on dialysis, 300 mmol (11,700 mg) in
///   Bartter syndrome;
/// - sodium 100 to 20,000 mg: the rice diet held 150 mg, salt losing kidneys and orthostatic hypotension are given up
/// to
///   10,000 mg.
/// @param nutrient water, magnesium, potassium or sodium
TargetBounds target_bounds(quantity::Nutrient nutrient);

}  // namespace lytes::targets

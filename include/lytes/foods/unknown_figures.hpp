#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lytes/foods/serving.hpp"

namespace lytes::foods {

/// The command that says what something holds, with 0 where a figure of its label is to stand:
/// `lytes foods add 'my tablets' --per '1 tablet' --magnesium 0mg --potassium 0mg`.
/// @param ref what it was logged from; empty for what nothing is known of by this name
/// @param amount in which it was logged: the label's figures are asked for in the same unit
/// @param unknown the figures that are wanted
std::string command_that_tells(const std::string& name, const std::string& ref, FoodKind kind,
                               const std::string& amount, std::span<const quantity::Nutrient> unknown);

/// What is said behind that command.
inline constexpr std::string_view figures_of_the_label =
    "with the figures of its label in place of 0, and 0 where it names none";

/// What was logged, with those figures taken over from `food` that it has none of; the others stay as they were.
/// Empty where nothing is gained: the food does not know them either, or the amount cannot be told in its units.
std::optional<Serving> filled_in(const Serving& logged, const Food& food, const Catalogue& catalogue,
                                 quantity::MeasureSystem system);

}  // namespace lytes::foods

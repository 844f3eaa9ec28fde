#pragma once

#include "lytes/foods/serving.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::language {

// Between what the foods room weighs and what the journal keeps.

journal::EntryKind entry_kind(foods::FoodKind kind);

/// @param kind a drink, food or supplement
foods::FoodKind food_kind(journal::EntryKind kind);

journal::Intake intake_from(const foods::Serving& serving);

/// @param serving of a medicine
journal::Medicine medicine_from(const foods::Serving& serving);

/// @param entry a drink, food or supplement
foods::Serving serving_from(const journal::Entry& entry);

}  // namespace lytes::language

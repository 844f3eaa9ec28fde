#include "lytes/language/intake_entry.hpp"

namespace lytes::language {

journal::EntryKind entry_kind(foods::FoodKind kind) {
  switch (kind) {
    case foods::FoodKind::Drink:
      return journal::EntryKind::Drink;
    case foods::FoodKind::Food:
      return journal::EntryKind::Food;
    case foods::FoodKind::Supplement:
      return journal::EntryKind::Supplement;
  }
  return journal::EntryKind::Food;
}

foods::FoodKind food_kind(journal::EntryKind kind) {
  if (kind == journal::EntryKind::Drink) return foods::FoodKind::Drink;
  return kind == journal::EntryKind::Supplement ? foods::FoodKind::Supplement : foods::FoodKind::Food;
}

journal::Intake intake_from(const foods::Serving& serving) {
  return {serving.ref.empty() ? std::nullopt : std::optional(serving.ref), serving.description, serving.amount,
          serving.grams, serving.nutrients};
}

journal::Medicine medicine_from(const foods::Serving& serving) {
  return {serving.description, serving.amount.empty() ? std::nullopt : std::optional(serving.amount)};
}

foods::Serving serving_from(const journal::Entry& entry) {
  const auto& intake = std::get<journal::Intake>(entry.what);
  return {intake.food.value_or(""),
          intake.description,
          food_kind(entry.kind),
          intake.amount,
          intake.grams,
          intake.nutrients,
          {}};
}

}  // namespace lytes::language

#include "lytes/language/intake_entry.hpp"

namespace lytes::language {

journal::Kind entry_kind(foods::Kind kind) {
  switch (kind) {
    case foods::Kind::Drink:
      return journal::Kind::Drink;
    case foods::Kind::Food:
      return journal::Kind::Food;
    case foods::Kind::Supplement:
      return journal::Kind::Supplement;
  }
  return journal::Kind::Food;
}

foods::Kind food_kind(journal::Kind kind) {
  if (kind == journal::Kind::Drink) return foods::Kind::Drink;
  return kind == journal::Kind::Supplement ? foods::Kind::Supplement : foods::Kind::Food;
}

journal::Intake intake_from(const foods::Serving& serving) {
  return {serving.ref.empty() ? std::nullopt : std::optional(serving.ref), serving.description, serving.amount,
          serving.grams, serving.nutrients};
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

#pragma once

#include <optional>
#include <string>

#include "lytes/foods/food.hpp"
#include "lytes/language/drafts.hpp"

namespace lytes::language {

/// What anybody writes who was told of no command: "had 2 eggs and coffee for breakfast, stress 6, back spasm 5/10 at
/// 3pm".
///
/// A line is clauses between commas, semicolons, "and" and "then". Each is what its words say, the first of these that
/// fits: no spasms ("no cramps today"), a spasm (a word for one, or a part of the body with a severity), stress, a
/// known factor, a remark ("felt calm"), else food, drink or a supplement. A time holds for its clause, and for those
/// of food and drink before it that have none. Words that only make it a sentence are dropped.
/// @throws InputError with the place in the words joined by blanks; NotFoundError as `read_intake_line`
/// @param kind of what was had, where its words do not say; empty: each is what it is by itself
/// @param note kept with every entry of food, drink or a supplement
Drafts draft_line(Speaker& speaker, const Words& words, std::optional<foods::FoodKind> kind = std::nullopt,
                  const std::string& note = {});

}  // namespace lytes::language

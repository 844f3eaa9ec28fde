#pragma once

#include <vector>

#include "food_context.hpp"
#include "lytes/language/food_line.hpp"
#include "piece.hpp"

namespace lytes::language {

// What a dish is said to be made of, which is in it and not beside it.

/// "lasagna with beef", "pho with beef": what is in the dish already.
bool is_part_of_dish(const FoodContext& context, const foods::Serving& dish, const Piece& part);

/// "vodka soda, 1.5 oz vodka and 200 ml club soda": the drink's name before its parts is no drink more.
void leave_out_heading(const FoodContext& context, const Piece& first, foods::FoodKind kind, ReadLine& whole);

/// "burrito bowl with rice, beans and chicken": what a dish is said to be made of is in it already.
void leave_out_parts_said(const FoodContext& context, const Piece& first, ReadLine& whole);

/// "smoothie with banana, spinach and milk": what is in it, or what is beside it?
/// @throws InputError where nobody can tell
void refuse_unclear_parts(const FoodContext& context, const std::vector<Piece>& pieces, foods::FoodKind kind);

}  // namespace lytes::language

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "food_context.hpp"
#include "piece.hpp"

namespace lytes::language {

// Several foods that words such as "and" and "with" join to one piece. Each gives nothing where it is not so said.

/// Whether a name holds all words of a phrase: "chicken wrap" has its chicken already.
bool is_in_name(std::string_view name, std::string_view phrase);

/// "rice and beans, 1 cup each": the amount behind the last comma is that of each.
std::optional<std::vector<Read>> read_each_so_much(const FoodContext& context, const Piece& piece,
                                                   foods::FoodKind kind);

/// "2 eggs and toast": the parts around "and", "with" and their like, if each of them is a food by name.
std::optional<std::vector<Read>> read_parts(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// "cheese and ham sandwich" is one sandwich, and no cheese beside it.
bool binds_two(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// "30g oats with milk": the foods of a dish's name, where the amount before it is that of the first alone.
std::optional<std::vector<Read>> read_first_measured(const FoodContext& context, const Piece& piece,
                                                     foods::FoodKind kind);

/// "2 eggs and xylophones": where nothing goes by all of the words, each part is looked for by itself, so that the
/// unclear one alone is told, asked for or kept.
std::optional<std::vector<Read>> read_each_part(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

/// "100g cooked quinoa 80g feta half a cucumber": a list that only its amounts part, each behind a food by name.
std::optional<std::vector<Read>> read_by_amounts(const FoodContext& context, const Piece& piece, foods::FoodKind kind);

}  // namespace lytes::language

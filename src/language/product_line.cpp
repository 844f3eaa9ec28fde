#include <algorithm>

#include "food_context.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

using foods::FoodKind;
using quantity::Amount;

namespace {

/// Bytes of the longest name and amount of a product; a longer piece is something else, and not looked at word by word.
constexpr std::size_t longest_product = 150;

/// One of the user's own, which may have taken a product's place.
bool is_own_supplement(const FoodContext& context, const Read& read) {
  const auto own = context.speaker().user_foods().find(read.serving.ref);
  return own && own->kind == FoodKind::Supplement;
}

}  // namespace

std::optional<Read> read_numbered_product(const FoodContext& context, const Piece& piece) {
  if (piece.length > longest_product) return std::nullopt;
  const auto text = piece.text();
  const auto words = text::words_of(text);
  for (std::size_t i = words.size(); i-- > 1;) {
    if (!std::ranges::all_of(words[i].text, text::is_digit)) continue;
    const std::size_t end = words[i].offset + words[i].length;
    const auto candidate = context.finder().called(text.substr(0, end));
    if (!candidate || !candidate->ref.starts_with("product:")) continue;
    const bool strength = i + 1 < words.size() && one_of(words[i + 1].text, {"mg", "meq", "mmol"});
    const std::size_t behind = strength ? words[i + 1].offset + words[i + 1].length : end;
    const std::string said(text.substr(behind));
    const std::string counted = said.empty() ? "1 of it" : said + " of it";
    const Piece amount_alone{counted, 0, counted.size()};
    const Amount amount = context.amount(amount_alone, FoodKind::Supplement);
    std::vector<std::string> unit;
    for (const auto& word : text::words_of(amount.rest)) {
      if (context.units().contains(word.text)) unit.push_back(word.text);
    }
    return context.weigh(piece, context.finder().food(*candidate), {amount, unit, text::joined(unit)},
                         FoodKind::Supplement);
  }
  return std::nullopt;
}

std::optional<Read> read_product(const FoodContext& context, const Piece& piece) {
  if (piece.length > longest_product) return std::nullopt;
  try {
    if (auto numbered = read_numbered_product(context, piece)) return numbered;
    auto read = read_named_food(context, piece, FoodKind::Supplement);
    if (!read) return std::nullopt;
    return is_own_supplement(context, *read) || read->serving.ref.starts_with("product:") ? std::move(read)
                                                                                          : std::nullopt;
  } catch (const InputError&) {
    return std::nullopt;
  }
}

std::optional<Read> read_drink_beside(const FoodContext& context, const Piece& piece) {
  auto drink = read_named_food(context, piece, FoodKind::Drink);
  if (drink) return context.is_drink(drink->serving.ref) ? std::move(drink) : std::nullopt;
  const Amount amount = context.amount(piece, FoodKind::Drink);
  if (amount.measure && amount.rest.empty()) return read_searched_food(context, piece, FoodKind::Drink);
  return std::nullopt;
}

Piece without_stirring(const Piece& piece) {
  for (const std::string_view word : {" dissolved", " mixed", " stirred", " diluted"}) {
    if (piece.text().ends_with(word)) return piece.part(0, piece.length - word.size());
  }
  return piece;
}

}  // namespace lytes::language

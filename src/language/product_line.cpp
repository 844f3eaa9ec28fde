#include <algorithm>

#include "food_context.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "supplement_dose.hpp"

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
    const auto dose = dose_in(piece.text());
    if (dose && dose->each_mg && dose->count != 1) {  // "Doctor's Best mag 100mg 2 tabs"
      const std::string all = quantity::format_number(dose->count * *dose->each_mg) + "mg " + dose->name;
      if (auto several = read_named_food(context, Piece{all, 0, all.size()}, FoodKind::Supplement);
          several && several->serving.ref.starts_with("product:")) {
        several->serving.said = piece.text();
        return several;
      }
    }
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

std::optional<std::vector<Read>> read_product_in_water(const FoodContext& context, const Piece& piece) {
  if (piece.length > longest_product) return std::nullopt;
  const Amount said = context.amount(piece, FoodKind::Drink);
  const bool volume = said.number_given && said.measure && dimension_of(*said.measure) == quantity::Dimension::Volume;
  const auto candidate = volume && !said.rest.empty() ? context.finder().called(said.rest) : std::nullopt;
  if (!candidate || !candidate->ref.starts_with("product:")) return std::nullopt;
  if (read_product(context, piece)) return std::nullopt;  // it is sold by that measure
  auto product = read_product(context, Piece{said.rest, 0, said.rest.size()});
  const std::string water = quantity::format_amount(said.number, said.measure) + " water";
  auto drink = read_drink_beside(context, Piece{water, 0, water.size()});
  if (!product || !drink) return std::nullopt;
  drink->serving.said = water;
  return std::vector<Read>{std::move(*product), std::move(*drink)};
}

Piece without_stirring(const Piece& piece) {
  for (const std::string_view word : {" dissolved", " mixed", " stirred", " diluted"}) {
    if (piece.text().ends_with(word)) return piece.part(0, piece.length - word.size());
  }
  return piece;
}

}  // namespace lytes::language

#include "joined_foods.hpp"

#include <algorithm>
#include <iterator>

#include "dish_parts.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "run_on.hpp"

namespace lytes::language {

using foods::FoodKind;
using quantity::Amount;

bool is_in_name(std::string_view name, std::string_view phrase) {
  const auto held = text::words_of(name);
  const auto words = text::words_of(phrase);
  return !words.empty() && std::ranges::all_of(words, [&](const text::Word& word) {
    return std::ranges::find(held, word.text, &text::Word::text) != held.end();
  });
}

std::optional<std::vector<Read>> read_each_so_much(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const std::size_t comma = piece.text().rfind(',');
  if (comma == std::string_view::npos || !piece.text().ends_with(" each")) return std::nullopt;
  const auto foods = parts_at_links(piece.part(0, comma));
  const std::string amount(piece.text().substr(comma + 1, piece.length - comma - 1 - std::string_view(" each").size()));
  std::vector<Read> reads;
  for (const Piece& food : foods) {
    const std::string measured = amount + " " + std::string(food.text());
    auto read = read_named_food(context, Piece{measured, 0, measured.size()}, kind);
    if (foods.size() < 2 || !read) return std::nullopt;
    reads.push_back(std::move(*read));
  }
  return reads;
}

namespace {

/// "toast and jam, 200g": nobody can tell how much of each.
void refuse_shared_amount(const Piece& piece, const std::vector<Piece>& parts) {
  const std::string_view last = parts.back().text();
  const std::size_t comma = last.find(',');
  const bool first_has_its_own = text::is_digit(parts.front().text().front());
  if (first_has_its_own) return;
  if (comma == std::string_view::npos || std::ranges::none_of(last.substr(comma), text::is_digit)) return;
  throw InputError("how much of each was it?", std::string(piece.line), parts.back().offset + comma + 1,
                   "an amount before each, such as `1 slice toast and 1 tbsp jam`");
}

/// "cheese and ham sandwich" is one sandwich, and no cheese beside it.
bool binds_both(const FoodContext& context, const std::vector<Piece>& parts, const Piece& part, FoodKind kind) {
  auto words = text::words_of(part.text());
  const auto is_size = [&](const text::Word& word) {
    return word.text == "whole" || context.units().contains(word.text);
  };
  while (words.size() > 2 && is_size(words.back())) words.pop_back();
  if (words.size() < 2 || !context.speaker().vocabulary().words("made of").contains(words.back().text)) return false;
  const Amount first = context.amount(parts.front(), kind);
  const Amount last = context.amount(part, kind);
  return !last.number_given && !last.measure && first.number_given == amount_before(parts.front(), kind).number_given &&
         text::words_of(first.rest).size() == 1;
}

/// "porridge and a flat white with oat milk": what is said with a dish may stand for a part of it.
/// @param reads the last of them is the dish, and is changed
bool exchange_in_last(const FoodContext& context, const std::vector<Piece>& parts, std::size_t at, FoodKind kind,
                      std::vector<Read>& reads) {
  const Piece& dish = parts[at - 1];
  const Piece both{dish.line, dish.offset, parts[at].offset + parts[at].length - dish.offset};
  auto exchanged = reads.empty() ? std::nullopt : read_exchanged_food(context, both, kind);
  if (!exchanged) return false;
  reads.back() = std::move(*exchanged);
  return true;
}

/// "lasagna with beef": of what a dish has in it nothing is added by saying so, but an amount is beside it.
bool says_part_again(const FoodContext& context, const Read& dish, const Piece& part, FoodKind kind) {
  if (!part.addition || !is_part_of_dish(context, dish.serving, part)) return false;
  const Amount amount = context.amount(part, kind);
  return !amount.number_given && !amount.measure;
}

/// "tuna sandwich on brown bread": the bread is that of the sandwich.
bool is_its_bread(const Vocabulary& vocabulary, const Piece& first, const Piece& part) {
  const auto of = text::words_of(first.text());
  const auto bread = text::words_of(part.text());
  const bool behind_on = part.offset >= 3 && text::lowered(part.line.substr(part.offset - 3, 3)) == "on ";
  return behind_on && !of.empty() && !bread.empty() && vocabulary.words("eaten in bread").contains(of.back().text) &&
         vocabulary.words("bread").contains(bread.back().text);
}

/// Whether a part says only more of the first one.
bool is_in_first(const FoodContext& context, const Read& first, const Piece& first_part, const Piece& part,
                 FoodKind kind) {
  return says_part_again(context, first, part, kind) || is_in_name(first.serving.description, part.text()) ||
         is_its_bread(context.speaker().vocabulary(), first_part, part);
}

/// What stands after "with" goes into the drink before it, or lies on the dish before it with what else is named: "tea
/// with 2 sugars and milk".
void place_on_or_in(const FoodContext& context, FoodKind kind, bool after_with, const std::vector<Read>& reads,
                    Piece& part) {
  const bool poured_too =
      after_with && context.speaker().vocabulary().words("poured in").contains(text::lowered(part.text()));
  part.addition =
      ((part.addition && kind == FoodKind::Drink) || poured_too) && context.is_drink(reads.front().serving.ref);
  part.topping = part.topping || (after_with && kind == FoodKind::Food);
}

/// A part that is a food by name, or one that a search finds and that has an amount or can be no other.
std::optional<Read> read_clear_part(const FoodContext& context, const Piece& part, FoodKind kind) {
  if (auto named = read_named_food(context, part, kind)) return named;
  const Amount amount = context.amount(part, kind);
  if (amount.rest.empty()) return std::nullopt;
  const foods::Matches matches = context.finder().search(amount.rest);
  if (matches.candidates.empty() || (!matches.clear && !amount.number_given)) return std::nullopt;
  return read_searched_food(context, part, kind);
}

}  // namespace

bool binds_two(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  return std::any_of(parts.begin() + 1, parts.end(), [&](const Piece& part) {
    return part.length > 0 && !part.addition && binds_both(context, parts, part, kind);
  });
}

std::optional<std::vector<Read>> read_parts(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  std::vector<Read> reads;
  bool after_with = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Piece part = parts[i];
    if (part.length == 0) return std::nullopt;
    after_with = after_with || part.addition;
    if (part.addition && exchange_in_last(context, parts, i, kind, reads)) continue;
    if (!reads.empty() && !part.addition && binds_both(context, parts, part, kind)) return std::nullopt;
    const bool again = !reads.empty() && is_in_first(context, reads.front(), parts.front(), part, kind);
    if (again) continue;
    place_on_or_in(context, kind, after_with, reads, part);
    auto read = read_clear_part(context, part, part.addition ? FoodKind::Drink : kind);
    if (!read) return std::nullopt;
    reads.push_back(std::move(*read));
  }
  refuse_shared_amount(piece, parts);
  if (reads.size() == 1) reads.front().serving.said = piece.text();
  return reads;
}

std::optional<std::vector<Read>> read_first_measured(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2) return std::nullopt;
  const auto& finder = context.finder();
  const Amount said = amount_before(piece, kind);
  const auto dish = finder.called(said.rest);
  if (!dish || dish->ref.starts_with("own:") || !(said.number_given || said.measure)) return std::nullopt;
  const auto first = finder.called(context.amount(parts.front(), kind).rest);
  if (!first || first->ref == dish->ref) return std::nullopt;
  if (!foods::measures_first(said, finder.food(*dish), finder.food(*first))) return std::nullopt;
  const auto named = [&](const Piece& part) { return part.length > 0 && read_named_food(context, part, kind); };
  if (!std::ranges::all_of(parts, named)) return std::nullopt;
  return read_parts(context, piece, kind);
}

namespace {

/// Whether what is joined stands for itself: its first part is a food by name, or no food at all beside one that is.
bool are_single_things(const FoodContext& context, const std::vector<Piece>& parts, FoodKind kind) {
  const auto is_food = [&](const Piece& part) { return read_named_food(context, part, kind).has_value(); };
  if (is_food(parts.front())) return true;
  const std::string first = context.amount(parts.front(), kind).rest;
  return !first.empty() && context.finder().search(first).candidates.empty() &&
         std::any_of(parts.begin() + 1, parts.end(), is_food);
}

}  // namespace

std::optional<std::vector<Read>> read_each_part(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto parts = parts_at_links(piece);
  const bool whole = std::ranges::all_of(parts, [](const Piece& part) { return part.length > 0; });
  if (parts.size() < 2 || !whole || !are_single_things(context, parts, kind)) return std::nullopt;
  if (context.finder().search(context.amount(piece, kind).rest).clear) return std::nullopt;
  std::vector<Read> reads;
  bool after_with = false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Piece part = parts[i];
    after_with = after_with || part.addition;
    if (part.addition && exchange_in_last(context, parts, i, kind, reads)) continue;
    if (!reads.empty() && !part.addition && binds_both(context, parts, part, kind)) return std::nullopt;
    place_on_or_in(context, kind, after_with, reads, part);
    if (auto named = read_named_food(context, part, kind)) {
      reads.push_back(std::move(*named));
    } else if (auto several = read_run_on(context, part, kind)) {
      std::ranges::move(*several, std::back_inserter(reads));
    } else {
      reads.push_back(read_searched_food(context, part, kind));
    }
  }
  return reads;
}

namespace {

/// Where an amount may begin behind another food: "80g", "half".
std::vector<std::size_t> amounts_in(const FoodContext& context, const Piece& piece) {
  const WordSet& numbers = context.speaker().vocabulary().words("number");
  std::vector<std::size_t> places;
  for (const auto& word : text::words_of(piece.text())) {
    const bool decimals =
        word.offset > 0 && std::string_view(".,").find(piece.text()[word.offset - 1]) != std::string_view::npos;
    if (!decimals && (text::is_digit(word.text.front()) || numbers.contains(word.text))) places.push_back(word.offset);
  }
  return places;
}

}  // namespace

std::optional<std::vector<Read>> read_by_amounts(const FoodContext& context, const Piece& piece, FoodKind kind) {
  constexpr std::size_t most_amounts = 12;
  const auto places = amounts_in(context, piece);
  if (places.size() < 2 || places.size() > most_amounts || places.front() != 0) return std::nullopt;
  std::vector<Read> reads;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= places.size(); ++i) {
    const std::size_t end = i < places.size() ? places[i] : piece.length;
    const std::size_t length = text::without_trailing_spaces(piece.text().substr(begin, end - begin)).size();
    const Piece part = piece.part(begin, length);
    const Amount said = context.amount(part, kind);
    auto read = said.number_given || said.measure ? read_named_food(context, part, kind) : std::nullopt;
    if (!read) continue;  // "200g half fat yoghurt": the amount is part of the name
    reads.push_back(std::move(*read));
    begin = end;
  }
  if (begin != piece.length || reads.size() < 2) return std::nullopt;
  return reads;
}

}  // namespace lytes::language

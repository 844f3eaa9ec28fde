#include "turned_piece.hpp"

#include <algorithm>

#include "lytes/text/letters.hpp"

namespace lytes::language {

using foods::FoodKind;
using quantity::Amount;

namespace {

/// "large", "tall glass"
bool is_all_units(const FoodContext& context, std::string_view text) {
  const auto words = text::words_of(text);
  return !words.empty() &&
         std::ranges::all_of(words, [&](const text::Word& word) { return context.units().contains(word.text); });
}

/// Where the amount at the end of a piece begins, with nothing named behind it: ", large", " 500ml".
std::optional<std::size_t> amount_at_end(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const std::size_t comma = piece.text().rfind(',');
  const std::size_t blank = piece.text().rfind(' ');
  for (const std::size_t place : {comma, blank}) {
    if (place == std::string_view::npos || place == 0) continue;
    const std::string_view said = text::trimmed(piece.text().substr(place + 1));
    if (said.empty() || (place == blank && !text::is_digit(said.front()))) continue;
    const Piece alone{said, 0, said.size()};
    const Amount amount = context.amount(alone, kind);
    const bool size = place == comma && !amount.number_given && is_all_units(context, amount.rest);
    if (size || (amount.rest.empty() && amount.measure)) return place;
  }
  return std::nullopt;
}

/// "poha with peanuts 1 plate": where so many of a portion begin at the end of a piece that the last food does not come
/// in.
std::optional<std::size_t> portions_at_end(const FoodContext& context, const Piece& piece,
                                           const std::vector<Piece>& parts, FoodKind kind) {
  const Piece& last = parts.back();
  const auto words = text::words_of(piece.text());
  if (words.size() < 4) return std::nullopt;
  const text::Word& number = words[words.size() - 2];
  const std::string& unit = words.back().text;
  const bool counts = std::ranges::all_of(number.text, text::is_digit) ||
                      context.speaker().vocabulary().words("number").contains(number.text);
  if (!counts || !context.units().contains(unit) || number.offset + piece.offset <= last.offset) return std::nullopt;
  const Piece alone = piece.part(last.offset - piece.offset, number.offset - (last.offset - piece.offset));
  const auto food = context.finder().called(context.amount(alone, kind).rest);
  if (!food) return std::nullopt;
  const auto dish = context.finder().called(context.amount(parts.front(), kind).rest);
  const auto portion = dish ? context.finder().food(*dish).usual : std::nullopt;
  const bool of_dish = portion && portion->name == unit;  // "pizza with mushrooms 2 slices"
  if (!of_dish && foods::comes_in(context.finder().food(*food), {unit}, context.catalogue())) return std::nullopt;
  return number.offset - 1;
}

/// "decaf tea with milk x2": where so many of the whole stand at the end.
std::optional<std::size_t> times_at_end(const Piece& piece) {
  const std::size_t blank = piece.text().rfind(' ');
  const std::string_view last = piece.text().substr(blank + 1);
  const bool times = blank != std::string_view::npos && last.size() > 1 && (last[0] == 'x' || last[0] == 'X') &&
                     std::ranges::all_of(last.substr(1), text::is_digit);
  return times ? std::optional(blank + 1) : std::nullopt;
}

/// "broccoli 4 florets" are no 4 cups: a unit that is taken must be one that was said.
bool says_unit_of(const std::vector<text::Word>& words, const std::string& amount) {
  const std::string lowered = text::lowered(amount);
  return std::ranges::none_of(lowered, text::is_ascii_letter) ||
         std::ranges::any_of(
             words, [&](const text::Word& word) { return lowered.find(" " + word.text) != std::string::npos; });
}

}  // namespace

std::optional<std::string> with_size_in_front(const FoodContext& context, const Piece& piece, FoodKind kind) {
  constexpr std::size_t longest = 200;
  if (piece.length > longest) return std::nullopt;
  const auto parts = parts_at_links(piece);
  if (parts.size() < 2 || !parts[1].addition || parts.front().length == 0) return std::nullopt;
  const auto portions = portions_at_end(context, piece, parts, kind);
  const auto times = times_at_end(piece);
  const auto place = times ? times : portions ? portions : amount_at_end(context, piece, kind);
  if (!place || *place < parts[1].offset - piece.offset) return std::nullopt;
  const Amount first = context.amount(parts.front(), kind);
  const auto named = read_named_food(context, parts.front(), kind);
  if (first.number_given || first.measure || !named) return std::nullopt;
  const bool vessel = is_all_units(context, piece.text().substr(*place + 1));  // "pho with beef, large bowl"
  if (!times && !portions && !vessel && !context.is_drink(named->serving.ref)) return std::nullopt;
  return std::string(text::trimmed(piece.text().substr(*place + 1))) + " " +
         std::string(text::without_trailing_spaces(piece.text().substr(0, *place)));
}

std::optional<Read> read_counted_behind(const FoodContext& context, const Piece& piece, FoodKind kind) {
  constexpr std::size_t most_words = 6;
  constexpr std::ptrdiff_t most_behind = 2;
  const auto words = text::words_of(piece.text());
  if (words.size() < 3 || words.size() > most_words || parts_at_links(piece).size() > 1) return std::nullopt;
  const auto is_number = [](const text::Word& word) { return std::ranges::all_of(word.text, text::is_digit); };
  const auto number = std::ranges::find_if(words, is_number);
  if (number == words.begin() || number == words.end() || number + 1 == words.end()) return std::nullopt;
  if (words.end() - number > 1 + most_behind) return std::nullopt;
  if (std::any_of(number + 1, words.end(), is_number)) return std::nullopt;
  const std::size_t behind = number->offset + number->length;
  if (std::string_view(".,/").find(piece.text()[behind]) != std::string_view::npos) return std::nullopt;  // "0.5l"
  const std::string name(text::without_trailing_spaces(piece.text().substr(0, number->offset)));
  const std::string unit(piece.text().substr((number + 1)->offset));
  for (const std::string& turned : {number->text + " " + name + " " + unit, number->text + " " + unit + " " + name}) {
    auto read = read_named_food(context, Piece{turned, 0, turned.size()}, kind);
    if (!read || !says_unit_of(words, read->serving.amount)) continue;
    read->serving.said = piece.text();
    return read;
  }
  return std::nullopt;
}

}  // namespace lytes::language

#include <algorithm>
#include <array>

#include "food_context.hpp"
#include "joined_foods.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;
using quantity::Amount;

/// How a dish is said to differ from the usual one.
struct Difference {
  std::size_t begin;  ///< of its words in the piece
  std::size_t end;
  std::string food;  ///< what is in it, or not
  bool left_out;
  bool made_with;  ///< so it is no addition
};

struct Marker {
  std::string_view words;
  bool left_out;
  bool made_with;
};
constexpr std::array<Marker, 10> markers = {{{"made with ", false, true},
                                             {"made from ", false, true},
                                             {"with ", false, false},
                                             {"w/ ", false, false},
                                             {"without ", true, false},
                                             {"w/o ", true, false},
                                             {"no ", true, false},
                                             {"hold the ", true, false},
                                             {"skip the ", true, false},
                                             {"minus ", true, false}}};

std::optional<Difference> difference_in(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at - 1] != ' ') continue;
    for (const Marker& marker : markers) {
      if (text::lowered(text.substr(at, marker.words.size())) != marker.words) continue;
      const std::size_t food = at + marker.words.size();
      std::size_t end = std::min(text.find_first_of(",(", food), text.size());
      if (marker.left_out && text.find_first_of("0123456789", food) > food)  // "no sugar 12oz": how much of the dish
        end = std::min(end, text.find_first_of("0123456789", food));
      std::string name(text.substr(food, end - food));
      name.resize(std::min(name.find(" instead"), name.size()));
      if (marker.left_out && name.starts_with("added ")) name.erase(0, 6);
      return Difference{at, end, std::string(text::trimmed(name)), marker.left_out, marker.made_with};
    }
  }
  return std::nullopt;
}

/// A piece without all that it says is not in it: "cheeseburger" of "cheeseburger, no bun, no fries".
std::string without_what_is_left_out(std::string_view text) {
  std::string plain(text);
  for (auto more = difference_in(plain); more && more->left_out; more = difference_in(plain))
    plain.erase(more->begin, more->end - more->begin);
  while (!plain.empty() && (plain.back() == ' ' || plain.back() == ',')) plain.pop_back();
  return plain;
}

/// The part of the dish that the food is or stands for.
std::optional<foods::DishPart> part_like(const FoodContext& context, const std::string& dish, const std::string& food) {
  const auto parts = context.catalogue().parts_of(dish);
  const auto same = std::ranges::find(parts, food, &foods::DishPart::ref);
  if (same != parts.end()) return *same;
  const auto like = std::ranges::find_if(
      parts, [&](const foods::DishPart& part) { return context.catalogue().are_exchanged(part.ref, food); });
  return like == parts.end() ? std::nullopt : std::optional(*like);
}

/// A dish by its name, also behind a size: "large latte".
std::optional<Read> read_dish(const FoodContext& context, const Piece& piece, FoodKind kind) {
  if (auto named = read_named_food(context, piece, kind)) return named;
  const std::string said = context.amount(piece, kind).rest;
  const auto words = text::words_of(said);
  const auto name = std::ranges::find_if(
      words, [&](const text::Word& word) { return word.text != "of" && !context.units().contains(word.text); });
  const bool sized = name != words.begin() && name != words.end();
  if (!sized || !context.finder().called(said.substr(name->offset))) return std::nullopt;
  return read_searched_food(context, piece, kind);
}

/// "Chili con carne with beans", "pizza, cheese topping": the food is known with it alone.
bool names_with(std::string_view name, const std::string& thing) {
  if (text::is_one_of(thing, "salt|sugar")) return false;  // changes no figure that is asked for
  const std::string lowered = text::lowered(name);
  return lowered.find(" with " + thing) != std::string::npos ||
         lowered.find(" " + thing + " topping") != std::string::npos;
}

/// Whether a food without known parts is known with a thing alone; a burger lies in its bun.
bool is_made_with(const Vocabulary& vocabulary, const foods::Serving& dish, const std::string& thing) {
  if (names_with(dish.description, thing)) return true;
  const bool in_bread = dish.amount.ends_with(" sandwich") || dish.amount.ends_with(" sandwiches") ||
                        dish.amount.ends_with(" sub") || dish.amount.ends_with(" wrap");
  return !dish.ref.starts_with("dish:") && in_bread && vocabulary.words("bread").contains(thing);
}

/// "burger, no bun" where "burger without bun" is a name of its own.
std::optional<Read> read_named_without(const FoodContext& context, const Piece& piece, const Difference& difference,
                                       FoodKind kind) {
  const std::string dish = without_what_is_left_out(piece.text());
  if (dish.empty()) return std::nullopt;
  const Amount amount = context.amount(Piece{dish, 0, dish.size()}, kind);
  const auto other = context.called(amount.rest + " without " + difference.food, kind);
  if (!other) return std::nullopt;
  return context.weigh(piece, context.finder().food(*other), {amount, {}, {}}, kind);
}

/// Whether all that is said of a thing stands in the food's name, but for how it was served: "hot milk".
bool names_no_more(const FoodContext& context, const Read& read, std::string_view said) {
  std::string plain;
  for (const auto& word : text::words_of(said)) {
    if (!context.speaker().vocabulary().words("preparation").contains(word.text)) plain += " " + word.text;
  }
  return !plain.empty() && is_in_name(read.serving.description, plain);
}

/// "Latte (typical recipe)" as "Latte with oat milk (typical recipe)"
void describe(foods::Serving& serving, const std::string& difference) {
  serving.description.insert(std::min(serving.description.find(" ("), serving.description.size()), difference);
}

}  // namespace

std::optional<Read> read_exchanged_food(const FoodContext& context, const Piece& piece, FoodKind kind) {
  constexpr std::size_t longest = 300;  // bytes; a longer piece says more than one dish
  const auto difference = piece.length <= longest ? difference_in(piece.text()) : std::nullopt;
  if (!difference || difference->food.empty()) return std::nullopt;
  const bool measured = std::ranges::any_of(difference->food, text::is_digit);
  if (measured && !difference->left_out && !difference->made_with) return std::nullopt;  // "muesli with 200 ml milk"
  std::string plain(piece.line);
  const auto at = plain.begin() + static_cast<std::ptrdiff_t>(piece.offset);
  std::fill(at + static_cast<std::ptrdiff_t>(difference->begin), at + static_cast<std::ptrdiff_t>(difference->end),
            ' ');
  const Piece dish_alone = Piece{plain, piece.offset, piece.length}.part(0, piece.length);
  const bool more_said = difference->left_out && difference->food.find(" with ") != std::string::npos;
  if (more_said) return std::nullopt;  // "burger without bun with cheese": parts of their own
  auto read = read_dish(context, dish_alone, kind);
  if (!read) read = read_exchanged_food(context, dish_alone, kind);  // "cheeseburger, no bun, no fries"
  if (!read) return std::nullopt;
  if (difference->left_out) {
    if (auto other = read_named_without(context, piece, *difference, kind)) return other;
  }
  read->serving.said = piece.text();
  const auto said = context.called(difference->food, kind);
  const auto part = said ? part_like(context, read->serving.ref, said->ref) : std::nullopt;
  if (!part) {
    // A thing that is not in it is left out by itself; "made with water" changes nothing that has no milk, nor "made
    // with hot milk" what is known so.
    if (difference->left_out && is_made_with(context.speaker().vocabulary(), read->serving, difference->food)) {
      piece.reading([&]() -> Read {
        throw InputError("no " + without_what_is_left_out(piece.text()) + " is known without " + difference->food, {},
                         0, "its parts with their amounts, or another name");
      });
    }
    const bool is_in_it = difference->food == "water" || names_no_more(context, *read, difference->food);
    const bool changes_nothing = difference->left_out || (difference->made_with && is_in_it);
    return changes_nothing ? std::move(read) : std::nullopt;
  }
  if (!difference->left_out && part->ref == said->ref) return std::nullopt;
  const foods::Food out = context.finder().food({part->ref, {}, {}, std::nullopt, 0});
  if (difference->left_out) {
    exchange_part(read->serving, out, part->share, nullptr);
    describe(read->serving, " without " + difference->food);
  } else {
    const foods::Food in = context.finder().food(*said);
    exchange_part(read->serving, out, part->share, &in);
    describe(read->serving, " with " + difference->food);
  }
  return read;
}

}  // namespace lytes::language

#include <algorithm>
#include <array>

#include "food_context.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;

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
      const std::size_t end = std::min(text.find_first_of(",(", food), text.size());
      std::string name(text.substr(food, end - food));
      name.resize(std::min(name.find(" instead"), name.size()));
      if (marker.left_out && name.starts_with("added ")) name.erase(0, 6);
      return Difference{at, end, std::string(text::trimmed(name)), marker.left_out, marker.made_with};
    }
  }
  return std::nullopt;
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
  const auto name =
      std::ranges::find_if(words, [&](const text::Word& word) { return !context.units().contains(word.text); });
  const bool sized = name != words.begin() && name != words.end();
  if (!sized || !context.finder().called(said.substr(name->offset))) return std::nullopt;
  return read_searched_food(context, piece, kind);
}

/// "Latte (typical recipe)" as "Latte with oat milk (typical recipe)"
void describe(foods::Serving& serving, const std::string& difference) {
  serving.description.insert(std::min(serving.description.find(" ("), serving.description.size()), difference);
}

}  // namespace

std::optional<Read> read_exchanged_food(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto difference = difference_in(piece.text());
  if (!difference || difference->food.empty()) return std::nullopt;
  const bool measured = std::ranges::any_of(difference->food, text::is_digit);
  if (measured && !difference->left_out && !difference->made_with) return std::nullopt;  // "muesli with 200 ml milk"
  std::string plain(piece.line);
  const auto at = plain.begin() + static_cast<std::ptrdiff_t>(piece.offset);
  std::fill(at + static_cast<std::ptrdiff_t>(difference->begin), at + static_cast<std::ptrdiff_t>(difference->end),
            ' ');
  const Piece dish_alone = Piece{plain, piece.offset, piece.length}.part(0, piece.length);
  auto read = read_dish(context, dish_alone, kind);
  if (!read) return std::nullopt;
  read->serving.said = piece.text();
  const auto said = context.called(difference->food, kind);
  const auto part = said ? part_like(context, read->serving.ref, said->ref) : std::nullopt;
  if (!part) {
    // A thing that is not in it is left out by itself; "made with water" changes nothing that has no milk.
    const bool changes_nothing = difference->left_out || (difference->made_with && difference->food == "water");
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

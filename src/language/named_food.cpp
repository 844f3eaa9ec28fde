#include <algorithm>
#include <array>

#include "food_context.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

using foods::Food;
using foods::FoodKind;
using quantity::Amount;

/// A piece taken apart for the readings below.
struct Named {
  const FoodContext& context;
  const Piece& piece;
  FoodKind kind;
  Amount amount;
  std::vector<text::Word> words;  ///< behind the amount

  std::string name(std::size_t first, std::size_t last) const { return name_from(words, amount.rest, first, last); }

  /// The words from `first` up to `last` as the name of a food that comes in the unit.
  std::optional<Read> as(std::size_t first, std::size_t last, const std::vector<std::string>& unit) const {
    const auto candidate = context.called(name(first, last), kind);
    if (!candidate) return std::nullopt;
    const Food food = context.finder().food(*candidate);
    if (!unit.empty() && !foods::comes_in(food, unit, context.catalogue())) return std::nullopt;
    if (unit.empty() && amount.number_given && !amount.measure && !food.each_grams) {
      if (const auto whole = foods::whole_one(food, unit_from(words, first, last)))
        return context.weigh(piece, food, {amount, *whole, text::joined(*whole)}, kind);
    }
    return context.weigh(piece, food, {unit.empty() ? counted(food, first, last) : amount, unit, text::joined(unit)},
                         kind);
  }

  /// "eggs": more than one of what comes one by one, and most often two.
  Amount counted(const Food& food, std::size_t first, std::size_t last) const {
    const bool added = (piece.addition && kind == FoodKind::Drink) || (piece.topping && context.is_topping(food));
    if (amount.number_given || amount.measure || added || first >= last || !foods::comes_one_by_one(food))
      return amount;
    const text::Word& noun = words[last - 1];
    const std::string typed = text::lowered(std::string_view(amount.rest).substr(noun.offset, noun.length));
    const bool counts = std::ranges::any_of(name(first, last), text::is_digit);  // "omelette 3 eggs"
    if (counts || typed == noun.text || !typed.ends_with('s')) return amount;
    Amount two = amount;
    two.number = 2;
    two.number_given = true;
    two.guessed = name(first, last);
    return two;
  }
};

/// "7up", "half and half": the whole piece is a name, although it begins like an amount.
std::optional<Read> whole_name(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const auto text = piece.text();
  const bool starts_with_name =
      !text::is_digit(text.front()) || text.find('%') < 4 || (text.size() > 1 && text::is_ascii_letter(text[1]));
  if (!starts_with_name) return std::nullopt;
  const auto whole = context.called(text, kind);
  if (!whole) return std::nullopt;
  Amount amount;
  amount.rest = text;
  auto words = text::words_of(text);
  const std::size_t count = words.size();
  return Named{context, piece, kind, std::move(amount), std::move(words)}.as(0, count, {});
}

/// "200 ml milk", "2 eggs"
std::optional<Read> amount_and_name(const Named& said) { return said.as(0, said.words.size(), {}); }

/// "a tin of tomatoes" holds canned ones.
std::optional<Read> canned(const Named& said) {
  const auto& words = said.words;
  const std::size_t name = words.size() > 1 && words[1].text == "of" ? 2 : 1;
  if (said.amount.measure || words.size() <= name || !one_of(words[0].text, {"can", "tin"})) return std::nullopt;
  const auto candidate = said.context.finder().called("canned " + said.name(name, words.size()));
  if (!candidate) return std::nullopt;
  const Food food = said.context.finder().food(*candidate);
  if (!foods::comes_in(food, {"can"}, said.context.catalogue())) return std::nullopt;
  return said.context.weigh(said.piece, food, {said.amount, {"can"}, words[0].text}, said.kind);
}

/// "1 large slice of bread"
std::optional<Read> unit_and_name(const Named& said) {
  constexpr std::size_t most_unit_words = 3;
  const std::size_t count = said.words.size();
  if (said.amount.measure) return std::nullopt;
  for (std::size_t units = 1; units <= most_unit_words && units < count; ++units) {
    if (auto read = said.as(units, count, unit_from(said.words, 0, units))) return read;
  }
  return std::nullopt;
}

/// "2 bread slices"
std::optional<Read> name_and_unit(const Named& said) {
  const std::size_t count = said.words.size();
  if (said.amount.measure || count < 2) return std::nullopt;
  return said.as(0, count - 1, unit_from(said.words, count - 1, count));
}

/// "bottle of beer 0.5l", "cheese slices 40g": the exact amount counts.
std::optional<Read> measured_in_unit(const Named& said) {
  if (!said.amount.measure) return std::nullopt;
  const WordSet& units = said.context.units();
  const auto& words = said.words;
  const auto is_unit = [&](std::size_t i) { return units.contains(words[i].text) || (i > 0 && words[i].text == "of"); };
  std::size_t first = 0;
  while (first + 1 < words.size() && is_unit(first)) ++first;
  std::size_t last = words.size();
  if (first == 0 && last > 1 && units.contains(words[last - 1].text)) --last;
  return first > 0 || last < words.size() ? said.as(first, last, {}) : std::nullopt;
}

/// "gatorade cool blue", "cherry coke zero can": what comes in many flavours, whose figures are much the same.
std::optional<Read> of_a_flavour(const Named& said) {
  const Vocabulary& vocabulary = said.context.speaker().vocabulary();
  const WordSet& names = vocabulary.words("comes in flavours");
  const WordSet& flavours = vocabulary.words("flavour");
  const WordSet& units = said.context.units();
  const std::size_t count = said.words.size();
  constexpr std::size_t most_words = 6;
  if (count < 2 || count > most_words) return std::nullopt;
  for (std::size_t size = count - 1; size > 0; --size) {
    for (std::size_t first = 0; first + size <= count; ++first) {
      if (!names.contains(said.name(first, first + size))) continue;
      std::vector<std::string> unit;
      const auto says_no_more = [&](std::size_t i) {
        const std::string& word = said.words[i].text;
        if (i >= first && i < first + size) return true;
        if (flavours.contains(word)) return true;
        if (!units.contains(word)) return false;
        unit.push_back(word);
        return true;
      };
      bool only = true;
      for (std::size_t i = 0; i < count && only; ++i) only = says_no_more(i);
      if (only) return said.as(first, first + size, unit);
    }
  }
  return std::nullopt;
}

/// "latte medium oat milk": how large it was, within the name.
std::optional<Read> size_within(const Named& said) {
  const WordSet& sizes = said.context.speaker().vocabulary().words("cup size");
  const std::size_t count = said.words.size();
  constexpr std::size_t most_words = 8;
  for (std::size_t i = 1; !said.amount.measure && i + 1 < std::min(count, most_words); ++i) {
    const std::string& size = said.words[i].text;
    if (!sizes.contains(size)) continue;
    const std::string name = said.name(0, i) + " " + said.name(i + 1, count);
    if (!said.context.called(name, said.kind)) continue;
    const std::string line = size + " " + name;
    return read_named_food(said.context, {line, 0, line.size(), said.piece.addition, said.piece.topping}, said.kind);
  }
  return std::nullopt;
}

constexpr std::array readings = {amount_and_name,  canned,       unit_and_name, name_and_unit,
                                 measured_in_unit, of_a_flavour, size_within};

}  // namespace

std::optional<Read> read_named_food(const FoodContext& context, const Piece& piece, FoodKind kind) {
  if (auto read = whole_name(context, piece, kind)) return read;
  Amount amount = context.amount(piece, kind);
  if (amount.rest.empty()) return std::nullopt;
  auto words = context.unit_mended(amount);
  const Named said{context, piece, kind, std::move(amount), std::move(words)};
  for (const auto reading : readings) {
    if (auto read = reading(said)) return read;
  }
  return std::nullopt;
}

}  // namespace lytes::language

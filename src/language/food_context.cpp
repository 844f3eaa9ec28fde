#include "food_context.hpp"

#include <algorithm>

namespace lytes::language {

using foods::Candidate;
using foods::FoodKind;

namespace {

/// A product is what it is, whether it is said to be drunk, eaten or taken.
FoodKind kind_of(const foods::Food& food, FoodKind said) {
  const bool own_supplement = food.ref.starts_with("own:") && food.kind == FoodKind::Supplement;
  const bool known = food.ref.starts_with("product:") || food.ref.starts_with("water:") || own_supplement;
  return known ? food.kind : said;
}

/// What so much of a food is called as lies on a dish or in it.
constexpr const char* topping = "topping";

}  // namespace

FoodContext::FoodContext(Speaker& speaker)
    : speaker_(speaker),
      catalogue_(speaker.catalogue()),
      finder_(catalogue_, &speaker.user_foods(), &speaker.answers(), &speaker.imported_foods()),
      units_(speaker.vocabulary().words("unit")) {}

Read FoodContext::weigh(const Piece& piece, const foods::Food& food, const foods::Helping& helping,
                        FoodKind kind) const {
  return piece.reading([&] {
    foods::Helping amount = helping;
    const bool addition = piece.addition && food.kind != FoodKind::Supplement;  // a whole tablet in the water
    const bool unmeasured = !amount.amount.number_given && !amount.amount.measure && amount.unit.empty();
    if (unmeasured && addition) amount.amount.measure = quantity::Measure::Tablespoon;
    if (unmeasured && piece.topping && is_topping(food)) {
      amount.unit = {topping};
      amount.unit_as_typed = topping;
    }
    Read read{foods::measure_out(food, amount, catalogue_, speaker_.measures()), std::nullopt};
    read.serving.kind = kind_of(food, kind);
    read.serving.said = piece.text();
    if (!helping.amount.guessed.empty()) {
      read.serving.remarks.push_back(
          note("assumed_amount", "\"" + helping.amount.guessed + "\" is taken as " +
                                     quantity::format_amount(helping.amount.number, helping.amount.measure)));
    }
    if (addition && !helping.amount.number_given && amount.amount.measure != helping.amount.measure) {
      read.serving.remarks.push_back(
          note("assumed_amount", "no amount given for " + food.name + ": taken as a tablespoon"));
    }
    return read;
  });
}

std::optional<Candidate> FoodContext::called(std::string_view name, FoodKind kind) const {
  auto candidate = finder_.called(name);
  if (!candidate || kind != FoodKind::Drink || !candidate->everyday || is_drink(candidate->ref)) return candidate;
  const auto asked = text::words_of(name);
  std::optional<Candidate> drink;
  for (auto& other : finder_.search(name).candidates) {
    const auto title = text::words_of(other.title);
    if (!other.everyday || title.size() != asked.size() + 1 || title.back().text != asked.back().text) continue;
    if (finder_.food(other).kind != FoodKind::Drink) continue;
    if (drink && drink->ref != other.ref) return candidate;
    drink = std::move(other);
  }
  if (drink) return drink;
  auto raw = finder_.called("raw " + std::string(name));  // what goes into a smoothie is not boiled before
  return raw ? raw : candidate;
}

std::vector<text::Word> FoodContext::unit_mended(const quantity::Amount& amount) const {
  auto words = text::words_of(amount.rest);
  if (!words.empty() && words.front().text == "stuck") words.front().text = "piece";
  if (words.size() > 1 && words.front().text.starts_with("tasse")) words.front().text = "cup";
  if (amount.measure || words.size() < 2 || words.front().length < 4) return words;
  if (words[1].text != "of" && !finder_.called(name_from(words, amount.rest, 1, words.size()))) return words;
  if (units_.contains(words.front().text) || catalogue_.knows_word(words.front().text)) return words;
  const std::string typed = amount.rest.substr(words.front().offset, words.front().length);  // "glas" is no plural
  auto meant = nearest_unit_word(units_, words.front().text);
  if (!meant) meant = nearest_unit_word(units_, typed);
  if (meant) words.front().text = *meant;
  return words;
}

bool FoodContext::is_topping(const foods::Food& food) const {
  return !food.everyday_words.empty() && catalogue_.container(topping, food.everyday_words).has_value();
}

bool FoodContext::is_drink(const std::string& ref) const {
  const auto food = foods::is_imported(ref) ? finder_.find(ref) : catalogue_.find(ref);
  return !food || food->kind == FoodKind::Drink;
}

bool FoodContext::is_known_drink(const std::string& ref) const {
  const auto food = finder_.find(ref);
  return food && food->kind == FoodKind::Drink;
}

std::string name_from(const std::vector<text::Word>& words, std::string_view text, std::size_t first,
                      std::size_t last) {
  if (first >= last) return {};
  return std::string(
      text.substr(words[first].offset, words[last - 1].offset + words[last - 1].length - words[first].offset));
}

std::vector<std::string> unit_from(const std::vector<text::Word>& words, std::size_t first, std::size_t last) {
  std::vector<std::string> unit;
  for (std::size_t i = first; i < last; ++i) {
    if (words[i].text != "of") unit.push_back(words[i].text);
  }
  return unit;
}

}  // namespace lytes::language

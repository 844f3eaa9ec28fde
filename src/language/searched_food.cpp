#include <algorithm>
#include <array>
#include <iterator>

#include <fmt/format.h>

#include "food_context.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/unknown_figures.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"

namespace lytes::language {

namespace {

using foods::Candidate;
using foods::FoodKind;
using foods::Matches;
using quantity::Amount;

/// A piece taken apart for the readings below.
struct Order {
  const FoodContext& context;
  const Piece& piece;
  FoodKind kind;
  Amount amount;
  std::vector<text::Word> words;  ///< behind the amount
  std::size_t first = 0;          ///< words of the name, between units
  std::size_t last = 0;
  std::vector<std::string> unit;
  std::string name;
  std::string bare;  ///< the name without ways of cutting and serving that change no figure

  Read found_as(const Candidate& candidate) const {
    return context.weigh(piece, context.finder().food(candidate), {amount, unit, text::joined(unit)}, kind);
  }

  [[noreturn]] void refuse(const std::string& what, std::size_t place, const std::string& valid) const {
    throw InputError(what, std::string(piece.line), piece.offset + place, valid);
  }
};

void take_units_apart(Order& order) {
  const auto& words = order.words;
  const WordSet& units = order.context.units();
  order.last = words.size();
  while (order.first + 1 < order.last &&
         (units.contains(words[order.first].text) || (order.first > 0 && words[order.first].text == "of")))
    ++order.first;
  const bool unit_in_front = order.first > 0;
  if (!unit_in_front && order.last > 1 && units.contains(words[order.last - 1].text)) --order.last;
  if (!order.amount.measure)  // else the exact amount counts: "bottle of beer 0.5l"
    order.unit = unit_in_front ? unit_from(words, 0, order.first) : unit_from(words, order.last, words.size());
  order.name = name_from(words, order.amount.rest, order.first, order.last);
  const WordSet& preparations = order.context.speaker().vocabulary().words("preparation");
  for (std::size_t i = order.first; i < order.last; ++i) {
    if (!preparations.contains(words[i].text)) order.bare += (order.bare.empty() ? "" : " ") + words[i].text;
  }
}

Order order_from(const FoodContext& context, const Piece& piece, FoodKind kind) {
  Amount amount = context.amount(piece, kind);
  auto words = context.unit_mended(amount);
  Order order{context, piece, kind, std::move(amount), std::move(words), 0, 0, {}, {}, {}};
  take_units_apart(order);
  return order;
}

/// "500ml" alone
std::optional<Read> nothing_named(const Order& order) {
  if (!order.amount.rest.empty()) return std::nullopt;
  if (!order.amount.measure || order.kind != FoodKind::Drink)
    order.refuse("what was it?", order.piece.length, "an amount and a name, such as `2 eggs`");
  Amount water = order.amount;
  water.rest = "water";
  const auto& finder = order.context.finder();
  auto read = order.context.weigh(order.piece, finder.food(*finder.called("water")), {water, {}, {}}, order.kind);
  read.serving.remarks.push_back(note("assumed_water", "no drink named: taken as water"));
  return read;
}

/// "300 kcal of rice"
std::optional<Read> amount_of_energy(const Order& order) {
  const bool energy = !order.words.empty() && one_of(order.words.front().text, {"kcal", "cal", "kj", "calory", "iu"});
  if (energy) {
    order.refuse("an amount in " + order.words.front().text + " cannot be turned into a weight",
                 order.amount.rest_offset, "a weight, a volume or a portion, such as `150g rice`");
  }
  return std::nullopt;
}

std::optional<Read> by_name(const Order& order) {
  const auto exact = order.context.finder().called(order.name);
  return exact ? std::optional(order.found_as(*exact)) : std::nullopt;
}

/// "diced tomatoes" are tomatoes.
std::optional<Read> by_bare_name(const Order& order) {
  if (order.bare.empty() || order.bare == order.name) return std::nullopt;
  const auto exact = order.context.finder().called(order.bare);
  return exact ? std::optional(order.found_as(*exact)) : std::nullopt;
}

/// Whether food in one state is in the other: what is steamed was cooked in water, what is grilled is broiled.
bool is_that_state(std::string_view held, std::string_view asked) {
  if (held == asked) return true;
  if (asked == "steamed") return held == "boiled" || held == "cooked";
  if (asked == "grilled") return held == "broiled";
  return asked == "roasted" && held == "baked";
}

/// "cooked noodles" are the everyday "noodles" if those are cooked ones.
std::optional<Read> in_that_state(const Order& order) {
  const WordSet& known_states = order.context.speaker().vocabulary().words("food state");
  std::string rest;
  std::vector<std::string> states;
  for (const auto& word : text::words_of(order.bare.empty() ? order.name : order.bare)) {
    if (known_states.contains(word.text)) {
      states.push_back(word.text);
    } else {
      rest += (rest.empty() ? "" : " ") + word.text;
    }
  }
  if (states.empty() || rest.empty()) return std::nullopt;
  const auto candidate = order.context.finder().called(rest);
  if (!candidate) return std::nullopt;
  const auto food_words = text::words_of(candidate->name);
  const bool all = std::ranges::all_of(states, [&](const auto& state) {
    return std::ranges::any_of(food_words, [&](const text::Word& word) { return is_that_state(word.text, state); });
  });
  return all ? std::optional(order.found_as(*candidate)) : std::nullopt;
}

/// "1 tsp potassium chloride" after `eat`: a salt is a salt, whatever it is taken with.
std::optional<Read> salt_by_name(const Order& order) {
  const auto& catalogue = order.context.catalogue();
  const auto known = catalogue.supplement(text::key_of(text::words_of(order.name)));
  return known && known->share < 1 ? read_supplement(order.context, order.piece) : std::nullopt;
}

/// "tea 2 8:30"
std::optional<Read> stray_number(const Order& order) {
  for (const auto& word : order.words) {
    const std::size_t end = word.offset + word.length;
    const bool decimal = end + 1 < order.amount.rest.size() && order.amount.rest[end] == '.';  // "1.5% milk"
    const bool number = text::is_digit(word.text.front()) && word.text.find('%') == std::string::npos && !decimal;
    if (number) {
      order.refuse("this number belongs to nothing", order.amount.rest_offset + word.offset,
                   "the amount with its unit before the name, `@` before a time: `2 mugs tea @ 8:30`");
    }
  }
  return std::nullopt;
}

/// "coffee without milk": coffee.
std::optional<Candidate> without_something(const Order& order) {
  const WordSet& without = order.context.speaker().vocabulary().words("without");
  for (std::size_t i = order.first + 1; i < order.last; ++i) {
    if (!without.contains(order.words[i].text)) continue;
    return order.context.called(name_from(order.words, order.amount.rest, order.first, i), order.kind);
  }
  return std::nullopt;
}

/// "beer 5%" without its strength, which no table tells apart; but "2% milk" is another than milk.
std::string without_strength(const std::string& name) {
  std::string plain;
  bool strength = false;
  for (const auto& word : text::words_of(name)) {
    if (word.text.ends_with('%')) {
      strength = true;
    } else {
      plain += (plain.empty() ? "" : " ") + word.text;
    }
  }
  const bool alcoholic = text::words_of(plain).size() <= 2 &&
                         one_of(plain, {"beer", "lager", "ale", "cider", "wine", "red wine", "white wine", "vodka",
                                        "gin", "rum", "whisky", "whiskey", "stout", "ipa", "sake"});
  return strength && alcoholic ? plain : std::string();
}

/// The name as it is looked for, and with less of it where that finds nothing: without ways of cutting and serving,
/// without what stands in brackets, without where it is from.
std::vector<std::string> names_of(const Order& order) {
  std::vector<std::string> names = {order.name};
  const auto add = [&](std::string name) {
    while (!name.empty() && (name.back() == ' ' || name.back() == '(' || name.back() == ',')) name.pop_back();
    if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  };
  add(order.bare);
  add(order.name.substr(0, order.name.find('(')));
  add(order.name.substr(0, order.name.find(" from ")));
  if (order.kind == FoodKind::Drink) add(without_strength(order.name));
  return names;
}

/// The word that says what it is: "chocolate" of "hot chocolate with cream", but not "cooked" of "rice, cooked".
std::string main_word_of(const Order& order) {
  const WordSet& states = order.context.speaker().vocabulary().words("food state");
  const WordSet& without = order.context.speaker().vocabulary().words("without");
  std::string main;
  for (const auto& word : text::words_of(order.bare.empty() ? order.name : order.bare)) {
    if (!main.empty() && (one_of(word.text, {"with", "in", "on", "and", "from", "for"}) || without.contains(word.text)))
      break;
    if (!states.contains(word.text) && word.text.find('%') == std::string::npos) main = word.text;
  }
  return main;
}

/// Only what holds the word that says what it is, as it was said or as its spelling was read, is worth a question.
void keep_those_with_main_word(const Order& order, Matches& matches) {
  const std::string main = main_word_of(order);
  if (main.empty() || matches.clear) return;
  const auto spelled = text::words_of(matches.spelled);
  std::erase_if(matches.candidates, [&](const Candidate& candidate) {
    const auto holds = [&](const std::string& word) {
      return foods::Finder::fits(candidate.name, word) || foods::Finder::fits(candidate.title, word);
    };
    return !holds(main) && std::ranges::none_of(spelled, [&](const text::Word& word) {
      return text::spelling_distance(word.text, main, 2) <= 2 && holds(word.text);
    });
  });
}

/// The name as its spelling was read: "brocolli steamed" in the ways in which "broccoli steamed" is read.
std::optional<Read> as_spelled(const Order& order, const std::string& spelled) {
  Order other = order;
  other.name = spelled;
  other.bare.clear();
  auto read = by_name(other);
  return read ? std::move(read) : in_that_state(other);
}

/// The name without its states and strengths: what is worth asking about where no food has them, but never taken
/// unasked.
std::string plainest_name(const Order& order) {
  const WordSet& states = order.context.speaker().vocabulary().words("food state");
  std::string name;
  for (const auto& word : text::words_of(order.bare.empty() ? order.name : order.bare)) {
    const bool of_strength = word.text.ends_with('%') || std::ranges::all_of(word.text, text::is_digit);
    if (!of_strength && !states.contains(word.text)) name += (name.empty() ? "" : " ") + word.text;
  }
  return name;
}

/// "(leftovers" as "leftovers": the closing one went with the amount.
std::string without_brackets(std::string_view words) {
  constexpr std::string_view around = " ()";
  const std::size_t first = std::min(words.find_first_not_of(around), words.size());
  words.remove_prefix(first);
  return std::string(words.substr(0, words.find_last_not_of(around) + 1));
}

/// @param aside receives the words that were left out to find something
Matches search_by(const Order& order, std::string& aside) {
  Matches first;
  for (const std::string& name : names_of(order)) {
    Matches matches = order.context.finder().search(name);
    if (matches.clear) {
      if (name != order.bare && order.name.starts_with(name)) aside = without_brackets(order.name.substr(name.size()));
      return matches;
    }
    keep_those_with_main_word(order, matches);
    if (first.candidates.empty()) first = std::move(matches);
  }
  if (first.candidates.empty()) {
    first = order.context.finder().search(plainest_name(order));
    first.clear = false;
    first.spelled.clear();
  }
  return first;
}

/// Imported foods have a place where nothing is clear: behind those that hold all the words, too, and before those that
/// hold some. They are asked about and never taken by themselves.
void offer_imported(const Order& order, Matches& matches) {
  auto imported = order.context.finder().imported(order.name);
  if (imported.empty() && order.bare != order.name) imported = order.context.finder().imported(order.bare);
  if (imported.empty()) return;
  const bool all_words = !matches.candidates.empty() && matches.spelled.empty() &&
                         foods::Finder::fits(matches.candidates.front().title, order.name);
  auto& candidates = matches.candidates;
  if (!all_words) matches.spelled.clear();
  constexpr std::size_t shown_before = 4;
  if (all_words && candidates.size() > shown_before) candidates.resize(shown_before);
  candidates.insert(all_words ? candidates.end() : candidates.begin(), std::make_move_iterator(imported.begin()),
                    std::make_move_iterator(imported.end()));
}

void say_spelling(const Order& order, const std::string& spelled, Read& read) {
  if (spelled.empty()) return;
  read.serving.remarks.push_back(note("spelling", "\"" + order.name + "\" was read as \"" + spelled + "\""));
}

/// By the name it was given, in the amount that was said, all figures unknown.
Read kept_unknown(const Order& order) {
  Read read{};
  foods::Serving& serving = read.serving;
  const Amount& amount = order.amount;
  serving.description = order.name;
  serving.kind = order.kind;
  serving.said = order.piece.text();
  serving.amount = quantity::format_amount(amount.number, amount.measure);
  const bool unit_behind = order.first == 0;
  const std::size_t unit_begin = unit_behind ? order.last : 0;
  const std::size_t unit_end = unit_behind                                 ? order.words.size()
                               : order.words[order.first - 1].text == "of" ? order.first - 1
                                                                           : order.first;
  if (!order.unit.empty()) serving.amount += " " + name_from(order.words, amount.rest, unit_begin, unit_end);
  if (amount.measure && quantity::dimension_of(*amount.measure) == quantity::Dimension::Mass)
    serving.grams = amount.number * quantity::base_units_in(*amount.measure);
  constexpr std::array wanted = {quantity::Nutrient::Water, quantity::Nutrient::Magnesium,
                                 quantity::Nutrient::Potassium};
  serving.remarks.push_back(note(
      "unknown_food",
      fmt::format("what \"{}\" holds is not known: water, magnesium and potassium of it are unknown; to say it: {}, {}",
                  order.name, foods::command_that_tells(order.name, "", serving.kind, serving.amount, wanted),
                  foods::figures_of_the_label)));
  return read;
}

/// What was chosen where it was no candidate.
Read not_a_candidate(const Order& order, const Choice& choice) {
  if (choice.what == Choice::What::Unknown) return kept_unknown(order);
  Read read{};
  read.left_out = true;
  return read;
}

/// What a search finds; the speaker chooses where more than one food may be meant.
std::optional<Read> by_search(const Order& order) {
  // "off", "on and off": a few foods have such a word in their names, and none is meant by it.
  const WordSet& no_food = order.context.speaker().vocabulary().words("names no food");
  if (std::ranges::all_of(order.words, [&](const auto& word) { return no_food.contains(word.text); }))
    return not_a_candidate(order, order.context.speaker().unknown_food(order.name));
  std::string aside;
  Matches matches = search_by(order, aside);
  if (!matches.clear) {
    if (const auto plain = without_something(order)) return order.found_as(*plain);
    if (auto read = matches.spelled.empty() ? std::nullopt : as_spelled(order, matches.spelled)) {
      say_spelling(order, matches.spelled, *read);
      return read;
    }
    offer_imported(order, matches);
  }
  if (matches.candidates.empty()) return not_a_candidate(order, order.context.speaker().unknown_food(order.name));
  std::size_t chosen = 0;
  std::optional<foods::Answer> answer;
  if (!matches.clear) {
    const Choice choice = order.context.speaker().which_food(order.name, matches.candidates);
    if (choice.what != Choice::What::Candidate) return not_a_candidate(order, choice);
    chosen = choice.index;
    if (choice.keep) {
      answer = foods::Answer{foods::Question::Food, text::key_of(text::words_of(order.name)),
                             matches.candidates.at(chosen).ref};
    }
  }
  auto read = order.found_as(matches.candidates.at(chosen));
  read.answer = std::move(answer);
  read.aside = std::move(aside);
  say_spelling(order, matches.spelled, read);
  return read;
}

/// In this order; the last one always answers.
constexpr std::array readings = {nothing_named, amount_of_energy, by_name,      by_bare_name,
                                 in_that_state, salt_by_name,     stray_number, by_search};

}  // namespace

Read read_searched_food(const FoodContext& context, const Piece& piece, FoodKind kind) {
  const Order order = order_from(context, piece, kind);
  for (const auto reading : readings) {
    if (auto read = reading(order)) return std::move(*read);
  }
  return not_a_candidate(order, order.context.speaker().unknown_food(order.name));
}

}  // namespace lytes::language

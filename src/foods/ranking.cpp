#include "ranking.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::foods {

namespace {

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

template <class Each>
void each_word_of(std::string_view key, Each&& each) {
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    each(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
}

std::vector<std::string_view> split(std::string_view key) {
  std::vector<std::string_view> words;
  each_word_of(key, [&](std::string_view word) { words.push_back(word); });
  return words;
}

/// Words that say little about which food it is; cheap to have unasked in a name.
bool says_little(std::string_view word) {
  constexpr std::array<std::string_view, 23> quiet = {
      "raw",  "fresh",        "cooked",   "without", "salt",  "with",     "all",       "variety",
      "and",  "or",           "mature",   "seed",    "meat",  "only",     "plain",     "unsweetened",
      "type", "commercially", "prepared", "regular", "ready", "includes", "commercial"};
  return std::ranges::find(quiet, word) != quiet.end();
}

/// Of a word that nobody asked for, in hundredths of a point.
int word_cost(std::string_view word, bool in_head) { return says_little(word) ? 8 : in_head ? 90 : 30; }

/// A soup is eaten ready: "condensed, prepared with equal volume water" is one.
bool is_thick(const std::vector<std::string_view>& title) {
  return holds(title, "condensed") && !holds(title, "prepared");
}

constexpr int thick_cost = 400;

struct Mark {
  std::string_view word;
  int cost;  ///< in hundredths of a point
};

/// Words that make a food something other than the plain thing, when nobody asked for them.
constexpr std::array<Mark, 45> unplain = {{
    {"babyfood", 800},   {"baby", 400},       {"infant", 800},     {"toddler", 600},     {"imitation", 400},
    {"substitute", 400}, {"dehydrated", 300}, {"dried", 200},      {"powder", 300},      {"powdered", 300},
    {"dry", 150},        {"mix", 250},        {"freeze", 300},     {"concentrate", 200}, {"frozen", 120},
    {"canned", 100},     {"syrup", 120},      {"sweetened", 100},  {"candied", 200},     {"pickled", 150},
    {"smoked", 100},     {"cured", 100},      {"restaurant", 200}, {"fast", 200},        {"school", 250},
    {"industrial", 400}, {"formulated", 300}, {"alaska", 300},     {"native", 300},      {"navajo", 400},
    {"imported", 70},    {"zealand", 90},     {"australian", 90},  {"flour", 200},       {"oil", 150},
    {"leaf", 80},        {"peel", 200},       {"separable", 30},   {"fortified", 60},    {"low", 50},
    {"reduced", 50},     {"fat", 30},         {"flavor", 50},      {"flavored", 50},     {"usda", 200},
}};

int unplain_cost(const std::vector<std::string_view>& title) {
  int cost = 0;
  for (const auto& mark : unplain) {
    if (holds(title, mark.word)) cost += mark.cost;
  }
  return is_thick(title) ? cost + thick_cost : cost;
}

/// USDA writes brands in capitals: "Cereals ready-to-eat, GENERAL MILLS, CHEERIOS".
std::string brands_in(std::string_view title) {
  std::string brands;
  for (const auto& word : text::words_of(title)) {
    const std::string_view original = title.substr(word.offset, word.length);
    const bool capitals = word.length >= 3 && std::ranges::none_of(original, text::is_small_letter) &&
                          std::ranges::any_of(original, text::is_capital);
    if (capitals && word.text != "usda") brands += (brands.empty() ? "" : " ") + word.text;
  }
  return brands;
}

constexpr std::array<std::string_view, 6> states = {"raw", "cooked", "boiled", "roasted", "fried", "baked"};

/// Fruit and vegetables are eaten raw, or at least bought so; meat, fish, pulses and grains are eaten cooked.
int state_preference(const std::vector<std::string_view>& title, std::string_view ref) {
  if (!ref.starts_with("usda:")) return 0;
  const std::string_view group = ref.substr(5, 2);
  const bool raw = holds(title, "raw") || holds(title, "fresh");
  constexpr std::array<std::string_view, 8> eaten_cooked = {"05", "10", "13", "15", "16", "17", "20", "23"};
  if (holds(eaten_cooked, group)) return raw ? -120 : holds(title, "cooked") ? 80 : 0;
  if (group == "09" || group == "11" || group == "12") return raw ? 120 : 0;
  return 0;
}

/// How much of a name is its head: up to the first comma, or to the second where the first part only names a class
/// of foods, as in "Nuts, almonds" and "Fish, salmon, Atlantic".
std::size_t head_length(std::string_view title) {
  constexpr std::array<std::string_view, 16> classes = {"nuts",        "seeds",     "fish",    "cheese",
                                                        "spices",      "beverages", "soup",    "mollusks",
                                                        "crustaceans", "snacks",    "candies", "alcoholic beverage",
                                                        "oil",         "beans",     "lettuce", "cereals ready-to-eat"};
  const std::size_t first = std::min(title.find(','), title.size());
  const std::string_view head = title.substr(0, first);
  for (const auto name : classes) {
    const bool same = text::lowered(head) == text::lowered(name);
    if (same && first < title.size()) return std::min(title.find(',', first + 1), title.size());
  }
  return first;
}

}  // namespace

TitleRank rank_of(std::string_view title, std::string_view title_words, std::string_view ref) {
  const auto words = split(title_words);
  TitleRank rank;
  rank.head_words = static_cast<int>(text::words_of(title.substr(0, head_length(title))).size());
  for (std::size_t i = 0; i < words.size(); ++i)
    rank.cost += word_cost(words[i], i < static_cast<std::size_t>(rank.head_words));
  rank.cost += unplain_cost(words);
  rank.state = state_preference(words, ref);
  rank.brands = brands_in(title);
  return rank;
}

Scorer::Scorer(const std::vector<std::string>& asked) : asked_(asked) {
  for (const auto& word : asked) {
    const auto mark = std::ranges::find(unplain, word, &Mark::word);
    Word one{word, mark == unplain.end() ? 0 : mark->cost};
    const auto same = [&](const Word& other) { return other.text == word; };
    if (std::ranges::none_of(words_, same)) words_.push_back(one);
    asks_for_state_ = asks_for_state_ || holds(states, word);
  }
}

double Scorer::score(std::string_view title_words, const TitleRank& rank, bool everyday) const {
  int unasked = rank.cost;  // less what the words cost that were asked for
  int in_head = 0;
  int lead = 0;
  int at = 0;
  std::uint64_t marked = 0;  // the same mark costs once
  each_word_of(title_words, [&](std::string_view word) {
    const auto asked = std::ranges::find(words_, word, &Word::text);
    if (asked != words_.end()) {
      const bool is_head = at < rank.head_words;
      const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(asked - words_.begin());
      unasked -= word_cost(word, is_head);
      if (is_head) ++in_head;
      if ((marked & bit) == 0) unasked -= asked->mark_cost;
      marked |= bit;
    }
    // The noun leads: "Bread, rye".
    if (at == 0 && word == asked_.back()) lead += 40;
    if (at == 0 && word == asked_.front()) lead += 60;
    ++at;
  });
  if (holds(asked_, "condensed") && is_thick(split(title_words))) unasked -= thick_cost;
  int brand = 0;
  each_word_of(rank.brands, [&](std::string_view word) {
    if (!holds(asked_, word)) brand += 150;
  });
  constexpr int most_for_brands = 450;
  constexpr int everyday_bonus = 150;
  const int points = lead - unasked - std::min(brand, most_for_brands) + (asks_for_state_ ? 0 : rank.state) +
                     (everyday ? everyday_bonus : 0);
  return 3.0 * in_head / static_cast<double>(asked_.size()) + points / 100.0;
}

}  // namespace lytes::foods

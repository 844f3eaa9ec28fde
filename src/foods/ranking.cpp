#include "ranking.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::foods {

namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::vector<std::string> split(std::string_view key) {
  std::vector<std::string> words;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    words.emplace_back(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
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

struct Mark {
  std::string_view word;
  double penalty;
};

/// Words that make a food something other than the plain thing, when nobody asked for them.
constexpr std::array<Mark, 46> unplain = {{
    {"babyfood", 8},   {"baby", 4},       {"infant", 8},       {"toddler", 6},      {"imitation", 4},
    {"substitute", 4}, {"dehydrated", 3}, {"dried", 2},        {"powder", 3},       {"powdered", 3},
    {"dry", 1.5},      {"mix", 2.5},      {"freeze", 3},       {"concentrate", 2},  {"frozen", 1.2},
    {"canned", 1},     {"syrup", 1.2},    {"sweetened", 1},    {"candied", 2},      {"pickled", 1.5},
    {"smoked", 1},     {"cured", 1},      {"restaurant", 2},   {"fast", 2},         {"school", 2.5},
    {"industrial", 4}, {"formulated", 3}, {"alaska", 3},       {"native", 3},       {"navajo", 4},
    {"imported", 0.7}, {"zealand", 0.9},  {"australian", 0.9}, {"flour", 2},        {"oil", 1.5},
    {"leaf", 0.8},     {"peel", 2},       {"separable", 0.3},  {"variety meat", 2}, {"fortified", 0.6},
    {"low", 0.5},      {"reduced", 0.5},  {"fat", 0.3},        {"flavor", 0.5},     {"flavored", 0.5},
    {"usda", 2},
}};

double unplain_penalty(const std::vector<std::string>& asked, const std::vector<std::string>& title) {
  double penalty = 0;
  for (const auto& [word, cost] : unplain) {
    if (holds(title, word) && !holds(asked, word)) penalty += cost;
  }
  // A soup is eaten ready: "condensed, prepared with equal volume water" is one.
  const bool thick = holds(title, "condensed") && !holds(title, "prepared") && !holds(asked, "condensed");
  return thick ? penalty + 4 : penalty;
}

/// USDA writes brands in capitals: "Cereals ready-to-eat, GENERAL MILLS, CHEERIOS".
double brand_penalty(const std::vector<std::string>& asked, std::string_view title) {
  double penalty = 0;
  for (const auto& word : text::words_of(title)) {
    const std::string_view original = title.substr(word.offset, word.length);
    const bool capitals = word.length >= 3 && std::ranges::none_of(original, text::is_small_letter) &&
                          std::ranges::any_of(original, text::is_capital);
    if (capitals && word.text != "usda" && !holds(asked, word.text)) penalty += 1.5;
  }
  return std::min(penalty, 4.5);
}

/// Fruit and vegetables are eaten raw, or at least bought so; meat, fish, pulses and grains are eaten cooked.
double state_preference(const std::vector<std::string>& asked, const std::vector<std::string>& title,
                        std::string_view ref) {
  constexpr std::array<std::string_view, 6> states = {"raw", "cooked", "boiled", "roasted", "fried", "baked"};
  const bool asked_for_state = std::ranges::any_of(states, [&](auto state) { return holds(asked, state); });
  if (asked_for_state || !ref.starts_with("usda:")) return 0;
  const std::string_view group = ref.substr(5, 2);
  const bool raw = holds(title, "raw") || holds(title, "fresh");
  constexpr std::array<std::string_view, 8> eaten_cooked = {"05", "10", "13", "15", "16", "17", "20", "23"};
  if (std::ranges::find(eaten_cooked, group) != eaten_cooked.end())
    return raw ? -1.2 : holds(title, "cooked") ? 0.8 : 0;
  if (group == "09" || group == "11" || group == "12") return raw ? 1.2 : 0;
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

double score(const std::vector<std::string>& asked, std::string_view title, const std::string& title_words,
             std::string_view ref, bool everyday) {
  const std::vector<std::string> words = split(title_words);
  const std::size_t head_size = text::words_of(title.substr(0, head_length(title))).size();

  std::size_t in_head = 0;
  double unasked = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (holds(asked, words[i])) {
      if (i < head_size) ++in_head;
    } else {
      unasked += says_little(words[i]) ? 0.08 : i < head_size ? 0.9 : 0.3;
    }
  }
  double points = 3.0 * static_cast<double>(in_head) / static_cast<double>(std::max<std::size_t>(asked.size(), 1));
  if (!words.empty() && !asked.empty() && words.front() == asked.back()) points += 0.4;  // the noun leads: "Bread, rye"
  if (!words.empty() && !asked.empty() && words.front() == asked.front()) points += 0.6;
  points -= unasked;
  points -= unplain_penalty(asked, words);
  points -= brand_penalty(asked, title);
  points += state_preference(asked, words, ref);
  if (everyday) points += 1.5;
  return points;
}

}  // namespace lytes::foods

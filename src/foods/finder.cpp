#include "lytes/foods/finder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <tuple>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/imported_foods.hpp"
#include "lytes/foods/user_foods.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"
#include "ranking.hpp"

namespace lytes::foods {

namespace {

/// Two candidates nearer than this are asked about, unless their figures say it makes no difference.
constexpr double doubt = 0.35;
constexpr std::size_t candidates_kept = 60;
/// No food is looked for by more words: the longest name there is has 36, and each word that is unknown is held against
/// all that are known.
constexpr std::size_t most_words = 40;

Candidate candidate_from(Title title, double points) {
  return {std::move(title.ref), std::move(title.food_name), std::move(title.text), title.everyday, points};
}

std::vector<std::string> texts(std::string_view phrase) {
  std::vector<std::string> words;
  for (auto& word : text::words_of(phrase)) words.push_back(std::move(word.text));
  return words;
}

/// Words that link a name without being part of it.
bool is_linking(const std::string& word) {
  return word == "of" || word == "the" || word == "some" || word == "my" || word == "mit";
}

/// Whether a word begins what goes with a food: "muesli with milk" is a muesli.
bool begins_addition(const std::string& word) {
  constexpr std::array<std::string_view, 9> words = {"with", "without", "and", "on",  "in",
                                                     "mit",  "ohne",    "und", "plus"};
  return std::ranges::find(words, word) != words.end();
}

/// The words of a name up to what goes with it.
std::vector<std::string> main_part(std::vector<std::string> words) {
  if (words.empty()) return words;
  words.erase(std::find_if(words.begin() + 1, words.end(), begins_addition), words.end());
  return words;
}

/// Who asks for "quark" does not mean potatoes with it.
void leave_out_additions(std::vector<Candidate>& candidates, const std::string& main_word) {
  std::erase_if(candidates, [&](const Candidate& candidate) {
    if (!candidate.everyday) return false;
    const auto all = texts(candidate.title);
    const auto main = main_part(all);
    return std::ranges::find(all, main_word) != all.end() && std::ranges::find(main, main_word) == main.end();
  });
}

struct Hit {
  std::int64_t food;
  std::int64_t title;
  double score;
};

/// A food may have several titles that fit: the best of each, of two alike the first, and no more than are kept.
std::vector<Hit> best_of_each_food(std::vector<Hit> hits) {
  std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
    return std::tie(a.food, b.score, a.title) < std::tie(b.food, a.score, b.title);
  });
  const auto same_food = [](const Hit& one, const Hit& other) { return one.food == other.food; };
  hits.erase(std::unique(hits.begin(), hits.end(), same_food), hits.end());
  std::ranges::stable_sort(hits, std::ranges::greater{}, &Hit::score);
  if (hits.size() > candidates_kept) hits.resize(candidates_kept);
  return hits;
}

}  // namespace

Finder::Finder(const Catalogue& catalogue, const UserFoods* user_foods, const Answers* answers,
               const ImportedFoods* imported)
    : catalogue_(catalogue), user_foods_(user_foods), answers_(answers), imported_(imported) {}

std::optional<Food> Finder::find(std::string_view ref) const {
  std::optional<Food> found = user_foods_ ? user_foods_->find(ref) : std::nullopt;
  if (!found && imported_ && is_imported(ref)) return imported_->find(ref);
  return found ? found : catalogue_.find(ref);
}

std::optional<Candidate> Finder::own_called(const std::string& key) const {
  if (!user_foods_ || key.empty()) return std::nullopt;
  if (const auto own = user_foods_->called(key)) return Candidate{own->ref, own->name, own->name, std::nullopt, 100};
  if (const auto ref = answers_ ? answers_->given(Question::Food, key) : std::nullopt) {
    if (const auto food = find(*ref)) return Candidate{food->ref, food->name, food->name, std::nullopt, 100};
  }
  return std::nullopt;
}

std::optional<Candidate> Finder::called(std::string_view name) const {
  const auto words = text::words_of(name);
  if (words.empty()) return std::nullopt;
  if (auto own = own_called(text::key_of(words))) return own;
  for (auto& title : catalogue_.titled(text::key_of(words))) return candidate_from(std::move(title), 50);
  if (words.size() == 1) return std::nullopt;
  for (auto& title : catalogue_.titled_in_any_order(text::sorted_key_of(words)))
    return candidate_from(std::move(title), 40);
  return std::nullopt;
}

void Finder::search_exactly(const std::vector<std::string>& words, bool last_is_prefix, Matches& matches) const {
  const Scorer scorer(words);
  // A single letter is no name: "k" is no cereal that has it in its own. The user's own foods may be called by one.
  const bool one_letter = words.size() == 1 && words.front().size() == 1;
  std::vector<Hit> hits;
  if (!one_letter) {
    catalogue_.search(words, last_is_prefix, [&](const TitleHit& hit) {
      hits.push_back({hit.food, hit.title, scorer.score(hit.words, hit.rank, hit.everyday.has_value())});
    });
  }
  for (const Hit& hit : best_of_each_food(std::move(hits)))
    matches.candidates.push_back(candidate_from(catalogue_.title(hit.title), hit.score));
  if (user_foods_) {
    user_foods_->each_name([&](std::string_view ref, std::string_view own_name) {
      const auto name = texts(own_name);
      const bool fits = std::ranges::all_of(words, [&](const auto& word) {
        return std::ranges::any_of(name, [&](const auto& own) {
          return own == word || (last_is_prefix && &word == &words.back() && own.starts_with(word));
        });
      });
      if (!fits) return;
      const std::string key = text::joined(name);
      const double points = scorer.score(key, rank_of(own_name, key, ref), true) + 5;
      matches.candidates.push_back(
          {std::string(ref), std::string(own_name), std::string(own_name), std::nullopt, points});
    });
  }
  std::ranges::sort(matches.candidates, [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.ref < b.ref;
  });
  if (matches.candidates.size() > candidates_kept) matches.candidates.resize(candidates_kept);
}

std::optional<std::string> Finder::nearest_word(const std::string& word) const {
  // A short word is one letter away from many others: "pide" is no misspelt "pie".
  const int limit = word.size() < 5 ? 0 : word.size() < 9 ? 1 : 2;
  const bool has_digit = std::ranges::any_of(word, text::is_digit);
  if (limit == 0 || has_digit) return std::nullopt;
  std::optional<std::string> nearest;
  int least = limit + 1;
  int most_titles = 0;
  catalogue_.each_word([&](std::string_view known, int titles) {
    if (known.front() != word.front() && limit < 2) return;  // people rarely miss the first letter
    if (word.size() == 5 && known.size() != 6) return;       // "coffe" lacks a letter; "mochi" is no "mocha"
    const int distance = text::spelling_distance(word, known, limit);
    if (distance < least || (distance == least && distance <= limit && titles > most_titles)) {
      nearest = known;
      least = distance;
      most_titles = titles;
    }
  });
  return nearest;
}

/// "water melon", "hickory nuts": two words here, one in the name.
void Finder::search_with_two_as_one(const std::vector<std::string>& words, bool last_is_prefix,
                                    Matches& matches) const {
  for (std::size_t i = 0; i + 1 < words.size() && matches.candidates.empty(); ++i) {
    if (!catalogue_.knows_word(words[i] + words[i + 1])) continue;
    auto fused = words;
    fused[i] += fused[i + 1];
    fused.erase(fused.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    search_exactly(fused, last_is_prefix, matches);
  }
}

/// Reads each word that no food has as the nearest that one has; says whether any was read so.
bool Finder::read_as_nearest(std::vector<std::string>& words, std::string& main_word) const {
  bool changed = false;
  for (auto& word : words) {
    if (catalogue_.knows_word(word)) continue;
    auto nearest = nearest_word(word);
    if (!nearest) continue;
    if (word == main_word) main_word = *nearest;
    word = std::move(*nearest);
    changed = true;
  }
  return changed;
}

/// What has all the words but one, best first. The word that says what it is has to be there: no dal for "black
/// cofffee".
std::vector<Candidate> Finder::with_all_but_one(const std::vector<std::string>& words, const std::string& main_word,
                                                bool last_is_prefix) const {
  std::vector<Candidate> found;
  for (std::size_t left_out = 0; left_out < words.size(); ++left_out) {
    if (words[left_out] == main_word) continue;
    auto fewer = words;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(left_out));
    Matches part;
    search_exactly(fewer, last_is_prefix, part);
    for (auto& candidate : part.candidates) {
      const auto is_same = [&](const Candidate& known) { return known.ref == candidate.ref; };
      if (std::ranges::none_of(found, is_same)) found.push_back(std::move(candidate));
    }
  }
  std::ranges::stable_sort(found, std::ranges::greater{}, &Candidate::score);
  return found;
}

/// Whether the first of those found by so many words can be taken unasked.
bool Finder::is_first_meant(const Matches& matches, std::size_t words) const {
  if (matches.candidates.empty()) return false;
  const auto& first = matches.candidates.front();
  // A guessed spelling is only beyond doubt where it made an everyday name.
  if (!matches.spelled.empty() && !first.everyday) return false;
  // An everyday name that says more than was asked is another thing: "bread with cheese" for "brot".
  if (first.everyday && text::words_of(first.title).size() > words) return false;
  constexpr std::size_t rivals = 5;
  const auto others = std::span(matches.candidates).subspan(1);
  return std::ranges::none_of(others.first(std::min(rivals, others.size())), [&](const Candidate& other) {
    return first.score - other.score < doubt && !alike(first, other);
  });
}

Matches Finder::search(std::string_view phrase, bool last_is_prefix) const {
  auto words = texts(phrase);
  std::erase_if(words, is_linking);
  Matches matches;
  if (words.empty() || words.size() > most_words) return matches;
  std::string main_word = main_part(texts(phrase)).back();
  if (is_linking(main_word)) main_word = words.back();

  search_exactly(words, last_is_prefix, matches);
  if (matches.candidates.empty()) search_with_two_as_one(words, last_is_prefix, matches);
  if (matches.candidates.empty() && read_as_nearest(words, main_word)) {
    matches.spelled = text::joined(words);
    if (auto exact = called(matches.spelled)) {
      matches.candidates.push_back(std::move(*exact));
      matches.clear = true;
      return matches;
    }
    search_exactly(words, last_is_prefix, matches);
  }
  // Where no food has all the words, what has all but one is worth showing, but nothing to save unasked.
  const bool one_is_missing = matches.candidates.empty() && words.size() > 1;
  if (one_is_missing) matches.candidates = with_all_but_one(words, main_word, last_is_prefix);
  if (!last_is_prefix) leave_out_additions(matches.candidates, main_word);
  if (matches.candidates.size() > candidates_kept) matches.candidates.resize(candidates_kept);
  matches.clear = !one_is_missing && is_first_meant(matches, words.size());
  return matches;
}

std::vector<Candidate> Finder::imported(std::string_view phrase, bool last_is_prefix) const {
  constexpr std::size_t most = 7;
  auto words = texts(phrase);
  std::erase_if(words, is_linking);
  const bool one_letter = words.size() == 1 && words.front().size() == 1;
  if (!imported_ || one_letter || words.size() > most_words) return {};
  return imported_->search(words, last_is_prefix, most);
}

/// Whether it makes no difference to water, magnesium and potassium which of the two it was.
bool Finder::alike(const Candidate& left, const Candidate& right) const {
  const Food a = food(left);
  const Food b = food(right);
  using quantity::Nutrient;
  const auto near = [&](Nutrient nutrient, double per_100g) {
    const auto& x = a.per_basis[nutrient];
    const auto& y = b.per_basis[nutrient];
    if (!x || !y) return !x && !y;
    return std::abs(*x - *y) <= std::max(per_100g, 0.2 * std::max(*x, *y));
  };
  return near(Nutrient::Water, 8) && near(Nutrient::Magnesium, 8) && near(Nutrient::Potassium, 60);
}

bool Finder::fits(std::string_view name, std::string_view words) {
  const auto held = texts(name);
  const auto wanted = texts(words);
  return !wanted.empty() && std::ranges::all_of(wanted, [&](const auto& word) {
    return std::ranges::any_of(held, [&](const auto& each) { return each.starts_with(word); });
  });
}

Food Finder::food(const Candidate& candidate) const {
  std::optional<Food> found = user_foods_ ? user_foods_->find(candidate.ref) : std::nullopt;
  // What its label says otherwise was said once, and holds under all its names.
  if (!found && user_foods_ && candidate.ref.starts_with("product:")) {
    found = user_foods_->called(text::key_of(text::words_of(candidate.name)));
  }
  if (!found && imported_ && is_imported(candidate.ref)) found = imported_->find(candidate.ref);
  if (!found) found = catalogue_.find(candidate.ref, candidate.everyday);
  if (!found) throw NotFoundError("no_such_food", "there is no food " + candidate.ref);
  return *found;
}

}  // namespace lytes::foods

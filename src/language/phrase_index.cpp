#include "phrase_index.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"

namespace lytes::language {
namespace {

/// Shorter words are too near to too many others to be taken for a slip of one letter.
constexpr std::size_t slip_from_letters = 6;
/// Two neighbours that changed places give a word that is none, in nearly every word of four letters.
constexpr std::size_t swap_from_letters = 4;

constexpr std::string_view any_words = "..";
constexpr std::string_view joining = " & ";

/// Calls `each(part)` for what stands between the dividers.
template <typename Each>
void each_between(std::string_view text, std::string_view divider, Each each) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(divider, begin), text.size());
    each(text.substr(begin, end - begin));
    begin = end + divider.size();
  }
}

bool is_swap(std::string_view word, std::string_view meant) {
  if (word.size() != meant.size()) return false;
  const auto [left, right] = std::ranges::mismatch(word, meant);
  const auto at = static_cast<std::size_t>(left - word.begin());
  return at + 1 < word.size() && word[at] == meant[at + 1] && word[at + 1] == meant[at] &&
         word.substr(at + 2) == meant.substr(at + 2);
}

/// A copy that lives as long as `memory`.
template <typename Item>
std::span<const Item> kept(std::span<const Item> items, std::pmr::memory_resource& memory) {
  auto* const place = static_cast<Item*>(memory.allocate(items.size_bytes(), alignof(Item)));
  std::ranges::uninitialized_copy(items, std::span(place, items.size()));
  return {place, items.size()};
}

}  // namespace

std::size_t NumberedWords::place_of(std::string_view word) const {
  // Fowler, Noll and Vo's hash.
  std::uint32_t hash = 2'166'136'261U;
  for (const char letter : word) hash = (hash ^ static_cast<unsigned char>(letter)) * 16'777'619U;
  std::size_t place = (hash ^ (hash >> 15U)) & (cells_.size() - 1);
  while (cells_[place].word.data() != nullptr && cells_[place].word != word) place = (place + 1) & (cells_.size() - 1);
  return place;
}

std::optional<NumberedWords::Id> NumberedWords::find(std::string_view word) const {
  const Cell& cell = cells_[place_of(word)];
  return cell.word.data() == nullptr ? std::nullopt : std::optional(cell.id);
}

NumberedWords::Id NumberedWords::put(std::string_view word, Id next) {
  if (used_ * 2 >= cells_.size()) grow();
  Cell& cell = cells_[place_of(word)];
  if (cell.word.data() == nullptr) {
    cell = {word, next};
    ++used_;
  }
  return cell.id;
}

void NumberedWords::grow() {
  const auto before = std::exchange(cells_, std::vector<Cell>(cells_.size() * 2));
  for (const Cell& cell : before) {
    if (cell.word.data() != nullptr) cells_[place_of(cell.word)] = cell;
  }
}

PhraseIndex::PhraseIndex(const Vocabulary& vocabulary, const std::vector<SignPhrase>& phrases,
                         std::span<const std::string> first)
    : vocabulary_(vocabulary), small_(vocabulary.words("sign filler")), as_meant_(vocabulary.words("sign as meant")) {
  number_ = next_++;
  for (const SignPhrase& phrase : phrases) {
    if (phrase.said == SignPhrase::Said::Asked) continue;
    rules_.push_back({&phrase, 0, std::ranges::find(first, phrase.sign) != first.end()});
    each_between(phrase.words, joining,
                 [&](std::string_view words) { add_part(words, rules_.size() - 1, rules_.back().parts++); });
  }
  order_begins();
}

void PhraseIndex::add_part(std::string_view words, std::size_t rule, std::size_t place) {
  slots_.clear();
  bool after_any = false;
  each_between(words, " ", [&](std::string_view word) {
    if (word == any_words) {
      after_any = true;
      return;
    }
    slots_.push_back(slot_of(word));
    slots_.back().after_any = std::exchange(after_any, false);
  });
  for (const Id id : slots_.front().ids) begins_.push_back({id, parts_.size()});
  parts_.push_back({kept<Slot>(slots_, memory_), rule, place});
}

void PhraseIndex::order_begins() {
  begin_of_.assign(std::size_t{next_} + 1, 0);
  for (const Begin& begin : begins_) ++begin_of_[begin.id + 1U];
  for (std::size_t id = 1; id < begin_of_.size(); ++id) begin_of_[id] += begin_of_[id - 1];
  begin_parts_.resize(begins_.size());
  std::vector<std::size_t> next(begin_of_);
  for (const Begin& begin : begins_) begin_parts_[next[begin.id]++] = begin.part;
}

PhraseIndex::Slot PhraseIndex::slot_of(std::string_view alternatives) {
  ids_.clear();
  each_between(alternatives, "|", [&](std::string_view word) { add_alternative(word, ids_); });
  std::ranges::sort(ids_);
  return {kept<Id>(ids_, memory_)};
}

/// "numb", the stem "numb*", any number as "#", and a list of small_words.csv: "@limb" for "sign limb", "@load" for
/// "factor load".
void PhraseIndex::add_alternative(std::string_view word, Ids& ids) {
  if (word == "#") {
    ids.push_back(number_);
  } else if (word.starts_with('@')) {
    const Ids& list = ids_of_list(word.substr(1));
    ids.insert(ids.end(), list.begin(), list.end());
  } else if (word.ends_with('*')) {
    ids.push_back(id_of_stem(word.substr(0, word.size() - 1)));
  } else {
    ids.push_back(id_of_word(word));
  }
}

const PhraseIndex::Ids& PhraseIndex::ids_of_list(std::string_view name) {
  const auto [list, is_new] = lists_.try_emplace(name);
  if (!is_new) return list->second;
  const std::string called(name);
  const WordSet& of_signs = vocabulary_.words("sign " + called);
  Ids ids;
  for (const std::string_view word : of_signs.empty() ? vocabulary_.words("factor " + called) : of_signs)
    add_alternative(word, ids);
  return lists_[name] = std::move(ids);
}

PhraseIndex::Id PhraseIndex::id_of_word(std::string_view word) {
  const Id id = words_.put(word, next_);
  if (id == next_) {
    ++next_;
    by_letter_[static_cast<unsigned char>(word[0])].push_back(word);
  }
  return id;
}

PhraseIndex::Id PhraseIndex::id_of_stem(std::string_view stem) {
  const Id id = stems_.put(stem, next_);
  if (id == next_) ++next_;
  return id;
}

PhraseIndex::Ids PhraseIndex::ids_of(const std::string& word) const {
  Ids ids;
  if (text::is_digit(word[0])) ids.push_back(number_);
  if (const auto known = words_.find(word)) ids.push_back(*known);
  constexpr std::size_t shortest_stem = 3;
  constexpr std::size_t longest_stem = 16;
  for (std::size_t size = shortest_stem; size <= std::min(word.size(), longest_stem); ++size) {
    if (const auto stem = stems_.find(std::string_view(word).substr(0, size))) ids.push_back(*stem);
  }
  if (!ids.empty()) return ids;
  if (const auto slip = slip_of(word)) ids.push_back(*slip);
  return ids;
}

std::optional<PhraseIndex::Id> PhraseIndex::slip_of(const std::string& word) const {
  constexpr std::size_t longest = 20;
  if (word.size() < swap_from_letters || word.size() > longest) return std::nullopt;
  if (small_.contains(word) || as_meant_.contains(word)) return std::nullopt;
  for (const std::size_t size : {word.size(), word.size() + 1, word.size() - 1}) {
    std::string_view first;  // of those that may be meant
    for (const std::string_view meant : by_letter_[static_cast<unsigned char>(word[0])]) {
      if (meant.size() != size || (!first.empty() && first < meant)) continue;
      const bool slip =
          is_swap(word, meant) || (size >= slip_from_letters && text::spelling_distance(word, meant, 1) == 1);
      if (slip) first = meant;
    }
    if (!first.empty()) return words_.find(first);
  }
  return std::nullopt;
}

}  // namespace lytes::language

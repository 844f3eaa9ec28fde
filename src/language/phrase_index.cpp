#include "phrase_index.hpp"

#include <algorithm>
#include <array>
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

std::size_t letter_and_length(char letter, std::size_t length) {
  return length * 256 + static_cast<unsigned char>(letter);
}

}  // namespace

PhraseIndex::PhraseIndex(const Vocabulary& vocabulary, const std::vector<SignPhrase>& phrases,
                         std::span<const std::string> first)
    : vocabulary_(vocabulary), small_(vocabulary.words("sign filler")), as_meant_(vocabulary.words("sign as meant")) {
  number_ = next_++;
  beginning_with_.emplace_back();
  for (const SignPhrase& phrase : phrases) {
    if (phrase.said == SignPhrase::Said::Asked) continue;
    rules_.push_back({&phrase, 0, std::ranges::find(first, phrase.sign) != first.end()});
    each_between(phrase.words, joining,
                 [&](std::string_view words) { add_part(words, rules_.size() - 1, rules_.back().parts++); });
  }
  for (const auto& [word, id] : words_) by_letter_and_length_[letter_and_length(word[0], word.size())].push_back(word);
  for (auto& [key, words] : by_letter_and_length_) std::ranges::sort(words);
}

void PhraseIndex::add_part(std::string_view words, std::size_t rule, std::size_t place) {
  Part part{std::pmr::vector<Slot>(&memory_), rule, place};
  bool after_any = false;
  each_between(words, " ", [&](std::string_view word) {
    if (word == any_words) {
      after_any = true;
      return;
    }
    part.slots.push_back(slot_of(word));
    part.slots.back().after_any = std::exchange(after_any, false);
  });
  for (const Id id : part.slots.front().ids) beginning_with_[id].push_back(parts_.size());
  parts_.push_back(std::move(part));
}

PhraseIndex::Slot PhraseIndex::slot_of(std::string_view alternatives) {
  Slot slot{Ids(&memory_)};
  each_between(alternatives, "|", [&](std::string_view word) { add_alternative(word, slot.ids); });
  std::ranges::sort(slot.ids);
  return slot;
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
    ids.push_back(id_of(stems_, word.substr(0, word.size() - 1)));
  } else {
    ids.push_back(id_of(words_, word));
  }
}

const PhraseIndex::Ids& PhraseIndex::ids_of_list(std::string_view name) {
  const auto [list, is_new] = lists_.try_emplace(name);
  if (!is_new) return list->second;
  const std::string called(name);
  const WordSet& of_signs = vocabulary_.words("sign " + called);
  Ids ids(&memory_);
  for (const std::string_view word : of_signs.empty() ? vocabulary_.words("factor " + called) : of_signs)
    add_alternative(word, ids);
  return lists_[name] = std::move(ids);
}

PhraseIndex::Id PhraseIndex::id_of(Known& words, std::string_view word) {
  const auto [known, is_new] = words.try_emplace(word, next_);
  if (is_new) {
    ++next_;
    beginning_with_.emplace_back();
  }
  return known->second;
}

PhraseIndex::Ids PhraseIndex::ids_of(const std::string& word) const {
  Ids ids;
  if (text::is_digit(word[0])) ids.push_back(number_);
  if (const auto known = words_.find(word); known != words_.end()) ids.push_back(known->second);
  constexpr std::size_t shortest_stem = 3;
  constexpr std::size_t longest_stem = 16;
  for (std::size_t size = shortest_stem; size <= std::min(word.size(), longest_stem); ++size) {
    const auto stem = stems_.find(std::string_view(word).substr(0, size));
    if (stem != stems_.end()) ids.push_back(stem->second);
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
    const auto near = by_letter_and_length_.find(letter_and_length(word[0], size));
    if (near == by_letter_and_length_.end()) continue;
    for (const std::string_view meant : near->second) {
      const bool slip =
          is_swap(word, meant) || (size >= slip_from_letters && text::spelling_distance(word, meant, 1) == 1);
      if (slip) return words_.find(meant)->second;
    }
  }
  return std::nullopt;
}

}  // namespace lytes::language

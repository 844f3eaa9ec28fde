#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "lytes/language/vocabulary.hpp"
#include "sign_words.hpp"

namespace lytes::language {

/// What the words around a phrase make of it. All look no further than a dozen words, and not over a comma.
class SignContext {
 public:
  SignContext(const Vocabulary& vocabulary, const std::vector<SignWord>& words);

  /// Whether the words take it back: "no numbness", and with it "no numbness or tingling"; "fever: none".
  /// To be asked from the first phrase to the last, for one denial reaches over those that follow it.
  bool is_denied(std::size_t first, std::size_t end);

  /// Whether it happened to somebody else, in a book or a film, or only in somebody's fears.
  bool is_of_others(std::size_t first, std::size_t end) const;

  /// Whether a word takes back what stands behind it: "not", "no".
  bool is_negation(std::size_t word) const { return is(word, negations_); }

  /// Whether it was years ago.
  bool is_long_ago(std::size_t first, std::size_t end) const;

 private:
  bool is(std::size_t word, const WordSet& list) const { return list.contains(words_[word].text); }
  bool is_followed_by_none(std::size_t end) const;
  bool is_taken_back(std::size_t first) const;
  bool is_place(std::size_t word) const;
  bool is_beside(std::size_t person) const;
  bool is_told_of_person(std::size_t end) const;
  bool is_year(std::size_t word) const;
  bool ends_clause(std::size_t word) const { return word >= words_.size() || words_[word].after_break; }

  const std::vector<SignWord>& words_;
  const WordSet& small_;
  const WordSet& negations_;
  const WordSet& people_;
  const WordSet& oneself_;
  const WordSet& told_by_;
  const WordSet& beside_;
  const WordSet& stories_;
  const WordSet& fears_;
  const WordSet& dreams_;
  std::array<const WordSet*, 3> places_;  ///< of the body
  std::size_t denied_to_;
};

}  // namespace lytes::language

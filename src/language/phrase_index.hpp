#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// Words and the number of each. A line of words is read by a program that has just begun, so what counts is how
/// quickly thousands of them are put in.
class NumberedWords {
 public:
  using Id = std::uint16_t;

  std::optional<Id> find(std::string_view word) const;
  /// The word's number, which is `next` if it is new.
  /// @param word must outlive this object
  Id put(std::string_view word, Id next);

 private:
  struct Cell {
    std::string_view word;
    Id id = 0;
  };
  std::size_t place_of(std::string_view word) const;
  void grow();

  std::vector<Cell> cells_ = std::vector<Cell>(2048);  ///< a power of two, at most half of them in use
  std::size_t used_ = 0;
};

/// The phrases of one table of the vocabulary, each by the words it may begin with, so that a text is searched in one
/// pass however many phrases there are.
class PhraseIndex {
 public:
  using Id = NumberedWords::Id;
  using Ids = std::vector<Id>;

  /// One word of a phrase, as its alternatives.
  struct Slot {
    std::span<const Id> ids;  ///< in order
    bool after_any = false;   ///< a few words of any kind may stand before it, not only small ones
  };

  /// Words in their order.
  struct Part {
    std::span<const Slot> slots;
    std::size_t rule;
    std::size_t place;  ///< among the parts of its rule
  };

  /// A row of the vocabulary: it is said where all its parts are.
  struct Rule {
    const SignPhrase* phrase;
    std::size_t parts;
    bool first;  ///< stands before all others that share a word with it
  };

  /// @param phrases must outlive this object
  /// @param first of two that share a word the phrases of these names stand
  PhraseIndex(const Vocabulary& vocabulary, const std::vector<SignPhrase>& phrases, std::span<const std::string> first);

  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<Part>& parts() const { return parts_; }

  /// What a word, in lower case and without apostrophes, may stand for in a phrase; also for a slip of spelling.
  Ids ids_of(const std::string& word) const;

  /// The parts that may begin with a word of that id, in their order.
  std::span<const std::size_t> beginning_with(Id id) const {
    return std::span(begin_parts_).subspan(begin_of_[id], begin_of_[id + 1U] - begin_of_[id]);
  }

 private:
  struct Begin {
    Id id;
    std::size_t part;
  };

  void add_part(std::string_view words, std::size_t rule, std::size_t place);
  Slot slot_of(std::string_view alternatives);
  void add_alternative(std::string_view word, Ids& ids);
  const Ids& ids_of_list(std::string_view name);
  Id id_of_word(std::string_view word);
  Id id_of_stem(std::string_view stem);
  void order_begins();
  std::optional<Id> slip_of(const std::string& word) const;

  const Vocabulary& vocabulary_;
  const WordSet& small_;
  const WordSet& as_meant_;
  std::pmr::monotonic_buffer_resource memory_{std::size_t{1} << 16U};  ///< of slots and their ids
  std::vector<Rule> rules_;
  std::vector<Part> parts_;
  NumberedWords words_;  ///< what stands in the phrases and in the lists that they name, which both outlive this object
  NumberedWords stems_;
  std::unordered_map<std::string_view, Ids> lists_;
  std::array<std::vector<std::string_view>, 256> by_letter_;  ///< the words by their first
  std::vector<Begin> begins_;
  std::vector<std::size_t> begin_of_;  ///< by id: where its parts begin among the following
  std::vector<std::size_t> begin_parts_;
  Ids ids_;                  ///< of the slot that is being made
  std::vector<Slot> slots_;  ///< of the part that is being made
  Id number_ = 0;
  Id next_ = 0;
};

}  // namespace lytes::language

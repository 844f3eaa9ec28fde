#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// The phrases of one table of the vocabulary, each by the words it may begin with, so that a text is searched in one
/// pass however many phrases there are.
class PhraseIndex {
 public:
  using Id = std::uint16_t;
  using Ids = std::vector<Id>;  ///< in order

  /// One word of a phrase, as its alternatives.
  struct Slot {
    Ids ids;
    bool after_any = false;  ///< a few words of any kind may stand before it, not only small ones
  };

  /// Words in their order.
  struct Part {
    std::vector<Slot> slots;
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

  /// The parts that may begin with a word of that id.
  const std::vector<std::size_t>& beginning_with(Id id) const { return beginning_with_[id]; }

 private:
  Slot slot_of(std::string_view alternatives);
  void add_alternative(std::string_view word, Ids& ids);
  Id id_of(std::map<std::string, Id, std::less<>>& words, std::string_view word);
  void add_part(std::string_view words, std::size_t rule, std::size_t place);
  std::optional<Id> slip_of(const std::string& word) const;

  const Vocabulary& vocabulary_;
  const WordSet& small_;
  const WordSet& as_meant_;
  std::vector<Rule> rules_;
  std::vector<Part> parts_;
  std::map<std::string, Id, std::less<>> words_;
  std::map<std::string, Id, std::less<>> stems_;
  std::map<std::pair<char, std::size_t>, std::vector<const std::string*>> by_letter_and_length_;
  std::vector<std::vector<std::size_t>> beginning_with_;
  Id number_ = 0;
  Id next_ = 0;
};

}  // namespace lytes::language

#pragma once

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

/// The phrases of one table of the vocabulary, each by the words it may begin with, so that a text is searched in one
/// pass however many phrases there are.
class PhraseIndex {
 public:
  using Id = std::uint16_t;
  using Ids = std::pmr::vector<Id>;  ///< in order

  /// One word of a phrase, as its alternatives.
  struct Slot {
    Ids ids;
    bool after_any = false;  ///< a few words of any kind may stand before it, not only small ones
  };

  /// Words in their order.
  struct Part {
    std::pmr::vector<Slot> slots;
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

  const std::pmr::vector<Rule>& rules() const { return rules_; }
  const std::pmr::vector<Part>& parts() const { return parts_; }

  /// What a word, in lower case and without apostrophes, may stand for in a phrase; also for a slip of spelling.
  Ids ids_of(const std::string& word) const;

  /// The parts that may begin with a word of that id.
  const std::pmr::vector<std::size_t>& beginning_with(Id id) const { return beginning_with_[id]; }

 private:
  /// What stands in the phrases and in the lists that they name, which both outlive this object.
  using Known = std::pmr::unordered_map<std::string_view, Id>;

  Slot slot_of(std::string_view alternatives);
  void add_alternative(std::string_view word, Ids& ids);
  const Ids& ids_of_list(std::string_view name);
  Id id_of(Known& words, std::string_view word);
  void add_part(std::string_view words, std::size_t rule, std::size_t place);
  std::optional<Id> slip_of(const std::string& word) const;

  const Vocabulary& vocabulary_;
  const WordSet& small_;
  const WordSet& as_meant_;
  std::pmr::monotonic_buffer_resource memory_;  ///< of all below: thousands of small pieces, let go of at once
  std::pmr::vector<Rule> rules_{&memory_};
  std::pmr::vector<Part> parts_{&memory_};
  Known words_{&memory_};
  Known stems_{&memory_};
  std::pmr::unordered_map<std::string_view, Ids> lists_{&memory_};
  std::pmr::unordered_map<std::size_t, std::pmr::vector<std::string_view>> by_letter_and_length_{&memory_};
  std::pmr::vector<std::pmr::vector<std::size_t>> beginning_with_{&memory_};
  Id number_ = 0;
  Id next_ = 0;
};

}  // namespace lytes::language

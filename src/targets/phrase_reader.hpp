#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lytes::targets {

/// Finds the phrases of a table in a text as people type it: in whatever order the words stand, with a stage, a dose or
/// other words around them, and with a slip of spelling.
///
/// A text is read in time proportional to its length: a phrase is looked for from each word and never further than the
/// phrase is long, and no more than `most_words` words are looked at.
class PhraseReader {
 public:
  struct Phrase {
    std::string words;    ///< as text::words_and_figures_of compares them, one blank between
    std::size_t meaning;  ///< what a reading gives for it
    bool holds;           ///< whether something is held back or asked about because of it
    bool harmless;        ///< whether it is known to change nothing; only a small slip is taken for such a phrase
  };

  struct Reading {
    std::vector<std::size_t> meanings;  ///< each once, in the order of the text
    bool whole = true;                  ///< whether no part of the text was left that may mean something else
  };

  static constexpr std::size_t most_words = 120;

  /// Words around phrases, as they are compared.
  struct SmallWords {
    std::vector<std::string> fillers;  ///< that mean nothing by themselves: "i", "have", "mg", "daily"
    std::vector<std::string> joints;   ///< that part two things that are said: "and", "with"
    std::vector<std::string> others;   ///< of phrases that are not given here; no slips of what is
  };

  PhraseReader(const std::vector<Phrase>& phrases, const SmallWords& small_words);

  /// Letters from which on an unknown word is held against the known ones.
  static constexpr std::size_t shortest_slip = 5;

  Reading read(std::string_view text) const;

 private:
  struct Token;
  struct Match;
  struct Known {
    std::vector<std::size_t> words;
    std::size_t meaning;
    bool holds;
    bool harmless;
  };
  using Tokens = std::vector<Token>;
  using View = std::vector<std::size_t>;  ///< places among the tokens

  std::size_t id_of(std::string_view word);
  Tokens tokens_of(std::string_view text) const;
  void understand(Token& token, int& slips_left) const;
  void take_for_a_slip(Token& token) const;
  void take_for_a_compound(Token& token) const;
  void find_in(const Tokens& tokens, const View& view, std::vector<Match>& matches) const;
  void try_phrase(const Tokens& tokens, const View& view, std::size_t at, std::size_t phrase,
                  std::vector<Match>& matches) const;
  std::vector<Match> accepted(const Tokens& tokens, std::vector<Match> matches) const;
  bool wholly_read(const Tokens& tokens, const std::vector<Match>& matches) const;

  std::vector<std::string> words_;  ///< by id
  std::unordered_map<std::string, std::size_t> ids_;
  std::vector<Known> phrases_;
  std::vector<std::vector<std::size_t>> by_first_;  ///< phrases by the id of their first word
  std::unordered_set<std::string> fillers_;
  std::unordered_set<std::string> joints_;
};

}  // namespace lytes::targets

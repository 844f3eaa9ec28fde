#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/foods/catalogue.hpp"

namespace lytes::foods {

/// What a title's score holds whatever was asked; the catalogue keeps it, so that a search folds no letters.
/// @param title the name as its source has it; capitals mark brands
/// @param title_words the title's key
/// @param ref the food's ref; USDA numbers begin with the food group
TitleRank rank_of(std::string_view title, std::string_view title_words, std::string_view ref);

/// How well titles answer what was asked, higher being better; only differences mean anything.
///
/// What counts, in this order: that the asked words make up the head of the name ("Bananas, raw" for "banana",
/// not "Bread, banana"); that few unasked words follow; that the food is plain, raw or as commonly eaten rather than
/// baby food, a brand, dried or an imitation, unless that is what was asked for.
class Scorer {
 public:
  /// @param asked words as words_of makes them: at least one, at most 64; they must outlive this
  explicit Scorer(const std::vector<std::string>& asked);

  /// @param everyday whether the title is an everyday name
  double score(std::string_view title_words, const TitleRank& rank, bool everyday) const;

 private:
  struct Word {
    std::string_view text;
    int mark_cost;  ///< of a word that makes a food something other than the plain thing; else 0
  };

  const std::vector<std::string>& asked_;
  std::vector<Word> words_;  ///< those asked for, each once
  bool asks_for_state_ = false;
};

}  // namespace lytes::foods

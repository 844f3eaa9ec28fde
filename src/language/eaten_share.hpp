#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// How much of what was named before was had: "left a third", "drank half of it", "ate about 3/4 of the rice".
struct EatenShare {
  std::size_t place;  ///< where its words begin in the line
  bool of_all;        ///< of all that the line names, not only of what stands before it
  double eaten;       ///< from 0 to 1
  std::string of;     ///< the last word of what it is a share of; empty: of what stands before
  std::string words;
};

/// A line without the words that say how much of a thing was had; blanks stand in their place.
struct LineWithShares {
  std::string text;
  std::vector<EatenShare> shares;
};

/// "most" is three quarters. What begins a line says a share of nothing and stays.
LineWithShares shares_in(const Vocabulary& vocabulary, std::string_view line);

/// Whether a clause says nothing but that: "drank half of it", "couldn't finish".
bool tells_how_much_was_eaten(const Vocabulary& vocabulary, std::string_view clause);

}  // namespace lytes::language

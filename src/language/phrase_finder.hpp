#pragma once

#include <string_view>
#include <vector>

#include "lytes/language/signs.hpp"

namespace lytes::language {

class PhraseIndex;
class Vocabulary;

struct FoundPhrases {
  std::vector<FoundSign> said;   ///< in the order in which they stand in the text
  bool sounds_like_one = false;  ///< words stand there that only sound like one of the table
};

/// The phrases of a table that a text says: denied ones, those of other people and what only sounds like one left out.
FoundPhrases find_phrases(const Vocabulary& vocabulary, const PhraseIndex& index, std::string_view text);

}  // namespace lytes::language

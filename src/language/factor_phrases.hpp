#pragma once

#include <string_view>
#include <vector>

#include "lytes/language/factor_line.hpp"
#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// The factor whose own word a text begins with, alone or with something said of it: "heat in the office", "sat all
/// day", but not "cold brew coffee". Null for none.
const FactorWord* factor_named(const Vocabulary& vocabulary, std::string_view text);

struct FactorsInWords {
  std::vector<SaidFactor> said;  ///< each once; the first has the words as its note
  bool sounds_like_one = false;  ///< words stand there that only sound like a factor: "ran out of milk"
};

/// What a text tells of factors in everyday words: "painted the ceiling", "9 hours at the desk" with its hours.
FactorsInWords factors_in_words(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language

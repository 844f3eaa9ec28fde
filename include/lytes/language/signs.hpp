#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::language {

class Vocabulary;

/// A sign among other words.
struct FoundSign {
  std::string name;   ///< as stored and shown: "numbness", "loss of bladder or bowel control"
  std::size_t begin;  ///< of its words in the text
  std::size_t length;
};

/// The signs that a text speaks of in plain words, in the order in which they stand there: "cant feel my leg", "wet
/// myself", "after a fall". What is denied is none ("no numbness"), nor is what only sounds like one ("fell asleep").
std::vector<FoundSign> find_signs(const Vocabulary& vocabulary, std::string_view text);

/// What was said after --with.
struct SaidSigns {
  struct Words {
    std::string words;
    std::size_t place;
  };

  std::vector<std::string> names;  ///< each once, in the order of the vocabulary
  std::vector<Words> unknown;      ///< parts that name no sign
};

/// Signs divided by commas, semicolons, "and", "&" or "+", each by its name, an everyday word for it ("numb", "pins and
/// needles", "fell") or in plain words, whatever the case.
SaidSigns read_signs(const Vocabulary& vocabulary, std::string_view text);

/// The same where every part must name one.
/// @throws InputError for words that are no sign, with those that are
std::vector<std::string> read_sign_names(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language

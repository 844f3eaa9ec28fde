#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::language {

class Vocabulary;

struct SaidFactor {
  journal::Factor factor;
  bool known;             ///< one of those with a meaning of their own, not one of the user's
  std::string note;       ///< words after the value: "sleep 5h bad dreams"
  std::string word = {};  ///< that the value was taken from, where no number is said: "poor"
};

/// "sleep 6.5h, sitting 9h and exertion 3, heat": factors between commas, or "and" before one that is known, each a
/// name with or without a value.
///
/// Hours are stored for sleep and sitting, units for alcohol, a rating from 0 to 10 for exertion.
/// @throws InputError naming the place
std::vector<SaidFactor> read_factor_line(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language

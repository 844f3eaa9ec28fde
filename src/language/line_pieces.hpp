#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

struct Span {
  std::size_t begin;
  std::size_t end;
};

/// The parts of a line between commas that are no decimal ones, ends of sentences, "and" and "then", and before "no
/// cramps", without blanks around them.
std::vector<Span> pieces_of(const Vocabulary& vocabulary, std::string_view line);

}  // namespace lytes::language

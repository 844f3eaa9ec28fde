#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace lytes::language {

struct Span {
  std::size_t begin;
  std::size_t end;
};

/// The parts of a line between commas that are no decimal ones, ends of sentences, "and" and "then", without blanks
/// around them.
std::vector<Span> pieces_of(std::string_view line);

}  // namespace lytes::language

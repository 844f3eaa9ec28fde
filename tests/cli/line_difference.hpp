#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace lytes::test {

/// A place where two texts are not the same.
struct Difference {
  std::size_t line;                ///< of the first text, from 1; where `shown` begins
  std::vector<std::string> shown;  ///< "- " before what only the first text has, "+ " before what only the second has
};

/// Where two texts differ, line by line, each place with up to three lines around it that they have in common.
std::vector<Difference> line_differences(const std::string& expected, const std::string& actual);

}  // namespace lytes::test

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spasm_words.hpp"

namespace lytes::language {

struct Severity {
  int value;
  std::string said;  ///< where it was not a whole number of its own
  bool out_of_ten;
  std::size_t end;
};

struct Times {
  int value;
  std::size_t end;
};

std::optional<double> number_in(std::string_view word);

/// "x3", "3x", "3 times", "three times"
std::optional<Times> times_at(const std::vector<Token>& tokens, std::size_t begin);

/// "6", "6.5", "6-7", "6 to 7", each with "/10", "out of 10" or nothing; without looking at how much it is.
std::optional<Severity> severity_at(const std::vector<Token>& tokens, std::size_t begin);

}  // namespace lytes::language

#pragma once

#include <cstddef>
#include <string_view>

namespace lytes::quantity {

/// A fraction written as one character, such as "½".
struct VulgarFraction {
  std::string_view sign;
  double value;
};

/// The fraction character at `at`; null when there is none.
const VulgarFraction* vulgar_fraction_at(std::string_view text, std::size_t at);

}  // namespace lytes::quantity

#pragma once

#include <string_view>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::cli {

struct SaidFactor {
  journal::Factor factor;
  bool known;  ///< one of those with a meaning of their own, not one of the user's
};

/// "sleep 6.5h, sitting 9h, exertion 3, heat": factors between commas, each a name with or without a value.
///
/// Hours are stored for sleep and sitting, units for alcohol, a rating from 0 to 10 for exertion.
/// @throws InputError naming the place
std::vector<SaidFactor> read_factor_line(std::string_view text);

}  // namespace lytes::cli

#pragma once

#include <string>
#include <string_view>

namespace lytes::foods {

/// Words such as "small" that say how large one is, and have no plural.
bool is_size(std::string_view word);

/// "2 slices", "1 large"
std::string counted(double number, std::string_view unit);

}  // namespace lytes::foods

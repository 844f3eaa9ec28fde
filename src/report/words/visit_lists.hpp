#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::report {

/// The user's own word as the page for a doctor shows it: printable, and no longer than a column.
std::string user_name(std::string_view name);

/// "a, b and 3 more"
std::string few_names(const std::vector<std::string>& names, std::size_t most);

}  // namespace lytes::report

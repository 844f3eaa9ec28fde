#pragma once

#include <string>

#include "lytes/timeline/unknown_product.hpp"

namespace lytes::report {

/// What costs the most days, and the command that mends them.
std::string unknown_product_sentence(const timeline::UnknownProduct& product);

/// That command alone.
std::string command_for(const timeline::UnknownProduct& product);

}  // namespace lytes::report

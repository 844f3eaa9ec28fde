#pragma once

#include <string>

namespace lytes::cli {

/// A stress rating: "7" or "7/10".
/// @throws InputError with the place in `text`
double read_rating(const std::string& text);

}  // namespace lytes::cli

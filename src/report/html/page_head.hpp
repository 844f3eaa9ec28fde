#pragma once

#include <string>

namespace lytes::report {

/// A page up to its body: it needs nothing else and allows its own style and nothing besides.
/// @param title escaped
std::string html_head(const std::string& title);

}  // namespace lytes::report

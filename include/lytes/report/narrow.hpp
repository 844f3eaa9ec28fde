#pragma once

#include <string>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// A page for a terminal: lines that are too long for it, such as rows of tables, go on in the next one, set in. Where
/// nobody said how wide it is, as in a pipe, as it is, for pages are laid out for 80 columns.
std::string for_narrow(std::string page, const Style& style);

}  // namespace lytes::report

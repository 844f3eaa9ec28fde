#pragma once

#include <string>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// A page for a terminal that is narrower than pages are laid out for, 80 columns: lines that are too long, such as
/// rows of tables, go on in the next one, set in. As it is on others.
std::string for_narrow(std::string page, const Style& style);

}  // namespace lytes::report

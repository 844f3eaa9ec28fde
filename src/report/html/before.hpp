#pragma once

#include <span>
#include <string>

#include "lytes/timeline/before_spasm.hpp"

namespace lytes::report {

/// A column for each spasm, the figure before it and the usual one. Nothing without a spasm whose time is known.
std::string before_html(std::span<const timeline::BeforeSpasm> spasms);

}  // namespace lytes::report

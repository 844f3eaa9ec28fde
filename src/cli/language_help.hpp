#pragma once

#include <string>

namespace lytes::cli {

/// The language in short, for `lytes help language`.
std::string language_help();

}  // namespace lytes::cli

#pragma once

#include <string>

namespace lytes::command {

/// The language in short, for `lytes help language`.
std::string language_help();

}  // namespace lytes::command

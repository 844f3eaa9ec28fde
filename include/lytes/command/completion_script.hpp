#pragma once

#include <string>

namespace lytes::command {

enum class Shell { Bash, Zsh, Fish };

/// A script that teaches a shell to ask lytes itself what may stand where (see completion_offers.hpp), so that it stays
/// right whatever commands come.
std::string completion_script(Shell shell);

}  // namespace lytes::command

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::cli {

/// A command and what may stand after it.
struct CommandWords {
  std::string path;                  ///< "foods add"; empty for the program itself
  std::string help;                  ///< one line
  std::vector<std::string> words;    ///< commands below it
  std::vector<std::string> options;  ///< "--note"
};

enum class Shell { Bash, Zsh, Fish };

/// A script that teaches a shell to complete the commands and options of lytes.
/// @param commands the program itself first
std::string completion_script(Shell shell, std::span<const CommandWords> commands);

}  // namespace lytes::cli

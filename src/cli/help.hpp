#pragma once

#include <string>

#include "lytes/report/help_page.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace lytes::cli {

/// What `--help` says of a command: what it does, what may stand behind it, and the examples of its manual page.
report::HelpView help_of(const CLI::App& command);

/// "foods add"; empty for the program itself.
std::string path_of(const CLI::App& command);

/// "--note TEXT", "what..."
std::string term_of(const CLI::Option& option);

}  // namespace lytes::cli

#pragma once

#include "lytes/report/help_page.hpp"

namespace lytes::command {

class Command;

/// What `--help` says of a command: what it does, what may stand behind it, and the examples of its manual page.
report::HelpView help_of(const Command& command);

}  // namespace lytes::command

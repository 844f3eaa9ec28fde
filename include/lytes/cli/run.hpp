#pragma once

#include <string>
#include <vector>

namespace lytes::console {
struct Context;
}

namespace lytes::cli {

/// Exit codes, as scripts may rely on them.
enum ExitCode : int {
  Done = 0,
  Failed = 1,
  BadInput = 2,
  NotFound = 3,   ///< or ambiguous
  BadJournal = 4  ///< damaged, locked for too long, or newer than the program
};

/// Runs one command line. Every exception becomes a message and an exit code here.
/// @param words the command line without the program's name
int run(const std::vector<std::string>& words, const console::Context& context);

}  // namespace lytes::cli

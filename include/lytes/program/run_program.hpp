#pragma once

namespace lytes::program {

/// Runs one command line in the real world: its clock, environment, terminal and files.
/// @return the exit code
int run_program(int count, const char* const* words);

}  // namespace lytes::program

#pragma once

#include <string>
#include <vector>

namespace lytes::command {

class Command;

/// What a line comes to.
struct Parsed {
  enum class What { Command, Help, Version, Misread };

  What what;
  const Command* command;  ///< the last that the line names: "foods add" rather than "foods"
  std::string why;         ///< of a misread line, in the words of the help
};

/// Reads a line, and puts what stands behind its command where that said.
/// @param words behind the program's name
Parsed parse(const Command& program, const std::vector<std::string>& words);

}  // namespace lytes::command

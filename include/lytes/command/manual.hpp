#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::command {

/// A page of the manual, src/command/manual/COMMAND.scd.
struct Page {
  std::string_view command;  ///< "drink"; "lytes" for the program itself
  std::string_view text;     ///< in scdoc's marks
};

std::span<const Page> manual();

/// The commands in a page's examples that begin so, each once: "lytes foods add ...".
/// @param path "foods add"; empty for the program itself
std::vector<std::string> examples_of(std::string_view path);

}  // namespace lytes::command

#include "lytes/command/language_help.hpp"

#include <fmt/format.h>

#include "lytes/language/examples.hpp"

namespace lytes::command {

std::string language_help() {
  std::string text =
      "What can be written after `lytes`, at the prompt of `lytes read` and in a file of notes, and what it is:\n";
  for (const auto& group : language::examples()) {
    text += fmt::format("\n{}\n", group.title);
    for (const auto& example : group.examples) {
      constexpr std::size_t column = 50;
      const std::string gap = example.line.size() < column ? std::string(column - example.line.size(), ' ')
                                                           : "\n" + std::string(column + 2, ' ');
      text += fmt::format("  {}{}{}\n", example.line, gap, example.says);
    }
  }
  text +=
      "\n"
      "Amounts stand before a name or behind it: 500ml, 2 cups, half a, a handful.\n"
      "Without one it is the usual portion. A time stands behind @, in front, or at\n"
      "the end; without one it is now. What is not understood saves nothing and is\n"
      "said, or is kept by its name with --keep-unknown.\n";
  return text;
}

}  // namespace lytes::command

#include "lytes/command/manual.hpp"

#include <algorithm>

namespace lytes::command {

std::vector<std::string> examples_of(std::string_view path) {
  const std::string_view command = path.empty() ? "lytes" : path.substr(0, path.find(' '));
  const auto page = std::ranges::find(manual(), command, &Page::command);
  std::vector<std::string> examples;
  if (page == manual().end()) return examples;
  const std::string typed = path.empty() ? "lytes" : "lytes " + std::string(path);
  std::string_view rest = page->text;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (!line.starts_with("$ ")) continue;
    std::string example(line.substr(2));
    const bool ours = example.starts_with(typed) && (example.size() == typed.size() || example[typed.size()] == ' ');
    if (ours && std::ranges::find(examples, example) == examples.end()) examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace lytes::command

#pragma once

#include <span>
#include <string_view>

namespace lytes::language {

/// A line that can be written, and what it is read as.
struct Example {
  std::string_view line;
  std::string_view says;  ///< the kinds of its entries, in order: "food, drink"; "no spasm"
};

struct ExampleGroup {
  std::string_view title;
  std::span<const Example> examples;
};

/// The language in short, for help. Each line is held by a test to read as said.
std::span<const ExampleGroup> examples();

}  // namespace lytes::language

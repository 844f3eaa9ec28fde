#pragma once

#include <string>

namespace lytes::test {

/// A JSON document with a line for each member and element, two blanks further in for each level; any other text as it
/// is. Line breaks and blanks are put in outside strings and nothing is taken out, so that figures, escapes and the
/// order of names stay as they were printed.
std::string indented_json(const std::string& text);

}  // namespace lytes::test

#pragma once

#include <string>
#include <vector>

#include "lytes/language/timed_line.hpp"

namespace lytes::language {

/// A line that says what is to be logged once more: "breakfast yesterday without toast, milk note=late @ 9:00".
struct AgainLine {
  TimedLine line;                    ///< and when, which is now where that was not said
  std::vector<std::string> what;     ///< "breakfast", "yesterday"; entry numbers
  std::vector<std::string> without;  ///< what is to be left out, by its name: "toast", "milk"
  std::vector<std::string> changes;  ///< "note=late"

  bool says_when() const { return !line.said.empty(); }
};

/// @throws InputError for a time that cannot be read
AgainLine read_again_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words);

}  // namespace lytes::language

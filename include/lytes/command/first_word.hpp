#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::command {

class Command;

// What a line begins with: a command, a slip of the keys in one, or words that name none and so are a line to be
// logged.

using Words = std::vector<std::string>;

/// The names of the program's own commands, in any order.
using Names = std::vector<std::string_view>;

/// The first word that is no option, or the end. What stands behind "--" is none.
Words::const_iterator command_word(const Words& words);

enum class OneWord {
  MayBeSlip,  ///< and is told
  IsLine
};

/// Words that name no command are a line: "2 eggs and coffee, stress 6" comes back behind "had".
Words with_command(Words words, const Names& names, OneWord one_word);

/// `lytes help` and `lytes version` are what people try first, then `lytes help drink`: as options.
Words as_options(Words words);

/// What stands behind `help`, without options: "trial start", or nothing. Empty where a line does not ask for help so.
std::optional<std::string> asked_of_help(const Words& words);

/// How a line that names no command may have been meant to begin: "drink ...", "day done". Empty where nothing is near.
std::string nearest_command(const Command& program, const std::string& word);

}  // namespace lytes::command

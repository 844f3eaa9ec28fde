#pragma once

#include <string>
#include <vector>

namespace lytes::console {
class Session;
}

namespace lytes::command {

class Command;

/// What a shell may offer in the place of the last word.
struct Offers {
  struct Word {
    std::string word;
    std::string says;  ///< what it is, in a line; may be empty
  };

  std::vector<Word> words;
  bool files = false;  ///< names of files stand there too
};

/// Commands, options and what stands behind them: the user's own foods and recipes, factors, entry numbers, signs.
/// @param program with all commands declared
/// @param words as typed after the program's name; the last is being typed and may be empty
Offers offers_for(const Command& program, console::Session& session, const std::vector<std::string>& words);

/// A line for each: the word, a tab, what it is. ":files" says that names of files stand there too.
std::string offers_text(const Offers& offers);

}  // namespace lytes::command

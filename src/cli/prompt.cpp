#include "prompt.hpp"

#include <algorithm>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "lytes/language/notes.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

constexpr const char* prompt = "lytes> ";

std::optional<std::string> next_line(const Context& context) {
  if (context.edit_line) return context.edit_line(prompt);
  context.err << prompt << std::flush;
  std::string line;
  if (!std::getline(context.in, line)) return std::nullopt;
  return line;
}

/// The words between blanks; what stands between double quotes is one: --with "pins and needles".
std::vector<std::string> words_at_prompt(const std::string& line) {
  std::vector<std::string> words;
  std::string quoted;
  bool in_quotes = false;
  for (const auto& word : parted_at_blanks(line)) {
    const bool opens = !in_quotes && word.starts_with('"') && line.find('"', line.find(word) + 1) != std::string::npos;
    if (opens) {
      in_quotes = true;
      quoted = word.substr(1);
    } else if (in_quotes) {
      quoted += " " + word;
    } else {
      words.push_back(word);
      continue;
    }
    if (!quoted.ends_with('"')) continue;
    quoted.pop_back();
    words.push_back(quoted);
    in_quotes = false;
  }
  if (in_quotes) words.push_back(quoted);
  return words;
}

}  // namespace

void answer_at_prompt(Session& session) {
  session.rest();
  session.context().err << "A line for each thing; undo takes the last one back, help language shows what\n"
                           "can be written, an empty line ends.\n";
  const Context& context = session.context();
  while (const auto typed = next_line(context)) {
    auto words = words_at_prompt(std::string(language::without_bullet(text::trimmed(*typed))));
    if (!words.empty() && words.front() == "lytes") words.erase(words.begin());
    if (words.empty()) break;
    const bool alone = words.size() == 1;
    if (alone && text::is_one_of(words.front(), "exit|quit|q|bye")) break;
    if (alone && words.front() == "read") {
      session.complain("this is the prompt of `lytes read`; an empty line ends it.");
      continue;
    }
    if (alone && words.front() == "?") words.front() = "help";
    run_line(words, context, session.options);
  }
}

}  // namespace lytes::cli

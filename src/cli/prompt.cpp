#include "prompt.hpp"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

#include "commands.hpp"
#include "lytes/calendar/day_heading.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/notes.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

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

/// A day alone, as it stands above the lines of a file of notes.
bool is_day_alone(Session& session, std::string_view line) {
  while (line.starts_with('#')) line.remove_prefix(1);
  line = text::trimmed(line);
  while (line.ends_with(':')) line.remove_suffix(1);
  try {
    const auto heading = calendar::read_day_heading(line, session.reckoning());
    return heading && heading->length == line.size();
  } catch (const InputError&) {
    return false;
  }
}

}  // namespace

void answer_at_prompt(Session& session) {
  session.rest();
  session.context().err << "A line for each thing; undo takes the last one back, help language shows what\n"
                           "can be written, an empty line ends.\n";
  const Context& context = session.context();
  while (const auto typed = next_line(context)) {
    auto words = text::typed_words(std::string(language::without_bullet(text::trimmed(*typed))));
    if (!words.empty() && words.front() == "lytes") words.erase(words.begin());
    if (words.empty()) break;
    const bool alone = words.size() == 1;
    if (alone && text::is_one_of(words.front(), "exit|quit|q|bye")) break;
    if (alone && words.front() == "read") {
      session.complain("this is the prompt of `lytes read`; an empty line ends it.");
      continue;
    }
    if (!is_command(words.front()) && is_day_alone(session, text::trimmed(*typed))) {
      session.rest();
      session.complain(
          "a day alone stands above the lines of a file of notes; here it stands in its line: yesterday 8:30 coffee.");
      continue;
    }
    if (alone && words.front() == "?") words.front() = "help";
    run_line(words, context, session.options);
  }
}

}  // namespace lytes::cli

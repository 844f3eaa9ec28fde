// again
#include "lytes/notebook/again.hpp"

#include <fmt/format.h>

#include <charconv>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

using journal::Entry;

/// "1 3" of what is offered.
std::vector<Entry> picked(const std::vector<Entry>& offered, const std::string& answer) {
  std::vector<Entry> chosen;
  for (const auto& word : text::words_of(answer)) {
    std::size_t place = 0;
    const char* end = word.text.data() + word.text.size();
    const bool number = std::from_chars(word.text.data(), end, place).ptr == end;
    if (!number || place < 1 || place > offered.size())
      throw InputError("not one of these", answer, word.offset, fmt::format("numbers from 1 to {}", offered.size()));
    chosen.push_back(offered[place - 1]);
  }
  return chosen;
}

/// Those of what is usual now that are wanted: asked where somebody can answer, else shown with how to say it, and none
/// taken.
std::vector<Entry> choose_usual(Session& session) {
  const auto offered = notebook::usual_at_this_hour(session);
  if (session.options.json) {
    session.say(report::entries_json(offered));
    return {};
  }
  if (offered.empty()) {
    session.say("Nothing is usual at this hour yet. An entry's number, a meal or a day says what to log again.\n");
    return {};
  }
  const calendar::Day today = session.today();
  std::string text = "Usual at this hour:\n";
  for (std::size_t i = 0; i < offered.size(); ++i)
    text += fmt::format("{:>2})", i + 1) + report::entry_brief(offered[i], today, session.style()) + "\n";
  if (!session.can_ask()) {
    session.say(text + fmt::format("To log one again: lytes again {}\n", offered.front().id));
    return {};
  }
  const auto answer =
      session.ask(text + fmt::format("Which? [1-{}, several with blanks; Enter: none] ", offered.size()));
  return answer ? picked(offered, *answer) : std::vector<Entry>{};
}

void again(Session& session, const std::vector<std::string>& words) {
  if (!words.empty()) return log_entries(session, notebook::again(session, words));
  auto chosen = choose_usual(session);
  if (!chosen.empty()) return log_entries(session, notebook::again_now(session, std::move(chosen)));
  session.saved.reset();  // nothing was to be saved
}

}  // namespace

void declare_again(Command& program) {
  auto& command = program.add("again", "Log the same once more: lytes again breakfast without toast");
  command.option("[what...]", command.writes(again),
                 "Entry numbers, now (212 amount=300ml); a meal of the last earlier day that had it, now: "
                 "breakfast (food from 4 to 11 o'clock), lunch (11 to 15), dinner (17 to 23), each with what was "
                 "drunk within half an hour of it; or a day (yesterday), at the times it had as far as they have "
                 "come. Then `without FOOD, FOOD`, `note=...`, and `@ TIME` if not now. Left out: what is usual at "
                 "this hour is offered");
}

}  // namespace lytes::cli

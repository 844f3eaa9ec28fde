// day: closing a day, or looking at one
#include <span>

#include "commands.hpp"
#include "day_view.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

using journal::DayStatus;
using journal::Stream;

struct Verb {
  const char* word;
  std::optional<DayStatus> intake;
  std::optional<DayStatus> spasms;
  const char* in_words;
};

const Verb verbs[] = {
    {"done", DayStatus::Complete, DayStatus::Complete, "closed. What was not logged counts as not having been."},
    {"partial", DayStatus::Partial, std::nullopt, "kept as partly logged; its intake is left out of the evidence."},
    {"skip", DayStatus::None, DayStatus::None, "set aside; nothing of it counts."},
    {"open", std::nullopt, std::nullopt, "open again."},
};

calendar::Day day_from(Session& session, std::span<const std::string> words) {
  const std::string text = text::joined({words.begin(), words.end()});
  return text.empty() ? session.today() : calendar::parse_day(text, session.reckoning());
}

void run(Session& session, const std::vector<std::string>& words) {
  for (const auto& verb : verbs) {
    if (words.empty() || words.front() != verb.word) continue;
    session.prepare_to_write();
    return say_day(session, day_from(session, std::span(words).subspan(1)),
                   {{Stream::Intake, verb.intake}, {Stream::Spasms, verb.spasms}}, verb.in_words);
  }
  show_day(session, day_from(session, words));
}

}  // namespace

void declare_day(Command& program) {
  auto& command = program.add("day", "Close a day when all is logged, or look at one: lytes day done yesterday");
  command.option("[what...]", command.runs(run), "done, partial, skip or open, then the day; or a day to look at");
}

}  // namespace lytes::cli

// undo, redo, history
#include "lytes/storage/history.hpp"

#include <fmt/format.h>

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/entry_diff.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/report/history_page.hpp"

namespace lytes::cli {

namespace {

using report::HistoryVerb;

void tell(Session& session, const std::vector<storage::RecordedChange>& changes, HistoryVerb verb) {
  if (session.options.json) return session.say(report::history_json(changes, verb));
  const auto& reckoning = session.reckoning();
  const auto diffs = journal::diffs_of(session.store(), changes);
  std::vector<report::ShownChange> shown;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const auto when = calendar::moment_at(changes[i].at, reckoning);
    shown.push_back({changes[i], diffs[i], calendar::iso(civil_day(when)) + " " + short_time(when)});
  }
  session.say(report::history_page(shown, verb, calendar::today(reckoning), session.style()));
}

/// A whole import is told of, though not all of it is shown.
constexpr std::size_t max_rows = 2000;

/// Whoever knows how an experiment ended is not to change what was drawn.
void refuse_to_touch_an_end(Session& session, int count) {
  journal::Trials trials(session.journal());
  if (!trials.any()) return;
  for (const auto& change : storage::history(session.journal(), count, max_rows)) {
    if (change.undone || !trials.are_of_an_ended_one(change.rows)) continue;
    throw NotFoundError("trial_ended",
                        fmt::format("change {} (`{}`) belongs to an experiment that is over, which stays "
                                    "as it is; entries before it can be edited or deleted",
                                    change.id, change.command));
  }
}

constexpr std::pair possible_counts(1, 100'000);

struct Typed {
  int count = 1;
};

using Step = std::vector<storage::RecordedChange> (*)(storage::JournalFile&, int, std::size_t);

void declare_step(Command& program, const char* name, const char* help, Step step, HistoryVerb verb) {
  auto& command = program.add(name, help);
  auto& typed = command.writes<Typed>([step, verb](Session& session, const Typed& asked) {
    if (verb == HistoryVerb::Undone) refuse_to_touch_an_end(session, asked.count);
    const auto changes = step(session.journal(), asked.count, max_rows);
    session.saved = Saved::Yes;
    session.forget_what_was_read();
    tell(session, changes, verb);
  });
  command.option("[count]", typed.count, "How many commands; one if left out").range = possible_counts;
}

void list(Session& session, const Typed& typed) {
  tell(session, storage::history(session.journal(), typed.count, max_rows), HistoryVerb::Listed);
}

}  // namespace

void declare_history(Command& program) {
  declare_step(program, "undo", "Take back the last command that wrote", storage::undo, HistoryVerb::Undone);
  declare_step(program, "redo", "Do again what was undone", storage::redo, HistoryVerb::Redone);
  auto& lists = program.add("history", "The last changes, each with what it did");
  auto& typed = lists.runs(list);
  typed.count = 10;
  lists.option("[count]", typed.count, "How many; ten if left out").range = possible_counts;
}

}  // namespace lytes::cli

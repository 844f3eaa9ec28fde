// a line without a command
#include <algorithm>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/notebook/saved_line.hpp"

namespace lytes::cli {

namespace {

/// The day without spasms, unless the same line tells of one on it.
std::optional<calendar::Day> without_contradiction(Session& session, const language::Drafts& drafts) {
  const bool spasm_on_it = std::ranges::any_of(drafts.entries, [&](const journal::Entry& entry) {
    return entry.kind == journal::EntryKind::Spasm && entry.when.day == drafts.no_spasms_on;
  });
  if (!drafts.no_spasms_on || spasm_on_it) return std::nullopt;
  notebook::require_no_spasm_on(session, *drafts.no_spasms_on);
  return drafts.no_spasms_on;
}

void log_line(Session& session, const std::vector<std::string>& words) {
  auto drafts = language::draft_line(session, line_words(session, words));
  drafts.no_spasms_on = without_contradiction(session, drafts);
  if (drafts.entries.empty() && drafts.no_spasms_on) return say_no_spasms(session, *drafts.no_spasms_on);
  log_entries(session, std::move(drafts));
}

}  // namespace

void declare_line(Command& program) {
  auto& command =
      program.add("had", "Any line, no command needed: lytes had 2 eggs and coffee, stress 6, back spasm 5/10 at 3pm");
  command.option("what...", command.writes(log_line),
                 "What was eaten, drunk, taken, felt or done, with commas between");
}

}  // namespace lytes::cli

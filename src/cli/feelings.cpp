// stress, log, note
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/quantity/amount.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::string note;
};

/// Where sleep was logged on that day already, or hours of it make more than a day: most likely a correction.
void add_sum_remark(Session& session, const journal::Entry& entry, std::vector<Remark>& remarks) {
  const auto* factor = std::get_if<journal::Factor>(&entry.what);
  if (!factor || !factor->value || factor->unit != "h") return;
  const journal::EntryKind factors[] = {journal::EntryKind::Factor};
  double sum = *factor->value;
  std::optional<std::int64_t> first;
  for (const auto& logged : session.store().list({entry.when.day, entry.when.day}, factors)) {
    const auto& other = std::get<journal::Factor>(logged.what);
    if (other.name != factor->name || other.unit != factor->unit || !other.value) continue;
    sum += *other.value;
    if (!first) first = logged.id;
  }
  if (!first || (factor->name != "sleep" && sum <= 24)) return;
  remarks.push_back(note(
      "hours_add_up", fmt::format("that makes {} h of {} on this day{}; `lytes edit {} value={}h` corrects the earlier "
                                  "entry, `lytes undo` takes this one back",
                                  quantity::format_number(sum), factor->name, sum > 24 ? ", which has 24" : "", *first,
                                  quantity::format_number(*factor->value))));
}

void log_stress(Session& session, const Typed& typed) {
  session.prepare_to_write();
  log_entries(session, language::draft_stress(session, line_words(session, typed.words), typed.note));
}

void log_factors(Session& session, const Typed& typed) {
  session.prepare_to_write();
  auto drafts = language::draft_factors(session, line_words(session, typed.words), typed.note);
  for (const auto& entry : drafts.entries) add_sum_remark(session, entry, drafts.remarks);
  log_entries(session, std::move(drafts));
}

void log_note(Session& session, const Typed& typed) {
  session.prepare_to_write();
  log_entries(session, language::draft_note(session, line_words(session, typed.words, " ")));
}

void declare(CLI::App& app, Session& session, const char* name, const char* help, const char* what,
             void (*run)(Session&, const Typed&)) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand(name, help);
  command->add_option("what", typed->words, what);
  if (run != log_note) command->add_option("--note", typed->note, "Something to remember with it");
  command->callback([&session, typed, run] { run(session, *typed); });
}

}  // namespace

void declare_feelings(CLI::App& app, Session& session) {
  declare(app, session, "stress", "Log stress from 0 to 10: lytes stress 7", "0 (none) to 10, and `@ TIME` if not now",
          log_stress);
  declare(app, session, "log", "Log what may matter: lytes log sleep 6.5h, sitting 9h, exertion 3",
          "sleep, sitting, exertion, alcohol, posture, awkward sleep, lifting, heat, ...", log_factors);
  declare(app, session, "note", "Keep a remark: lytes note long drive", "Any text, and `@ TIME` if not now", log_note);
}

}  // namespace lytes::cli

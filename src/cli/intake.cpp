// drink, eat, take
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "echo.hpp"
#include "intake_entry.hpp"
#include "session.hpp"
#include "timed_line.hpp"

namespace lytes::cli {

namespace {

using foods::Kind;

journal::Entry entry_from(const foods::Serving& serving, const calendar::Moment& when,
                          const std::optional<std::string>& note) {
  journal::Entry entry;
  entry.kind = entry_kind(serving.kind);
  entry.when = when;
  entry.note = note;
  entry.what = intake_from(serving);
  return entry;
}

struct IntakeLine {
  std::vector<std::string> words;
  std::string note;
};

void log_intake(Session& session, const IntakeLine& typed, Kind kind) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  const auto resolver = session.resolver();
  const foods::ReadLine read =
      kind == Kind::Supplement ? resolver.read_supplements(line.text) : resolver.read(line.text, kind);

  std::vector<journal::Entry> entries;
  std::vector<report::Warning> warnings = line.warnings;
  const auto note = typed.note.empty() ? std::nullopt : std::optional(typed.note);
  for (const auto& serving : read.servings) {
    entries.push_back(entry_from(serving, line.when, note));
    for (const auto& remark : serving.remarks) warnings.push_back({remark.code, remark.message});
  }
  log(session, entries, std::move(warnings), read.answers);
}

void declare(CLI::App& app, Session& session, const char* name, const char* help, const char* what, Kind kind) {
  auto typed = std::make_shared<IntakeLine>();
  auto* command = app.add_subcommand(name, help);
  command->add_option("what", typed->words, what);
  command->add_option("--note", typed->note, "Something to remember with it");
  command->callback([&session, typed, kind] { log_intake(session, *typed, kind); });
}

}  // namespace

void declare_intake(CLI::App& app, Session& session) {
  declare(app, session, "drink", "Log drinks: lytes drink 500ml water @ 8:30",
          "Amount and drink, and `@ TIME` if not now", Kind::Drink);
  declare(app, session, "eat", "Log food: lytes eat 2 eggs, 1 medium banana",
          "Amounts and foods with commas between, and `@ TIME` if not now", Kind::Food);
  declare(app, session, "take", "Log supplements: lytes take 200mg magnesium",
          "Amount and supplement, and `@ TIME` if not now", Kind::Supplement);
}

}  // namespace lytes::cli

// stress, log, note
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "echo.hpp"
#include "factor_line.hpp"
#include "lytes/errors.hpp"
#include "rating.hpp"
#include "session.hpp"
#include "timed_line.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::string note;
};

journal::Entry entry_at(const calendar::Moment& when, journal::Kind kind, journal::What what, const std::string& note) {
  journal::Entry entry;
  entry.kind = kind;
  entry.when = when;
  entry.what = std::move(what);
  if (!note.empty()) entry.note = note;
  return entry;
}

void log_stress(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  const auto entry = entry_at(line.when, journal::Kind::Stress, journal::Stress{read_rating(line.text)}, typed.note);
  log(session, {&entry, 1}, line.warnings);
}

void log_factors(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  std::vector<journal::Entry> entries;
  std::vector<report::Warning> warnings = line.warnings;
  for (auto& said : read_factor_line(line.text)) {
    if (!said.known) {
      warnings.push_back(
          {"new_factor",
           fmt::format("\"{}\" is kept as a factor of your own; `lytes undo` takes it back", said.factor.name)});
    }
    if (said.factor.name == "stress" && said.factor.value && *said.factor.value <= 10) {
      entries.push_back(entry_at(line.when, journal::Kind::Stress, journal::Stress{*said.factor.value}, typed.note));
      continue;
    }
    entries.push_back(entry_at(line.when, journal::Kind::Factor, std::move(said.factor), typed.note));
  }
  log(session, entries, std::move(warnings));
}

void log_note(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words, true);
  if (line.text.empty()) throw InputError("an empty note", {}, 0, "`lytes note slept badly after the long drive`");
  const auto entry = entry_at(line.when, journal::Kind::Note, journal::Note{}, line.text);
  log(session, {&entry, 1}, line.warnings);
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

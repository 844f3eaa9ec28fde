// import: other formats into the journal
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <optional>
#include <ostream>

#include "commands.hpp"
#include "import_whole.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/daily_diary.hpp"
#include "lytes/report/import_text.hpp"
#include "lytes/text/width.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

using exchange::OnConflict;
using Conflicts = std::vector<exchange::Conflict>;

struct ImportOptions {
  std::string format;
  std::string file;
  bool dry_run = false;
  bool keep = false;
  bool replace = false;

  /// What was said in advance of days on which journal and file differ.
  std::optional<OnConflict> rule() const {
    if (!keep && !replace) return std::nullopt;
    return keep ? OnConflict::Keep : OnConflict::Replace;
  }
};

constexpr const char* both_ways =
    "--keep to leave such days as the journal has them, or --replace to take the file's figures";

exchange::Incoming read(Session& session, const ImportOptions& options) {
  if (options.format != "daily")
    throw InputError("no format to import is called \"" + options.format + "\"", options.format, 0, "daily or lytes");
  if (options.file != "-") return exchange::read_daily_diary(std::filesystem::path(options.file), session.reckoning());
  return exchange::read_daily_diary(text_of_input(session, "-"), "standard input", session.reckoning());
}

std::vector<report::ImportConflict> shown(const Conflicts& conflicts) {
  std::vector<report::ImportConflict> days;
  for (const exchange::Conflict& conflict : conflicts) {
    days.push_back({conflict.day, {}});
    for (const auto& [column, journal, file] : conflict.differences)
      days.back().differences.push_back({column, journal, file});
  }
  return days;
}

std::string days_in_words(const Conflicts& conflicts) {
  return conflicts.size() == 1 ? "1 day" : fmt::format("{} days", conflicts.size());
}

InputError conflict_error(const Conflicts& conflicts, const std::string& outcome) {
  std::string what = "the journal has other figures than the file on " + days_in_words(conflicts);
  if (conflicts.size() == 1) what += ", " + calendar::iso(conflicts.front().day);
  return InputError(what + outcome, {}, 0, both_ways);
}

/// Asks once what becomes of the days in conflict; where nobody can be asked it is an error that names them.
/// @return nothing when the error has been told in JSON
std::optional<OnConflict> ask(Session& session, const Conflicts& conflicts) {
  const auto days = shown(conflicts);
  if (session.options.json) {
    session.say(report::import_refused_json(conflict_error(conflicts, ""), days));
    session.exit_code = BadInput;
    return std::nullopt;
  }
  const std::string lines = report::conflict_lines(days, session.style());
  if (session.options.yes || !session.context().terminal.can_ask) {
    session.context().err << lines;
    throw conflict_error(conflicts, "");
  }
  const bool one = conflicts.size() == 1;
  const auto answer =
      session.ask(fmt::format("On {} the journal has other figures than the file (journal -> file):\n{}"
                              "  1  keep {} wholly as the journal has {}\n  2  take the file's figures\n"
                              "Number (Enter to stop): ",
                              days_in_words(conflicts), lines, one ? "it" : "them", one ? "it" : "them"));
  if (answer == "1") return OnConflict::Keep;
  if (answer == "2") return OnConflict::Replace;
  throw conflict_error(conflicts, ", and neither was chosen");
}

struct Outcome {
  exchange::Imported imported;
  Conflicts conflicts;
};

/// @param told the days in conflict that the user knows of; empty when they said beforehand what becomes of any
Outcome import(Session& session, const exchange::Incoming& incoming, OnConflict rule,
               const std::optional<Conflicts>& told) {
  auto change = session.change();
  Outcome outcome{{}, exchange::conflicts(session.store(), incoming)};
  if (told && outcome.conflicts != *told) {
    throw StorageError(StorageError::Kind::Failed, "the days of this file were changed in the journal meanwhile",
                       "Import it again to see what differs now.");
  }
  outcome.imported = exchange::import_into(session.store(), incoming, rule);
  change.commit();
  session.saved = Saved::Yes;
  return outcome;
}

void tell(Session& session, const ImportOptions& options, const exchange::Incoming& incoming,
          std::optional<OnConflict> rule, const Outcome& outcome) {
  report::ImportView view;
  view.format = options.format;
  view.dry_run = options.dry_run;
  view.days = incoming.days;
  view.added = outcome.imported.added;
  view.taken_out = outcome.imported.taken_out;
  view.there_already = outcome.imported.there_already;
  view.days_said = outcome.imported.days_said;
  view.days_left_open = incoming.days_left_open;
  view.columns_not_read = incoming.columns_not_read;
  view.conflicts = shown(outcome.conflicts);
  view.conflicts_shown = !options.rule() && !options.dry_run;
  if (rule) view.rule = *rule == OnConflict::Keep ? report::ConflictRule::Keep : report::ConflictRule::Replace;
  session.say(session.options.json ? report::import_json(view) : report::import_page(view, session.style()));
}

void run(Session& session, const ImportOptions& options) {
  if (options.format == "lytes") return import_whole(session, options.file, {options.dry_run, options.replace});
  if (!options.dry_run) session.prepare_to_write();
  const auto incoming = read(session, options);
  const auto conflicts = exchange::conflicts(session.store(), incoming);
  auto rule = options.rule();
  if (options.dry_run) {
    const auto would = exchange::would_import(session.store(), incoming, rule.value_or(OnConflict::Keep));
    return tell(session, options, incoming, rule, {would, conflicts});
  }
  const auto told = rule ? std::nullopt : std::optional(conflicts);
  if (!rule && !conflicts.empty()) {
    rule = ask(session, conflicts);
    if (!rule) return;
  }
  tell(session, options, incoming, rule, import(session, incoming, rule.value_or(OnConflict::Keep), told));
}

}  // namespace

void declare_import(CLI::App& app, Session& session) {
  auto options = std::make_shared<ImportOptions>();
  auto* command = app.add_subcommand("import", "Take over what another program holds: lytes import daily diary.csv");
  command
      ->add_option("format", options->format, "daily: a CSV with one row a day; lytes: what `lytes export json` wrote")
      ->required();
  command->footer(
      fmt::format("A daily diary has a header with date and any of these, in any order:\n{}\n"
                  "A blank cell is unknown, not zero.",
                  text::wrapped("  " + std::string(exchange::daily_diary_columns), 80, 2)));
  command->add_option("file", options->file, "The file to read; - for standard input")->required();
  command->add_flag("--dry-run", options->dry_run, "Only tell what would be added");
  auto* keep =
      command->add_flag("--keep", options->keep, "Days of which the journal has other figures stay as they are");
  command->add_flag("--replace", options->replace, "Where the journal has other figures, take the file's instead")
      ->excludes(keep);
  command->callback([&session, options] { run(session, *options); });
}

}  // namespace lytes::cli

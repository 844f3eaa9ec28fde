// import: other formats into the journal
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <ostream>

#include "commands.hpp"
#include "import_view.hpp"
#include "import_whole.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/progress.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/daily_diary.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/exchange/formats.hpp"
#include "lytes/report/import_text.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

using exchange::Incoming;
using exchange::OnConflict;
using Conflicts = std::vector<exchange::Conflict>;

struct ImportOptions {
  std::vector<std::string> what;  ///< format and file, or the file alone
  std::vector<std::string> spasms;
  std::vector<std::string> preferred;
  std::string mark_days;
  std::string encoding;
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
constexpr const char* prefer_one = "; --prefer SOURCE takes the one that counts";

const std::map<std::string, text::Encoding> encodings = {{"latin1", text::Encoding::Latin1},
                                                         {"utf-8", text::Encoding::Utf8}};

exchange::InputFile opened(Session& session, const std::string& file) {
  if (file == "-") return {text_of_input(session, "-"), "standard input"};
  return exchange::InputFile(std::filesystem::path(file));
}

/// What of the file may be a spasm, to be chosen from.
std::string candidate_lines(const std::vector<exchange::SpasmCandidate>& candidates) {
  std::string lines;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto& [name, times, example] = candidates[i];
    lines += fmt::format("  {}  {} ({}, such as {})\n", i + 1, text::printable(name),
                         times == 1 ? "once" : fmt::format("{} times", times), text::printable(example));
  }
  return lines;
}

/// Which of the file's names are spasms: asked for, or told as an error where nobody can be asked.
std::vector<std::string> asked_spasms(Session& session, const Incoming& incoming) {
  const auto& candidates = incoming.spasm_candidates;
  std::vector<std::string> names;
  for (const auto& candidate : candidates) names.push_back(candidate.name);
  const NotFoundError unsaid("which_is_a_spasm",
                             "nobody said which of these are spasms; --spasm \"" + names.front() +
                                 "\" says that one is, --spasm none that none of them is",
                             names);
  if (!session.can_ask() || session.options.yes) throw unsaid;
  const auto answer = session.ask("Which of these are spasms?\n" + candidate_lines(candidates) +
                                  "Numbers, 0 for none of them (Enter to stop): ");
  std::vector<std::string> chosen;
  std::string spaced = answer.value_or("");
  std::ranges::replace(spaced, ',', ' ');
  for (const std::string& word : text::parted_at_blanks(spaced)) {
    if (word == "0") return {"none"};
    const bool digits = std::ranges::all_of(word, text::is_digit) && word.size() < 4;
    const std::size_t number = digits ? std::stoul(word) : 0;
    if (number == 0 || number > names.size()) throw unsaid;
    chosen.push_back(names[number - 1]);
  }
  if (chosen.empty()) throw unsaid;
  return chosen;
}

struct ReadFile {
  const exchange::Format* format;
  Incoming incoming;
};

ReadFile read(Session& session, const ImportOptions& options) {
  const bool named = options.what.size() > 1;
  const exchange::Format* format = named ? &exchange::format_called(options.what.front()) : nullptr;
  exchange::InputFile file = opened(session, options.what.back());
  if (!format) format = &exchange::recognised_format(file);
  exchange::Reading reading{session, options.spasms, options.preferred, std::nullopt,
                            session.context().paths.temporary};
  if (!options.encoding.empty()) reading.encoding = encodings.at(options.encoding);
  const auto read_once = [&] {
    console::Progress progress(session);
    file.progress = [&](std::uint64_t done, std::uint64_t all) { progress.show(file.name(), done, all); };
    return format->read(file, reading);
  };
  Incoming incoming = read_once();
  if (!incoming.spasm_candidates.empty()) {
    reading.spasms = asked_spasms(session, incoming);
    incoming = read_once();
  }
  return {format, std::move(incoming)};
}

std::string days_in_words(std::size_t days) { return days == 1 ? "1 day" : fmt::format("{} days", days); }

InputError conflict_error(const Conflicts& conflicts, const std::string& outcome) {
  std::string what = "the journal has other figures than the file on " + days_in_words(conflicts.size());
  if (conflicts.size() == 1) what += ", " + calendar::iso(conflicts.front().day);
  const bool two_sources =
      std::ranges::any_of(conflicts, [](const auto& conflict) { return !conflict.sources.empty(); });
  return InputError(what + outcome, {}, 0, std::string(both_ways) + (two_sources ? prefer_one : ""));
}

/// Asks once what becomes of the days in conflict; where nobody can be asked it is an error that names them.
/// @return nothing when the error has been told in JSON
std::optional<OnConflict> ask(Session& session, const Conflicts& conflicts) {
  const auto days = conflict_views(conflicts);
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
                              days_in_words(conflicts.size()), lines, one ? "it" : "them", one ? "it" : "them"));
  if (answer == "1") return OnConflict::Keep;
  if (answer == "2") return OnConflict::Replace;
  throw conflict_error(conflicts, ", and neither was chosen");
}

/// What becomes of days of which the file does not say whether they are complete.
std::optional<journal::DayStatus> open_days(Session& session, const ImportOptions& options, const Incoming& incoming) {
  if (options.mark_days == "complete") return journal::DayStatus::Complete;
  if (options.mark_days == "partial") return journal::DayStatus::Partial;
  if (options.dry_run || !session.can_ask() || session.options.yes) return std::nullopt;
  const auto would = exchange::would_import(session.store(), incoming, {});
  if (would.days_left_open == 0 || would.entries() == 0) return std::nullopt;
  const auto answer =
      session.ask(fmt::format("Of {} with intake the file does not say whether all was logged.\n"
                              "  1  all was: they are complete\n  2  some is missing: they are partial\n"
                              "Number (Enter to leave them open): ",
                              days_in_words(would.days_left_open)));
  if (answer == "1") return journal::DayStatus::Complete;
  if (answer == "2") return journal::DayStatus::Partial;
  return std::nullopt;
}

/// @param told the days in conflict that the user knows of; empty when they said beforehand what becomes of any
exchange::Imported import(Session& session, const Incoming& incoming, const exchange::ImportRules& rules,
                          const std::optional<Conflicts>& told) {
  exchange::Imported imported;
  session.save([&] {
    imported = exchange::import_into(session.store(), incoming, rules);
    if (told && imported.conflicts != *told) {
      throw StorageError(StorageError::Kind::Failed, "the days of this file were changed in the journal meanwhile",
                         "Import it again to see what differs now.");
    }
  });
  return imported;
}

bool any_undecided(const Conflicts& conflicts) {
  return std::ranges::any_of(conflicts, [](const auto& conflict) { return !conflict.decided; });
}

void run(Session& session, const ImportOptions& options) {
  const bool named = options.what.size() > 1;
  const bool by_looks = !named && options.what.back() != "-" &&
                        exchange::is_whole_document(opened(session, options.what.back()).beginning());
  if (by_looks || (named && options.what.front() == "lytes"))
    return import_whole(session, options.what.back(), {options.dry_run, options.replace});
  if (!options.dry_run) session.prepare_to_write();
  const auto [format, incoming] = read(session, options);
  const auto conflicts = exchange::conflicts(session.store(), incoming, options.preferred);
  auto rule = options.rule();
  if (!rule && !options.dry_run && any_undecided(conflicts)) {
    rule = ask(session, conflicts);
    if (!rule) return;
  }
  exchange::ImportRules rules{rule.value_or(OnConflict::Keep), options.preferred, std::nullopt};
  rules.open_days = open_days(session, options, incoming);
  ImportedFile result{*format, incoming, conflicts, {}, rule, rules};
  result.recognised = options.what.size() == 1;
  result.dry_run = options.dry_run;
  result.conflicts_shown = !options.rule() && !options.dry_run && any_undecided(conflicts);
  if (options.dry_run) {
    result.imported = exchange::would_import(session.store(), incoming, rules);
  } else {
    const auto told = options.rule() ? std::nullopt : std::optional(conflicts);
    result.imported = import(session, incoming, rules, told);
  }
  const auto view = import_view(session, result);
  session.answer(report::import_json, report::import_page, view);
}

std::string formats_in_words() {
  std::string lines;
  for (const exchange::Format& format : exchange::formats()) {
    lines += text::wrapped(fmt::format("  {:<15} {}: {}", format.name, format.title, format.files), 80, 18) + "\n";
  }
  return lines + "  lytes           lytes: what `lytes export json` wrote\n";
}

}  // namespace

void declare_import(Command& program) {
  auto& command = program.add("import", "Take over what another program holds: lytes import servings.csv");
  auto& options = command.runs(run);
  command.option("format_and_file...", options.what, "The file, or its format and the file; - for standard input")
      .most_words = 2;
  command.option("--spasm NAME", options.spasms,
                 "A metric, activity or symptom that is a spasm; none: none of them is");
  command.option("--prefer SOURCE", options.preferred,
                 "Of two sources of the same day the one that counts: an app, a format, or \"by hand\"");
  command
      .option("--mark-days TEXT", options.mark_days,
              "What days with intake are of which the file does not say whether all was logged")
      .one_of = {"complete", "partial"};
  auto& encoding =
      command.option("--encoding TEXT", options.encoding, "How the file writes its letters, where it does not say so");
  for (const auto& [name, one] : encodings) encoding.one_of.push_back(name);
  command.option("--dry-run", options.dry_run, "Only tell what would be added, day by day");
  command.option("--keep", options.keep, "Days of which the journal has other figures stay as they are");
  command.option("--replace", options.replace, "Where the journal has other figures, take the file's instead")
      .not_with = "--keep";
  command.more = fmt::format(
      "Formats:\n{}A daily diary has a header with date and any of these, in any order:\n{}\n"
      "A blank cell is unknown, not zero.",
      formats_in_words(), text::wrapped("  " + std::string(exchange::daily_diary_columns), 80, 2));
}

}  // namespace lytes::cli

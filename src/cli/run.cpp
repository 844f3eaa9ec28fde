#include "lytes/cli/run.hpp"

#include <algorithm>
#include <ostream>

#include "commands.hpp"
#include "lytes/bounds.hpp"
#include "lytes/command/command.hpp"
#include "lytes/command/command_line.hpp"
#include "lytes/command/first_word.hpp"
#include "lytes/command/help.hpp"
#include "lytes/command/language_help.hpp"
#include "lytes/console/context.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/report/error_text.hpp"
#include "lytes/report/help_page.hpp"
#include "lytes/storage/temporary_folder.hpp"
#include "lytes/text/words.hpp"
#include "version.hpp"

namespace lytes::cli {

namespace {

int exit_code(const StorageError& error) { return error.kind == StorageError::Kind::Failed ? Failed : BadJournal; }

/// What became of what the command was to write. A failing disk's error knows better than the command.
std::optional<Saved> fate(const Session& session, const std::exception& error) {
  const auto* storage = dynamic_cast<const StorageError*>(&error);
  const bool told = storage != nullptr && session.saved == Saved::No && storage->saved != Saved::No;
  return told ? storage->saved : session.saved;
}

/// Says what went wrong where people and where scripts look for it.
template <typename Error>
void tell(const Session& session, const Error& error) {
  const auto saved = fate(session, error);
  if (session.options.json) {
    session.context().out << report::error_json(error, saved);
    return;
  }
  session.context().err << report::error_text(error, saved, session.style());
  if (saved == Saved::No && !session.typed.empty()) {
    session.context().err << report::typed_again(session.typed, session.style());
  }
}

/// A line that is refused is heard all the same: an emergency in it comes before what was wrong.
void tell_emergency(Session& session, const std::string& line) {
  if (!session.refused_is_heard) return;
  session.context().err << report::emergency_lines(notebook::remarks_on_unsaved(session, line), session.style());
}

void declare_global_options(Command& program, GlobalOptions& options) {
  program.option("--db FILE", options.journal, "Use this journal (or set LYTES_DB)").last_counts = true;
  program.option("--now TIME", options.now, "Take this as the present: 2026-11-22 10:00").last_counts = true;
  program.option("--json", options.json, "Print JSON");
  program.option("-y, --yes", options.yes, "Take the best match without asking");
  program.option("--keep-unknown", options.keep_unknown,
                 "Keep what is not known by its name, its figures unknown, instead of saving nothing");
  program.option("-q, --quiet", options.quiet, "Say nothing of what was done where all is well");
  program.option("--no-color", options.no_color, "Plain text");
}

constexpr const char* more_help =
    "`lytes help COMMAND` explains one, `lytes help language` shows what can be written in a line.";

/// @param line in which the name stands
InputError no_command(const Command& program, const std::string& name, const std::string& line) {
  const std::string nearest = command::nearest_command(program, name);
  return InputError("there is no command \"" + name + "\"", line, line.find(name),
                    nearest.empty() ? "one of those that `lytes --help` lists"
                                    : "`lytes " + nearest + "`; `lytes --help` lists all commands");
}

InputError usage_error(const Command& program, const std::string& why, const std::vector<std::string>& words) {
  const auto first = command::command_word(words);
  const bool known = first != words.end() && program.command_called(*first) != nullptr;
  if (first != words.end() && !known) return no_command(program, *first, text::joined({first, words.end()}));
  return InputError(why, {}, 0, known ? "what `lytes " + *first + " --help` shows" : "what `lytes --help` shows");
}

struct Declaration {
  void (*declare)(Command&);
  std::vector<std::string_view> commands;
};

/// In the order in which help shows them.
const std::vector<Declaration>& declarations() {
  static const std::vector<Declaration> all = {
      {declare_drink, {"drink"}},
      {declare_eat, {"eat"}},
      {declare_take, {"take"}},
      {declare_spasm, {"spasm"}},
      {declare_feelings, {"stress", "log", "note"}},
      {declare_line, {"had"}},
      {declare_read, {"read"}},
      {declare_day, {"day"}},
      {declare_seen, {"seen"}},
      {declare_today, {"today"}},
      {declare_week, {"week"}},
      {declare_report, {"report"}},
      {declare_trial, {"trial"}},
      {declare_import, {"import"}},
      {declare_export, {"export"}},
      {declare_entries, {"list", "show"}},
      {declare_edit, {"edit", "delete"}},
      {declare_again, {"again"}},
      {declare_history, {"undo", "redo", "history"}},
      {declare_profile, {"profile"}},
      {declare_targets, {"targets"}},
      {declare_config, {"config"}},
      {declare_remind, {"remind"}},
      {declare_foods, {"foods"}},
      {declare_recipe, {"recipe"}},
      {declare_completion, {"completion"}},
      {declare_demo, {"demo"}},
      {declare_backup, {"backup", "restore"}},
      {declare_doctor, {"doctor"}},
      {declare_purge, {"purge"}},
  };
  return all;
}

command::Names command_names() {
  command::Names names;
  for (const Declaration& one : declarations()) names.insert(names.end(), one.commands.begin(), one.commands.end());
  return names;
}

}  // namespace

void declare_all_commands(Command& program) {
  for (const Declaration& one : declarations()) one.declare(program);
}

bool is_command(std::string_view word) {
  return std::ranges::any_of(declarations(), [&](const Declaration& one) {
    return std::ranges::find(one.commands, word) != one.commands.end();
  });
}

namespace {

/// Declares the command that the line names, for all of them take longer than logging a drink does otherwise; and all
/// of them where help, completion or an error speaks of them.
void declare_commands(Command& program, const std::vector<std::string>& words) {
  const auto named = command::command_word(words);
  const auto wanted = [&](const Declaration& one) {
    return named != words.end() && std::ranges::find(one.commands, *named) != one.commands.end();
  };
  const bool known = named != words.end() && *named != "completion" && std::ranges::any_of(declarations(), wanted);
  for (const Declaration& one : declarations()) {
    if (!known || wanted(one)) one.declare(program);
  }
  if (!known) program.more = more_help;
}

int parse_and_run(const std::vector<std::string>& typed, Session& session, command::OneWord one_word) {
  const auto asked = command::asked_of_help(typed);
  if (asked == "language") {
    const std::string text = command::language_help();
    session.say(session.options.json ? report::help_text_json(text) : text);
    return Done;
  }
  const command::Names names = command_names();
  const std::vector<std::string> words = command::as_options(command::with_command(typed, names, one_word));
  Command program("", "Log meals, drinks, supplements, stress and spasms in one line; see what goes together.");
  program.runs(show_today);
  program.shows(command::Option::Page::Version, "--version", "What this program is, and what it stands on");
  declare_global_options(program, session.options);
  declare_commands(program, words);
  const auto [what, named, why] = command::parse(program, words);
  switch (what) {
    case command::Parsed::What::Version:
      show_version(session);
      return Done;
    case command::Parsed::What::Help:
      if (asked && *asked != named->path()) throw no_command(program, *asked, *asked);
      session.answer(report::help_json, report::help_page, command::help_of(*named));
      return Done;
    case command::Parsed::What::Misread:
      throw usage_error(program, why, words);
    case command::Parsed::What::Command:
      if (!session.options.now.empty()) session.now_without_journal();  // that it is a time, before anything is done
      named->run(session);
  }
  return session.exit_code;
}

/// A reader that has seen enough, as `head` has, is no error: the output is then let go.
/// @return false when what was said did not arrive
bool has_arrived(const Context& context) {
  context.out.flush();
  return context.out || (context.reader_has_left && context.reader_has_left());
}

int run(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options,
        command::OneWord one_word) {
  const std::string line = text::joined(words);
  Session session(context, line);
  session.options = options;
  session.as_typed = "lytes";
  for (const auto& word : words) session.as_typed += " " + text::in_quotes(word);
  // Known before the line is parsed, so that a line that cannot be parsed is told about in JSON too.
  const auto options_end = std::ranges::find(words, "--");
  session.options.json = options.json || std::find(words.begin(), options_end, "--json") != options_end;
  try {
    storage::remove_abandoned_folders(context.paths.temporary);
    require_line_that_fits(line);
    const int code = parse_and_run(words, session, one_word);
    if (!has_arrived(context)) throw StorageError(StorageError::Kind::Failed, "the output could not be written");
    session.look_after_journal();
    return code;
  } catch (const InputError& error) {
    tell_emergency(session, line);
    tell(session, error);
    return BadInput;
  } catch (const NotFoundError& error) {
    tell_emergency(session, line);
    tell(session, error);
    return NotFound;
  } catch (const StorageError& error) {
    tell(session, error);
    return exit_code(error);
  } catch (const std::exception& error) {
    tell(session,
         StorageError(StorageError::Kind::Failed, std::string("something went wrong inside lytes: ") + error.what()));
    return Failed;
  }
}

}  // namespace

int run(const std::vector<std::string>& words, const Context& context) {
  return run(words, context, {}, command::OneWord::MayBeSlip);
}

int run_line(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options) {
  return run(words, context, options, command::OneWord::IsLine);
}

}  // namespace lytes::cli

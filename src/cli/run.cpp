#include "lytes/cli/run.hpp"

#include <algorithm>
#include <ostream>

#include "command.hpp"
#include "command_line.hpp"
#include "commands.hpp"
#include "help.hpp"
#include "language_help.hpp"
#include "lytes/bounds.hpp"
#include "lytes/cli/context.hpp"
#include "lytes/errors.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/report/error_text.hpp"
#include "lytes/storage/draft.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"
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

/// How the line may have been meant to begin: "drink ...", "day done". Empty where nothing is near.
std::string nearest_command(const Command& program, const std::string& word) {
  for (const char* of_a_day : {"done", "partial", "skip", "open"}) {
    if (word == of_a_day) return "day " + word;
  }
  std::string nearest;
  std::size_t most = 1;
  for (const Command& command : program.below()) {
    const std::string name = command.name();
    const std::size_t same = text::letters_in_place(name, word);
    if (same > most && same + 2 > std::max(name.size(), word.size())) {
      most = same;
      nearest = name;
    }
  }
  return nearest.empty() ? nearest : nearest + " ...";
}

/// The first word that is no option, or the end. What stands behind "--" is none.
std::vector<std::string>::const_iterator command_word(const std::vector<std::string>& words) {
  auto word = words.begin();
  while (word != words.end() && word->starts_with('-') && *word != "-" && *word != "--") {
    const bool takes_value = *word == "--now" || *word == "--db";
    word = takes_value && std::next(word) != words.end() ? word + 2 : word + 1;
  }
  return word;
}

/// `lytes help` and `lytes version` are what people try first, then `lytes help drink`.
std::vector<std::string> as_options(std::vector<std::string> words) {
  const auto help = command_word(words);
  if (help != words.end() && *help == "help" && std::next(help) != words.end() && is_command(*std::next(help))) {
    words.erase(help);  // of "help trial start"
    words.emplace_back("--help");
  }
  const bool alone = std::all_of(words.begin() + (words.empty() ? 0 : 1), words.end(),
                                 [](const std::string& word) { return word.starts_with('-'); });
  if (!words.empty() && alone && (words[0] == "help" || words[0] == "version")) words[0].insert(0, "--");
  return words;
}

InputError usage_error(const Command& program, const std::string& why, const std::vector<std::string>& words) {
  const auto first = command_word(words);
  const bool known = first != words.end() && program.command_called(*first) != nullptr;
  if (first != words.end() && !known) {
    const std::string nearest = nearest_command(program, *first);
    return InputError("there is no command \"" + *first + "\"", text::joined(words),
                      text::joined({words.begin(), first}).size() + (first == words.begin() ? 0 : 1),
                      nearest.empty() ? "one of those that `lytes --help` lists"
                                      : "`lytes " + nearest + "`; `lytes --help` lists all commands");
  }
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
  const auto named = command_word(words);
  const auto wanted = [&](const Declaration& one) {
    return named != words.end() && std::ranges::find(one.commands, *named) != one.commands.end();
  };
  const bool known = named != words.end() && *named != "completion" && std::ranges::any_of(declarations(), wanted);
  for (const Declaration& one : declarations()) {
    if (!known || wanted(one)) one.declare(program);
  }
  if (!known) program.more = more_help;
}

/// Whether a word is a command with a slip of the keys in it: "drnk", "spsam". "drank" and "spasms" are words.
/// @param words_follow that are no options and no numbers: only what logs takes any words, "slow mag" shows nothing
bool is_misspelt_command(const std::string& word, bool words_follow) {
  constexpr std::size_t least_letters = 4;
  if (word.size() < least_letters || text::is_one_of(word, "drank|drunk|drinks|spasms|Drank|Spasms")) return false;
  for (const Declaration& one : declarations()) {
    for (const std::string_view command : one.commands) {
      const bool takes_words = text::is_one_of(command, "drink|eat|take|spasm|stress|log|note|had|again");
      if (command.size() >= least_letters && (takes_words || !words_follow) &&
          text::spelling_distance(word, command, 1) == 1)
        return true;
    }
  }
  return false;
}

/// Whether a word by itself may be a command with more than one slip: "tdoay", "hlep".
bool is_near_command(const std::string& word) {
  if (text::is_one_of(word, "done|partial|skip|status|quit|exit|info|start|stop"))
    return true;  // of a command, or a tool's
  const int most_slips = word.size() > 5 ? 2 : 1;
  return word.size() < 4 || std::ranges::any_of(declarations(), [&](const Declaration& one) {
           return std::ranges::any_of(one.commands, [&](std::string_view command) {
             return text::spelling_distance(text::lowered(word), command, most_slips) <= most_slips;
           });
         });
}

enum class OneWord {
  MayBeSlip,  ///< and is told
  IsLine
};

/// Words that name no command are a line: "2 eggs and coffee, stress 6".
std::vector<std::string> with_command(std::vector<std::string> words, OneWord one_word) {
  const auto first = command_word(words);
  if (first == words.end()) return words;
  const bool more_follows =
      std::next(first) != words.end() && !std::next(first)->empty() && !std::next(first)->starts_with('-');
  if (*first == "today" && more_follows) {  // "today I had 2 eggs"
    words.insert(words.begin() + (first - words.cbegin()), "had");
    return words;
  }
  if (is_command(*first)) return words;
  if (first->ends_with(':') &&
      is_command(std::string_view(*first).substr(0, first->size() - 1))) {  // "note: new mattress"
    words[static_cast<std::size_t>(first - words.cbegin())].pop_back();
    return words;
  }
  if (*first == "-" || *first == "--") {
    words.insert(words.begin() + (first - words.cbegin()), *first == "-" ? "read" : "had");
    return words;
  }
  const bool several = std::next(first) != words.end() || first->find(' ') != std::string::npos;
  if (!several && one_word == OneWord::MayBeSlip && is_near_command(*first)) return words;
  const bool words_follow = more_follows && !text::is_digit(std::next(first)->front());
  if (is_misspelt_command(*first, words_follow) || *first == "help" || *first == "version") return words;
  words.insert(words.begin() + (first - words.cbegin()), "had");
  return words;
}

/// `lytes help language`, also behind options.
bool asks_for_language(const std::vector<std::string>& words) {
  const auto help = command_word(words);
  return words.end() - help == 2 && *help == "help" && words.back() == "language";
}

int parse_and_run(const std::vector<std::string>& typed, Session& session, OneWord one_word) {
  if (asks_for_language(typed)) {
    session.say(language_help());
    return Done;
  }
  const std::vector<std::string> words = as_options(with_command(typed, one_word));
  Command program("", "Log meals, drinks, supplements, stress and spasms in one line; see what goes together.");
  program.runs(show_today);
  program.shows(Option::Page::Version, "--version", "What this program is, and what it stands on");
  declare_global_options(program, session.options);
  declare_commands(program, words);
  const auto [what, command, why] = parse(program, words);
  switch (what) {
    case Parsed::What::Version:
      show_version(session);
      return Done;
    case Parsed::What::Help:
      session.say(report::help_page(help_of(*command), session.style()));
      return Done;
    case Parsed::What::Misread:
      throw usage_error(program, why, words);
    case Parsed::What::Command:
      command->run(session);
  }
  return session.exit_code;
}

/// A reader that has seen enough, as `head` has, is no error: the output is then let go.
/// @return false when what was said did not arrive
bool has_arrived(const Context& context) {
  context.out.flush();
  return context.out || (context.reader_has_left && context.reader_has_left());
}

int run(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options, OneWord one_word) {
  const std::string line = text::joined(words);
  Session session(context, line);
  session.options = options;
  session.as_typed = "lytes";
  for (const auto& word : words) session.as_typed += " " + text::in_quotes(word);
  // Known before the line is parsed, so that a line that cannot be parsed is told about in JSON too.
  const auto options_end = std::ranges::find(words, "--");
  session.options.json = options.json || std::find(words.begin(), options_end, "--json") != options_end;
  try {
    storage::remove_abandoned_drafts(context.paths.temporary);
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
  return run(words, context, {}, OneWord::MayBeSlip);
}

int run_line(const std::vector<std::string>& words, const Context& context, const GlobalOptions& options) {
  return run(words, context, options, OneWord::IsLine);
}

}  // namespace lytes::cli

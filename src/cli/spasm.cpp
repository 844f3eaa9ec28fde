// spasm
#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/notebook/saved_line.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::vector<std::string> with;
  std::string note;
};

}  // namespace

void say_no_spasms(Session& session, calendar::Day day) {
  notebook::require_no_spasm_on(session, day);
  say_day(session, day, {{journal::Stream::Spasms, journal::DayStatus::Complete}}, "No spasm");
}

namespace {

/// What was typed, or where nothing was, what is answered when it is asked for.
std::vector<std::string> spasm_words(Session& session, const std::vector<std::string>& typed) {
  constexpr const char* example = "left calf 6/10 5m";
  if (!typed.empty()) return line_words(session, typed);
  const auto answer =
      session.can_ask()
          ? session.ask(std::string("Where was it, how bad out of 10, and how long (such as \"") + example + "\")? ")
          : std::nullopt;
  if (answer && !text::trimmed(*answer).empty()) {
    session.typed = "lytes spasm " + *answer;
    return {*answer};
  }
  throw InputError("where was the spasm?", "spasm", 5, std::string("`lytes spasm ") + example + "`");
}

void log_spasm(Session& session, const Typed& typed) {
  auto drafts = language::draft_spasm(session, spasm_words(session, typed.words), typed.with, typed.note);
  if (drafts.no_spasms_on) return say_no_spasms(session, *drafts.no_spasms_on);
  log_entries(session, std::move(drafts));
}

}  // namespace

void declare_spasm(Command& program) {
  auto& command = program.add("spasm", "Log a spasm: lytes spasm upper back 6/10 10m");
  auto& typed = command.writes(log_spasm);
  command.option("[what...]", typed.words, "Where, how bad out of 10, how long; or `none [DAY]`");
  command.option("--with SIGN", typed.with, "What came with it: numbness, tingling, weakness, fever, ...");
  command.option("--note TEXT", typed.note, "Something to remember with it");
}

}  // namespace lytes::cli

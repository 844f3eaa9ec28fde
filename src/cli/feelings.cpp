// stress, log, note
#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/notebook/saved_line.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::string note;
};

void log_stress(Session& session, const Typed& typed) {
  log_entries(session, language::draft_stress(session, line_words(session, typed.words), typed.note));
}

void log_factors(Session& session, const Typed& typed) {
  auto drafts = language::draft_factors(session, line_words(session, typed.words), typed.note);
  for (const auto& entry : drafts.entries) notebook::add_hours_so_far(session, entry, drafts.remarks);
  log_entries(session, std::move(drafts));
}

void log_note(Session& session, const Typed& typed) {
  log_entries(session, language::draft_note(session, line_words(session, typed.words, " ")));
}

void declare(Command& program, const char* name, const char* help, const char* what,
             void (*log)(Session&, const Typed&)) {
  auto& command = program.add(name, help);
  auto& typed = command.writes(log);
  command.option("[what...]", typed.words, what);
  if (log != log_note) command.option("--note TEXT", typed.note, "Something to remember with it");
}

}  // namespace

void declare_feelings(Command& program) {
  declare(program, "stress", "Log stress from 0 to 10: lytes stress 7", "0 (none) to 10, and `@ TIME` if not now",
          log_stress);
  declare(program, "log", "Log what may matter: lytes log sleep 6.5h, sitting 9h, exertion 3",
          "sleep, sitting, exertion, alcohol, posture, awkward sleep, lifting, heat, ...", log_factors);
  declare(program, "note", "Keep a remark: lytes note long drive", "Any text, and `@ TIME` if not now", log_note);
}

}  // namespace lytes::cli

// seen: a doctor has seen a sign
#include "lytes/notebook/seen.hpp"
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/report/day_page.hpp"

namespace lytes::cli {

namespace {

void run(Session& session, const std::vector<std::string>& words) {
  session.refused_is_heard = false;
  const auto seen = notebook::save_seen(session, words);
  session.answer(report::seen_json, report::seen_lines, seen);
}

}  // namespace

void declare_seen(Command& program) {
  auto& command = program.add("seen", "Say that a doctor has seen a sign: lytes seen numbness yesterday");
  command.option("sign...", command.writes(run),
                 "The sign, as `lytes today` names it, and the day if it was not today");
}

}  // namespace lytes::cli

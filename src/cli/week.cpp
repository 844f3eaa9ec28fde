// week
#include "commands.hpp"
#include "lytes/calendar/spoken.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "report_view.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string when;
  std::optional<std::string> html_file;
};

void run(Session& session, const Typed& typed) {
  const auto& [when, html_file] = typed;
  const calendar::Day today = session.today();
  const calendar::Day day = when.empty() || when == "this" || when == "now" ? today
                            : when == "last"                                ? today - std::chrono::days(7)
                                             : calendar::parse_range(when, session.reckoning()).from;
  show_report(session, calendar::week_of(day), true, html_file);
}

}  // namespace

void declare_week(Command& program) {
  auto& command = program.add("week", "The week, and what goes together so far");
  auto& typed = command.runs(run);
  command.option("[when...]", typed.when, "last, a day, or a date in the week; this week if left out");
  command.option("--html FILE", typed.html_file, "Also write it as a page to look at, print or take along");
}

}  // namespace lytes::cli

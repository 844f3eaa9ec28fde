// report: any stretch of days, with the evidence up to its end
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "report_view.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct ReportOptions {
  std::string from;
  std::string to;
  std::optional<std::string> html_file;
};

void run(Session& session, const ReportOptions& options) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto all = session.store().days();
  calendar::DayRange shown{all ? std::min(all->from, today) : today, all ? std::min(all->to, today) : today};
  if (!options.from.empty()) shown.from = calendar::parse_day(options.from, session.reckoning());
  if (!options.to.empty()) shown.to = calendar::parse_day(options.to, session.reckoning());
  if (shown.from > shown.to) {
    throw InputError("the report would end before it begins", "", 0,
                     "--from " + calendar::iso(shown.to) + " --to " + calendar::iso(shown.from));
  }
  show_report(session, shown, false, options.html_file);
}

}  // namespace

void declare_report(CLI::App& app, Session& session) {
  auto options = std::make_shared<ReportOptions>();
  auto* command = app.add_subcommand("report", "All days or some of them, and what goes together up to the last one");
  command->add_option("--from", options->from, "First day to show; the diary's first if left out")->type_name("DAY");
  command->add_option("--to", options->to, "Last day to show, and the last that the evidence may know")
      ->type_name("DAY");
  command->add_option("--html", options->html_file, "Also write it as a page to look at, print or take along")
      ->type_name("FILE");
  command->callback([&session, options] { run(session, *options); });
}

}  // namespace lytes::cli

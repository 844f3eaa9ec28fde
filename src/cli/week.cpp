// week
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/text/words.hpp"
#include "report_view.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

void run(Session& session, const std::string& when, const std::optional<std::string>& html_file) {
  const calendar::Day today = calendar::today(session.reckoning());
  const calendar::Day day = when.empty() || when == "this" || when == "now" ? today
                            : when == "last"                                ? today - std::chrono::days(7)
                                             : calendar::parse_range(when, session.reckoning()).from;
  show_report(session, calendar::week_of(day), true, html_file);
}

}  // namespace

void declare_week(CLI::App& app, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("week", "The week, and what goes together so far");
  command->add_option("when", *words, "last, a day, or a date in the week; this week if left out");
  auto html_file = std::make_shared<std::optional<std::string>>();
  command->add_option("--html", *html_file, "Also write it as a page to look at, print or take along")
      ->type_name("FILE");
  command->callback([&session, words, html_file] { run(session, text::joined(*words), *html_file); });
}

}  // namespace lytes::cli

// week
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/report/week_page.hpp"
#include "lytes/timeline/timeline.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

constexpr std::chrono::days four_weeks{28};

void run(Session& session, const std::string& when) {
  const calendar::Day today = calendar::today(session.reckoning());
  const calendar::Day day = when.empty() || when == "this" || when == "now" ? today
                            : when == "last"                                ? today - std::chrono::days(7)
                                             : calendar::parse_range(when, session.reckoning()).from;
  const calendar::DayRange week = calendar::week_of(day);
  const auto timeline = timeline::build(session.store(), session.targets(), {week.from - four_weeks, week.to});
  session.say(session.options.json ? report::week_json(timeline, week)
                                   : report::week_table(timeline, week, today, session.style()));
}

}  // namespace

void declare_week(CLI::App& app, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("week", "The week, day by day, and its spasms beside those of the four before");
  command->add_option("when", *words, "last, a day, or a date in the week; this week if left out");
  command->callback([&session, words] { run(session, joined(*words)); });
}

}  // namespace lytes::cli

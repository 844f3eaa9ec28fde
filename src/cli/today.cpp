// today, and what `lytes` alone shows
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "day_view.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/timeline/timeline.hpp"
#include "session.hpp"
#include "trial_view.hpp"

namespace lytes::cli {

void show_day(Session& session, calendar::Day day) {
  const auto entries = session.store().list({day, day});
  const auto timeline = timeline::build(session.store(), session.targets(), {day, day});
  const calendar::Day today = calendar::today(session.reckoning());
  const auto open =
      day == today ? open_signs_of_today(session, notebook::RulesTold::NewOnes) : std::vector<safety::OpenSign>();
  report::DayView view{timeline.rows().front(), entries, today, session.aims(day), open};
  if (day == today) {
    const auto trial = latest_trial(session);
    if (trial && !trial->over()) view.coin = coin_of_today(session, *trial);
  }
  session.say(session.options.json ? report::day_json(view) : report::day_page(view, session.style()));
}

void show_today(Session& session) {
  if (!session.options.json && !session.store().days()) return session.say(report::greeting(session.style()));
  show_day(session, calendar::today(session.reckoning()));
}

void declare_today(CLI::App& app, Session& session) {
  app.add_subcommand("today", "Today at a glance (the same as `lytes` alone)")->callback([&session] {
    show_today(session);
  });
}

}  // namespace lytes::cli

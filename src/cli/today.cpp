// today, and what `lytes` alone shows
#include "commands.hpp"
#include "day_view.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/trials.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::cli {

namespace {

/// Of an experiment under way, or that it is over, for two weeks; drawn here it never is.
std::optional<insight::CoinOfToday> coin_under_way(Session& session) {
  constexpr std::chrono::days told_for{14};
  const auto trial = notebook::latest_trial(session);
  // What safety has against going on ends it, as `trial` tells; until then nothing is asked.
  if (trial && !trial->over() && notebook::refusal(session, trial->trial.terms.nutrient, safety::TrialStep::GoOn))
    return std::nullopt;
  if (!trial || (trial->over() && *trial->ended + told_for < session.today())) return std::nullopt;
  return notebook::coin_of_today(session, *trial);
}

}  // namespace

void show_day(Session& session, calendar::Day day) {
  const auto entries = session.store().list({day, day});
  const auto timeline = timeline::build(session.store(), session.targets(), {day, day});
  const calendar::Day today = session.today();
  const auto open =
      day == today ? open_signs_of_today(session, notebook::RulesTold::NewOnes) : std::vector<safety::OpenSign>();
  report::DayView view{timeline.rows().front(), entries, today, session.aims(day), open};
  if (day == today) view.coin = coin_under_way(session);
  session.answer(report::day_json, report::day_page, view);
}

void show_today(Session& session) {
  if (!session.options.json && !session.store().days()) return session.say(report::greeting(session.style()));
  show_day(session, session.today());
}

namespace {

struct Typed {
  bool in_short = false;
  bool only_if_open = false;
};

/// One line; none at all where the day is closed and only open ones matter.
void show_in_short(Session& session, bool only_if_open) {
  const calendar::Day today = session.today();
  const auto timeline = timeline::build(session.store(), session.targets(), {today, today});
  const auto& row = timeline.rows().front();
  if (only_if_open && !report::is_open(row)) return;
  const auto entries = session.store().list({today, today});
  report::DayView view{row, entries, today, session.aims(today), {}};
  view.coin = coin_under_way(session);
  session.answer(report::day_json, report::day_short, view);
}

void run(Session& session, const Typed& typed) {
  if (typed.in_short || typed.only_if_open) return show_in_short(session, typed.only_if_open);
  show_today(session);
}

}  // namespace

void declare_today(Command& program) {
  auto& command = program.add("today", "Today at a glance (the same as `lytes` alone)");
  auto& typed = command.runs(run);
  command.option("--short", typed.in_short, "One line, for a prompt or a reminder");
  command.option("--only-if-open", typed.only_if_open, "In one line, and nothing at all once the day is closed");
}

}  // namespace lytes::cli

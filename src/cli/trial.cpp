// trial: an experiment with a coin
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/insight/trial_plan.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/notebook/trials.hpp"
#include "lytes/report/trial_page.hpp"
#include "lytes/storage/page_file.hpp"

namespace lytes::cli {

namespace {

using calendar::Day;
using insight::Exposure;

struct PlanOptions {
  std::string exposure;
  std::string from;
  std::optional<double> obeyed;
  std::optional<double> known;
  std::optional<int> days;
};

Exposure exposure_named(const std::string& said) {
  if (const auto exposure = insight::exposure_called(said)) return *exposure;
  throw InputError("there is no experiment with that", said, 0, "magnesium, potassium or water");
}

void refuse_if_unsafe(Session& session, Exposure exposure) {
  const auto against = notebook::refusal(session, insight::nutrient_of(exposure), safety::TrialStep::Begin);
  if (against) throw NotFoundError("trial_refused", against->says);
}

insight::TrialPlan plan_of(Session& session, Exposure exposure, const PlanOptions& options) {
  constexpr double hundred = 100;
  insight::TrialWishes wishes;
  if (!options.from.empty()) wishes.draw_from = calendar::parse_clock(options.from);
  if (options.obeyed) wishes.obeyed = *options.obeyed / hundred;
  if (options.known) wishes.known = *options.known / hundred;
  return notebook::plan_of_trial(session, exposure, wishes);
}

void plan(Session& session, const PlanOptions& options) {
  const Exposure exposure = exposure_named(options.exposure);
  refuse_if_unsafe(session, exposure);
  const auto planned = plan_of(session, exposure, options);
  const auto latest = notebook::latest_trial(session);
  const auto busy_until = latest && !latest->over() ? std::optional(latest->trial.terms.last_day()) : std::nullopt;
  session.say(session.options.json ? report::trial_plan_json(planned)
                                   : report::trial_plan_page(planned, busy_until, session.style()));
}

/// Of those that may be begun: the days asked for, or else as many as the plan takes.
int days_to_plan(const insight::TrialPlan& plan, const PlanOptions& options) {
  if (options.days && (*options.days < insight::shortest_trial || *options.days > insight::longest_trial)) {
    throw InputError("an experiment has 28 to 365 days", std::to_string(*options.days), 0, "28 to 365 days");
  }
  const std::string see = fmt::format("`lytes trial plan {}` says more", word(plan.exposure));
  if (!plan.enough_known)
    throw NotFoundError("trial_not_feasible", "there is too little to plan an experiment by; " + see);
  if (!plan.feasible()) throw NotFoundError("trial_not_feasible", "it would take longer than a year; " + see);
  return options.days.value_or(static_cast<int>(plan.offered->days));
}

void start(Session& session, const PlanOptions& options) {
  const Exposure exposure = exposure_named(options.exposure);
  session.prepare_to_write();
  const auto latest = notebook::latest_trial(session);
  if (latest && !latest->over()) {
    throw NotFoundError("trial_running",
                        fmt::format("an experiment with {} is under way until {}; one at a time",
                                    word(latest->exposure), calendar::iso(latest->trial.terms.last_day())));
  }
  refuse_if_unsafe(session, exposure);
  const auto planned = plan_of(session, exposure, options);
  const auto terms = insight::terms_of(planned, session.today(), days_to_plan(planned, options));
  session.save([&] { journal::Trials(session.journal()).begin(terms, session.context().random_seed()); });
  session.say(session.options.json
                  ? report::trial_json(*notebook::latest_trial(session))
                  : report::trial_begun_lines(terms, insight::trial_power(terms), latest, session.style()));
}

insight::TrialStanding need_trial(Session& session) {
  auto standing = notebook::latest_trial(session);
  if (!standing) {
    throw NotFoundError("no_trial", "there is no experiment; `lytes trial plan magnesium` says what one would ask");
  }
  return std::move(*standing);
}

void draw(Session& session) {
  const auto standing = need_trial(session);
  notebook::keep_end_by_evidence(session, standing);
  if (const auto against = notebook::end_if_unsafe(session, standing)) {
    throw NotFoundError("trial_ended",
                        "the experiment with " + std::string(word(standing.exposure)) + " has ended. " + against->says);
  }
  auto [coin, just_drawn] = notebook::draw_coin(session, standing);
  report::CoinView view{std::move(coin)};
  view.just_drawn = just_drawn;
  view.foods = notebook::foods_for_coin(session, view.coin);
  if (standing.over()) view.ended = &standing;
  session.answer(report::coin_json, report::coin_lines, view);
}

/// A line for each experiment before the latest.
std::string earlier(Session& session) {
  auto all = notebook::trial_standings(session, session.today());
  all.pop_back();
  return report::earlier_trials(all, session.style());
}

struct ShowOptions {
  bool csv = false;
  std::optional<std::string> html_file;
};

void show(Session& session, const ShowOptions& options) {
  const auto& [csv, html_file] = options;
  auto standing = need_trial(session);
  notebook::keep_end_by_evidence(session, standing);
  if (notebook::end_if_unsafe(session, standing)) standing = need_trial(session);
  const Day today = session.today();
  if (html_file) storage::write_page(*html_file, report::trial_html(standing, today));
  session.say(session.options.json ? report::trial_json(standing)
              : csv                ? report::trial_csv(standing)
                                   : report::trial_page(standing, today, session.style()) + earlier(session));
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

void stop(Session& session) {
  const auto standing = need_trial(session);
  if (standing.over())
    throw NotFoundError("no_trial", "the experiment is over already; `lytes trial show` has its end");
  if (session.can_ask() && !session.options.yes) {
    if (!session.agrees("Stop it for good, without a verdict? It cannot be begun again. (y/N) "))
      throw NotFoundError("not_stopped", "the experiment goes on");
  }
  notebook::end_trial(session, standing, std::string(journal::ended_by_person));
  const auto ended = need_trial(session);
  session.answer(report::trial_json, report::trial_stopped_lines, ended);
}

struct Obeyed {
  std::string said;
  std::string day;
};

void say_obeyed(Session& session, const Obeyed& typed) {
  const std::string& said = typed.said;
  if (said != "yes" && said != "no" && said != "log") {
    throw InputError("was the day done as its coin said?", said, 0, "yes, no, or log to read it from the log again");
  }
  session.prepare_to_write();
  const Day day = typed.day.empty() ? session.today() : calendar::parse_day(typed.day, session.reckoning());
  const auto obeyed = said == "log" ? std::nullopt : std::optional(said == "yes");
  session.save([&] { journal::Trials(session.journal()).say_obeyed(day, obeyed); });
  session.say(session.options.json ? report::trial_json(need_trial(session))
                                   : report::obeyed_line(day, obeyed, session.style()));
}

PlanOptions& add_plan_options(Command& command, PlanOptions& options) {
  command.option("what", options.exposure, "magnesium, potassium or water");
  command.option("--from TIME", options.from, "When coins are drawn, 15:00 unless said");
  const std::pair hundred(1, 100);
  command
      .option("--obeyed PERCENT", options.obeyed,
              "On how many days in 100 you will do as the coin says, 85 unless said")
      .range = hundred;
  command
      .option("--known PERCENT", options.known,
              "After how many coins in 100 the next day will be closed, 90 unless said")
      .range = hundred;
  return options;
}

}  // namespace

void declare_trial(Command& program) {
  auto& trial = program.add("trial", "An experiment with a coin: does it make a difference to you?");
  trial.runs([](Session& session) { show(session, {}); });
  auto& plans = trial.add("plan", "What it would ask, and how long it would take: lytes trial plan magnesium");
  add_plan_options(plans, plans.runs(plan));

  auto& starts = trial.add("start", "Begin it: lytes trial start magnesium");
  auto& started = add_plan_options(starts, starts.runs(start));
  starts.option("--days NUMBER", started.days, "Another length than the plan's, 28 to 365");

  trial.add("today", "Draw the coin of today, or hear again what it said").writes(draw);

  auto& shows = trial.add("show", "How far it is, and at its end what it found");
  auto& shown = shows.runs(show);
  shows.option("--csv", shown.csv, "Every coin as CSV, at the end with the seed, so that anybody can check");
  shows.option("--html FILE", shown.html_file, "Also write it as a page");

  auto& obeys = trial.add("obeyed", "Say whether a day was done as its coin said: lytes trial obeyed no yesterday");
  auto& obeyed = obeys.runs(say_obeyed);
  obeys.option("said", obeyed.said, "yes, no, or log to read it from the log again");
  obeys.option("[day...]", obeyed.day, "The day; today if left out");

  trial.add("stop", "End it early, for good and without a verdict").writes(stop);
}

}  // namespace lytes::cli

// trial: an experiment with a coin
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/insight/trial_plan.hpp"
#include "lytes/journal/trials.hpp"
#include "lytes/notebook/report_days.hpp"
#include "lytes/report/trial_page.hpp"
#include "lytes/storage/page_file.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"
#include "trial_view.hpp"

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
  for (const auto& facts : insight::exposure_table) {
    const std::string name(word(facts.exposure));
    if (said == name || said == quantity::facts_of(facts.nutrient).symbol) return facts.exposure;
  }
  throw InputError("there is no experiment with that", said, 0, "magnesium, potassium or water");
}

void refuse_if_unsafe(Session& session, Exposure exposure) {
  const auto against = refusal(session, insight::nutrient_of(exposure), safety::TrialStep::Begin);
  if (against) throw NotFoundError("trial_refused", against->says);
}

insight::TrialHabits habits_at(Session& session, const timeline::Timeline& days, Exposure exposure,
                               std::chrono::minutes hour, const PlanOptions& options) {
  const auto before = timeline::intake_before(session.store(), session.targets(), days.range(), hour);
  auto habits = insight::trial_habits(days.rows(), before.rows(), exposure);
  constexpr double hundred = 100;
  if (options.obeyed) habits.figures.obeyed = *options.obeyed / hundred;
  if (options.known) habits.figures.known = *options.known / hundred;
  return habits;
}

insight::TrialPlan plan_of(Session& session, Exposure exposure, const PlanOptions& options) {
  constexpr std::chrono::minutes earliest{10 * 60};
  const Day yesterday = calendar::today(session.reckoning()) - std::chrono::days{1};
  const auto diary = notebook::diary_up_to(session, yesterday);
  calendar::DayRange days{yesterday - insight::trial_looks_back + std::chrono::days{1}, yesterday};
  if (diary) days.from = std::max(days.from, diary->from);
  const auto timeline = timeline::build(session.store(), session.targets(), days);
  const auto from = options.from.empty() ? insight::usual_draw_time : calendar::parse_clock(options.from);
  std::vector<insight::OtherHour> earlier;
  for (auto hour = from - std::chrono::hours{1}; hour >= earliest; hour -= std::chrono::hours{1}) {
    earlier.push_back({hour, habits_at(session, timeline, exposure, hour, options)});
  }
  return insight::trial_plan(exposure, habits_at(session, timeline, exposure, from, options), from, earlier);
}

void plan(Session& session, const PlanOptions& options) {
  const Exposure exposure = exposure_named(options.exposure);
  refuse_if_unsafe(session, exposure);
  const auto planned = plan_of(session, exposure, options);
  const auto latest = latest_trial(session);
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
  const auto latest = latest_trial(session);
  if (latest && !latest->over()) {
    throw NotFoundError("trial_running",
                        fmt::format("an experiment with {} is under way until {}; one at a time",
                                    word(latest->exposure), calendar::iso(latest->trial.terms.last_day())));
  }
  refuse_if_unsafe(session, exposure);
  const auto planned = plan_of(session, exposure, options);
  const auto terms = insight::terms_of(planned, calendar::today(session.reckoning()), days_to_plan(planned, options));
  auto change = session.change();
  journal::Trials(session.journal()).begin(terms, session.context().random_seed());
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json
                  ? report::trial_json(*latest_trial(session))
                  : report::trial_begun_lines(terms, insight::trial_power(terms), latest, session.style()));
}

insight::TrialStanding need_trial(Session& session) {
  auto standing = latest_trial(session);
  if (!standing) {
    throw NotFoundError("no_trial", "there is no experiment; `lytes trial plan magnesium` says what one would ask");
  }
  return std::move(*standing);
}

void end_trial(Session& session, const insight::TrialStanding& standing, const std::string& by) {
  auto change = session.change();
  journal::Trials(session.journal()).end(standing.trial.id, {calendar::today(session.reckoning()), by});
  change.commit();
  session.saved = Saved::Yes;
}

/// What safety now has against going on ends the experiment for good.
std::optional<safety::TrialRefusal> end_if_unsafe(Session& session, const insight::TrialStanding& standing) {
  if (standing.over()) return std::nullopt;
  auto against = refusal(session, standing.trial.terms.nutrient, safety::TrialStep::GoOn);
  if (!against) return std::nullopt;
  session.prepare_to_write();
  end_trial(session, standing, against->code);
  session.saved.reset();  // nothing that was typed
  return against;
}

/// What was seen to be ended by its evidence has ended, whatever becomes of its entries.
void keep_end_by_evidence(Session& session, const insight::TrialStanding& standing) {
  if (!standing.evidence_ended_it || standing.trial.end) return;
  session.prepare_to_write();
  auto change = session.change();
  journal::Trials(session.journal())
      .end(standing.trial.id, {*standing.evidence_ended_it, std::string(journal::ended_by_evidence)});
  change.commit();
}

/// This person's own foods that hold most of it, where the coin says to reach it.
std::vector<timeline::Source> foods_for(Session& session, const insight::CoinOfToday& coin) {
  constexpr std::chrono::days eight_weeks{56};
  constexpr std::size_t most = 6;
  const bool ask = coin.coin == journal::CoinSide::Target && coin.exposure != Exposure::Water && !coin.nothing_logged &&
                   coin.missing() > 0;
  if (!ask) return {};
  return timeline::best_sources(session.store(), {coin.day - eight_weeks, coin.day},
                                insight::nutrient_of(coin.exposure), most);
}

void draw(Session& session) {
  session.prepare_to_write();
  const auto standing = need_trial(session);
  keep_end_by_evidence(session, standing);
  if (const auto against = end_if_unsafe(session, standing)) {
    throw NotFoundError("trial_ended",
                        "the experiment with " + std::string(word(standing.exposure)) + " has ended. " + against->says);
  }
  report::CoinView view{coin_of_today(session, standing)};
  if (view.coin.answer == insight::CoinAnswer::ToDraw) {
    journal::Trials trials(session.journal());
    if (trials.was_drawn_for(view.coin.day)) {  // by an earlier experiment
      view.coin.answer = insight::CoinAnswer::LeftOut;
    } else {
      const auto side = insight::coin_of(standing.trial, view.coin.day);
      auto change = session.change();
      trials.add_coin(standing.trial.id, view.coin.day, side);
      change.commit();
      session.saved = Saved::Yes;
      view.coin.answer = insight::CoinAnswer::Drawn;
      view.coin.coin = side;
      view.just_drawn = true;
    }
  }
  view.foods = foods_for(session, view.coin);
  if (standing.over()) view.ended = &standing;
  session.say(session.options.json ? report::coin_json(view) : report::coin_lines(view, session.style()));
}

/// A line for each experiment before the latest.
std::string earlier(Session& session) {
  auto all = trial_standings(session, calendar::today(session.reckoning()));
  all.pop_back();
  return report::earlier_trials(all, session.style());
}

void show(Session& session, bool csv, const std::optional<std::string>& html_file) {
  auto standing = need_trial(session);
  keep_end_by_evidence(session, standing);
  if (end_if_unsafe(session, standing)) standing = need_trial(session);
  const Day today = calendar::today(session.reckoning());
  if (html_file) storage::write_page(*html_file, report::trial_html(standing, today));
  session.say(session.options.json ? report::trial_json(standing)
              : csv                ? report::trial_csv(standing)
                                   : report::trial_page(standing, today, session.style()) + earlier(session));
  if (html_file && !session.options.json) session.say(fmt::format("\nAs a page: {}\n", *html_file));
}

void stop(Session& session) {
  session.prepare_to_write();
  const auto standing = need_trial(session);
  if (standing.over())
    throw NotFoundError("no_trial", "the experiment is over already; `lytes trial show` has its end");
  if (session.can_ask() && !session.options.yes) {
    const auto answer = session.ask("Stop it for good, without a verdict? It cannot be begun again. (y/N) ");
    if (!answer || (*answer != "y" && *answer != "yes")) throw NotFoundError("not_stopped", "the experiment goes on");
  }
  end_trial(session, standing, std::string(journal::ended_by_person));
  const auto ended = need_trial(session);
  session.say(session.options.json ? report::trial_json(ended) : report::trial_stopped_lines(ended, session.style()));
}

void say_obeyed(Session& session, const std::string& said, const std::vector<std::string>& words) {
  if (said != "yes" && said != "no" && said != "log") {
    throw InputError("was the day done as its coin said?", said, 0, "yes, no, or log to read it from the log again");
  }
  session.prepare_to_write();
  const Day day = words.empty() ? calendar::today(session.reckoning())
                                : calendar::parse_day(text::joined(words), session.reckoning());
  const auto obeyed = said == "log" ? std::nullopt : std::optional(said == "yes");
  auto change = session.change();
  journal::Trials(session.journal()).say_obeyed(day, obeyed);
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json ? report::trial_json(need_trial(session))
                                   : report::obeyed_line(day, obeyed, session.style()));
}

void add_plan_options(CLI::App& command, const std::shared_ptr<PlanOptions>& options) {
  command.add_option("what", options->exposure, "magnesium, potassium or water")->required();
  command.add_option("--from", options->from, "When coins are drawn, 15:00 unless said")->type_name("TIME");
  command
      .add_option("--obeyed", options->obeyed, "On how many days in 100 you will do as the coin says, 85 unless said")
      ->check(CLI::Range(1, 100))
      ->type_name("PERCENT");
  command
      .add_option("--known", options->known, "After how many coins in 100 the next day will be closed, 90 unless said")
      ->check(CLI::Range(1, 100))
      ->type_name("PERCENT");
}

}  // namespace

void declare_trial(CLI::App& app, Session& session) {
  auto* trial = app.add_subcommand("trial", "An experiment with a coin: does it make a difference to you?");
  trial->require_subcommand(0, 1);
  trial->callback([&session, trial] {
    if (trial->get_subcommands().empty()) show(session, false, std::nullopt);
  });
  auto planned = std::make_shared<PlanOptions>();
  auto* plans =
      trial->add_subcommand("plan", "What it would ask, and how long it would take: lytes trial plan magnesium");
  add_plan_options(*plans, planned);
  plans->callback([&session, planned] { plan(session, *planned); });

  auto started = std::make_shared<PlanOptions>();
  auto* starts = trial->add_subcommand("start", "Begin it: lytes trial start magnesium");
  add_plan_options(*starts, started);
  starts->add_option("--days", started->days, "Another length than the plan's, 28 to 365");
  starts->callback([&session, started] { start(session, *started); });

  trial->add_subcommand("today", "Draw the coin of today, or hear again what it said")->callback([&session] {
    draw(session);
  });

  auto csv = std::make_shared<bool>(false);
  auto html_file = std::make_shared<std::optional<std::string>>();
  auto* shows = trial->add_subcommand("show", "How far it is, and at its end what it found");
  shows->add_flag("--csv", *csv, "Every coin as CSV, at the end with the seed, so that anybody can check");
  shows->add_option("--html", *html_file, "Also write it as a page")->type_name("FILE");
  shows->callback([&session, csv, html_file] { show(session, *csv, *html_file); });

  auto said = std::make_shared<std::string>();
  auto day = std::make_shared<std::vector<std::string>>();
  auto* obeys =
      trial->add_subcommand("obeyed", "Say whether a day was done as its coin said: lytes trial obeyed no yesterday");
  obeys->add_option("said", *said, "yes, no, or log to read it from the log again")->required();
  obeys->add_option("day", *day, "The day; today if left out");
  obeys->callback([&session, said, day] { say_obeyed(session, *said, *day); });

  trial->add_subcommand("stop", "End it early, for good and without a verdict")->callback([&session] {
    stop(session);
  });
}

}  // namespace lytes::cli

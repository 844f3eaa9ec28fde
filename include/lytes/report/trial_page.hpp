#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/insight/trial_day.hpp"
#include "lytes/insight/trial_plan.hpp"
#include "lytes/report/style.hpp"
#include "lytes/timeline/sources.hpp"

namespace lytes::report {

/// What an experiment would ask and find, before it is begun.
/// @param busy_until the last day of one that is under way
std::string trial_plan_page(const insight::TrialPlan& plan, std::optional<calendar::Day> busy_until,
                            const Style& style);
std::string trial_plan_json(const insight::TrialPlan& plan);

/// After it was begun.
/// @param power how likely it is to find what it looks for
/// @param before the one before it, which may still rule
std::string trial_begun_lines(const journal::TrialTerms& terms, double power,
                              const std::optional<insight::TrialStanding>& before, const Style& style);

/// The coin of a day.
struct CoinView {
  insight::CoinOfToday coin;
  bool just_drawn = false;
  std::vector<timeline::Source> foods = {};       ///< this person's own that hold most of the nutrient
  const insight::TrialStanding* ended = nullptr;  ///< the experiment, where it is over
};

/// "Heads: reach 320 mg of magnesium today. You have 140 mg; ..."
std::string coin_lines(const CoinView& view, const Style& style);
std::string coin_json(const CoinView& view);

/// The same in a line for the page of the day: what was drawn, or that a coin waits. Empty where neither is so.
std::string coin_reminder(const insight::CoinOfToday& coin);

/// Where an experiment stands: before its end the evidence and nothing else, then the verdict and what it rests on.
std::string trial_page(const insight::TrialStanding& standing, calendar::Day today, const Style& style);
/// A line for each, newest first; empty without any.
std::string earlier_trials(const std::vector<insight::TrialStanding>& trials, const Style& style);
std::string trial_html(const insight::TrialStanding& standing, calendar::Day today);
std::string trial_json(const insight::TrialStanding& standing);

/// A day a line: its coin, 1 reach it, -1 leave it, and the spasms of the next day; with the seed in front, so that
/// anybody can check both. Before the end coins alone.
std::string trial_csv(const insight::TrialStanding& standing);

/// After one was stopped.
std::string trial_stopped_lines(const insight::TrialStanding& standing, const Style& style);

/// After somebody said whether a day was done as its coin said.
std::string obeyed_line(calendar::Day day, std::optional<bool> obeyed, const Style& style);

}  // namespace lytes::report

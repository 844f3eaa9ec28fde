#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lytes/insight/evidence.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/insight/trial_day.hpp"
#include "lytes/insight/trial_plan.hpp"
#include "lytes/timeline/sources.hpp"

namespace lytes::report {

// What is said of an experiment with a coin, in plain text for every kind of page. Sentences end with a full stop.

/// What it is and asks, for somebody who has never met one.
std::string trial_idea(insight::Exposure exposure, std::chrono::minutes draw_from);

/// What the person's own diary says, how long it would take, what would make it shorter; a paragraph each.
std::vector<std::string> trial_plan_sentences(const insight::TrialPlan& plan);

/// What the coin of a day says, or why there is none.
std::string coin_sentence(const insight::CoinOfToday& coin, const std::vector<timeline::Source>& foods);

/// "Day 40 of 196; 25 coins, 22 of them with a known next day."
std::string trial_progress(const insight::TrialStanding& standing, calendar::Day today);

/// The evidence so far and how far it may be trusted.
std::string trial_evidence_sentence(double evidence);

/// The answer at its end, in a sentence or two. Empty while it runs.
std::string trial_verdict(const insight::TrialStanding& standing);

/// What the verdict rests on: counts, p, unknown days, how often it was done as the coin said. Only at its end.
std::vector<std::string> trial_grounds(const insight::TrialStanding& standing);

/// The same for a doctor, in a paragraph.
std::string trial_paragraph(const insight::TrialStanding& standing);

/// Those of all that are over and whose answer may be told.
std::vector<std::string> trial_paragraphs(const insight::Evidence& evidence);

/// What a finished experiment says of an exposure in the week, and until when. Empty without one.
std::string trial_rule_sentence(const insight::Association& association);

}  // namespace lytes::report

#include "lytes/insight/evidence.hpp"

#include <algorithm>
#include <stdexcept>

#include "associations.hpp"
#include "exploration.hpp"
#include "logging_bias.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/targets/advice.hpp"
#include "next_step.hpp"

namespace lytes::insight {
namespace {

using calendar::Day;
using calendar::DayRange;
using timeline::DayRow;
using timeline::Timeline;

Rows rows_of(const Timeline& timeline, DayRange days) {
  const Day from = std::max(days.from, timeline.range().from);
  const Day to = std::min(days.to, timeline.range().to);
  if (from > to) return {};
  const auto first = static_cast<std::size_t>((from - timeline.range().from).count());
  return Rows(timeline.rows()).subspan(first, static_cast<std::size_t>((to - from).count()) + 1);
}

Rows diary_of(const Timeline& timeline, const Scope& scope) {
  if (!scope.diary || scope.diary->length() <= 0) return {};
  if (scope.diary->from < timeline.range().from || scope.diary->to > timeline.range().to) {
    throw std::invalid_argument("the timeline does not hold the whole diary");
  }
  return rows_of(timeline, *scope.diary);
}

void describe(Rows rows, Evidence& evidence) {
  for (const DayRow& row : rows) {
    if (row.intake_status == journal::DayStatus::Complete) ++evidence.closed_days;
    if (const auto spasms = row.spasm_count()) {
      ++evidence.spasm_days_known;
      evidence.spasms += *spasms;
    }
  }
  if (rows.empty()) return;
  evidence.range = DayRange{rows.front().day, rows.back().day};
  evidence.drinks_only = rows.back().targets.fluid_basis == targets::FluidBasis::Drinks;
  evidence.general_adult = rows.back().targets.general_adult;
}

/// Only what enters or leaves moderate is told.
bool is_news(Grade before, Grade now) { return (before >= Grade::Moderate) != (now >= Grade::Moderate); }

/// The evidence as it was seven days before the last day, against what it is now.
std::optional<SinceLastWeek> since_last_week(Rows rows, Looks& looks, const Associations& now) {
  if (rows.size() <= days_between_looks) return std::nullopt;
  const auto before = grades_a_week_before(looks);
  SinceLastWeek since;
  for (std::size_t place = 0; place < now.size(); ++place) {
    if (!now[place].withheld && is_news(before[place], now[place].grade)) {
      since.grades.push_back({now[place].exposure, before[place], now[place].grade});
    }
  }
  for (const DayRow& row : rows.last(days_between_looks)) {
    if (row.intake_status == journal::DayStatus::Complete) ++since.more_closed_days;
    since.more_spasms += row.spasm_count().value_or(0);
  }
  return since;
}

/// What must not be suggested to somebody is not answered to them either.
void withhold(Evidence& evidence, const targets::PersonalAdvice& personal) {
  for (Association& one : evidence.associations) {
    one.withheld = !safety::may_suggest_more(nutrient_of(one.exposure), personal);
  }
  std::erase_if(evidence.lags.questions,
                [&](const ScreenedQuestion& question) { return evidence.of(question.exposure).withheld; });
}

/// What finished experiments make of the grades, for a year each; the latest of an exposure counts.
void let_trials_rule(Evidence& evidence) {
  if (!evidence.range) return;
  for (const TrialStanding& trial : evidence.trials) {
    if (!rules_on(trial, evidence.range->to)) continue;
    Association& one = evidence.associations[static_cast<std::size_t>(trial.exposure)];
    one.trial = TrialRule{trial.state, *trial.ended, last_day_of_rule(trial), trial.effect.ratio};
  }
  for (Association& one : evidence.associations) {
    if (!one.trial) continue;
    const bool confirmed = one.trial->state == TrialState::Confirmed;
    one.grade = confirmed ? Grade::Confirmed : std::min(one.grade, Grade::Hint);
    if (confirmed) one.reasons.clear();  // they are about what a diary alone may say
  }
  if (evidence.since_last_week) {
    std::erase_if(evidence.since_last_week->grades,
                  [&](const GradeChange& change) { return evidence.of(change.exposure).trial.has_value(); });
  }
}

/// The shown days, and at least the last four weeks of the diary.
Rows in_sight(const Timeline& timeline, const Scope& scope) {
  DayRange days = scope.shown;
  if (scope.diary && scope.diary->length() > 0) {
    days.from = std::min(days.from, scope.diary->to - std::chrono::days{safety::open_sign_days - 1});
    days.to = std::max(days.to, scope.diary->to);
  }
  return rows_of(timeline, days);
}

}  // namespace

bool Evidence::any_told() const {
  return std::ranges::any_of(associations, [](const Association& one) { return !one.withheld; });
}

Evidence Evidence::with_experiments_blind() const {
  Evidence blind = *this;
  const auto is_tried = [&](Exposure exposure) { return blind.of(exposure).tried_until.has_value(); };
  for (const TrialStanding& trial : trials) {
    if (trial.over()) continue;
    blind.associations[static_cast<std::size_t>(trial.exposure)].tried_until = trial.trial.terms.last_day();
  }
  std::erase_if(blind.lags.questions, [&](const auto& question) { return is_tried(question.exposure); });
  if (blind.since_last_week) {
    std::erase_if(blind.since_last_week->grades, [&](const auto& change) { return is_tried(change.exposure); });
  }
  return blind;
}

Evidence assess(const Timeline& timeline, const Scope& scope, const targets::TargetBook& targets,
                const targets::PersonalAdvice& personal, std::vector<safety::OpenSign> open_signs,
                std::vector<TrialStanding> trials) {
  const Rows rows = diary_of(timeline, scope);
  Evidence evidence;
  describe(rows, evidence);
  const DiarySeries diary = diary_series(rows);
  const stats::Outcome outcome(diary.spasms, diary.first_weekday);
  Looks looks(joint_data(diary), joint_data_with_partial(diary));
  evidence.associations = associations(rows, diary, looks, outcome);
  evidence.model = looks.today(stats::Past::DayBefore);
  for (const NamedSeries& factor : diary.allowed_for) evidence.factor_names.push_back(factor.name);
  evidence.lags = lag_profile(diary, outcome);
  withhold(evidence, personal);
  evidence.factors = factor_associations(diary, outcome);
  evidence.logging_bias = logging_bias(rows);
  for (std::size_t day = 0; day < rows.size(); ++day) {
    if (diary.possibly_partial[day] != 0) evidence.possibly_partial.push_back(rows[day].day);
  }
  evidence.open_signs = std::move(open_signs);
  evidence.cautions = safety::cautions_over(in_sight(timeline, scope), targets, personal);
  evidence.since_last_week = since_last_week(rows, looks, evidence.associations);
  evidence.trials = std::move(trials);
  let_trials_rule(evidence);
  evidence.next_step = next_step(evidence, rows, targets, personal);
  return evidence;
}

}  // namespace lytes::insight

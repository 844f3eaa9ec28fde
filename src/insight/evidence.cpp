#include "lytes/insight/evidence.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "associations.hpp"
#include "exploration.hpp"
#include "logging_bias.hpp"
#include "lytes/insight/trial_plan.hpp"
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

void describe(const DiarySeries& diary, Evidence& evidence) {
  evidence.range = diary.range;
  evidence.drinks_only = diary.drinks_only;
  evidence.general_adult = diary.general_adult;
  evidence.intake = diary.intake;
  for (const DayFacts& day : diary.facts) {
    if (day.intake_complete) ++evidence.closed_days;
    if (!day.spasms) continue;
    ++evidence.spasm_days_known;
    evidence.spasms += *day.spasms;
  }
}

/// Only what enters or leaves moderate is told.
bool is_news(Grade before, Grade now) { return (before >= Grade::Moderate) != (now >= Grade::Moderate); }

/// The evidence as it was seven days before the last day, against what it is now.
std::optional<SinceLastWeek> since_last_week(Facts days, Looks& looks, const Associations& now) {
  if (days.size() <= days_between_looks) return std::nullopt;
  const auto before = grades_a_week_before(looks);
  SinceLastWeek since;
  for (std::size_t place = 0; place < now.size(); ++place) {
    if (!now[place].withheld && is_news(before[place], now[place].grade)) {
      since.grades.push_back({now[place].exposure, before[place], now[place].grade});
    }
  }
  for (const DayFacts& day : days.last(days_between_looks)) {
    if (day.intake_complete) ++since.more_closed_days;
    since.more_spasms += day.spasms.value_or(0);
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
Rows in_sight(const Timeline& latest, const std::optional<DayRange>& diary, DayRange shown) {
  if (diary) {
    shown.from = std::min(shown.from, diary->to - std::chrono::days{safety::open_sign_days - 1});
    shown.to = std::max(shown.to, diary->to);
  }
  return rows_of(latest, shown);
}

/// All that takes no more of the model than what it says of today. What that needs is as large as another model, and
/// goes before the earlier looks are worked out.
void explore(const DiarySeries& diary, Evidence& evidence) {
  const stats::Outcome outcome(diary.spasms, diary.first_weekday);
  {
    const auto& [water, magnesium, potassium] = diary.deficient;
    const std::array<stats::ScoredSeries, exposure_count> deficient = {
        {{outcome, water}, {outcome, magnesium}, {outcome, potassium}}};
    evidence.associations = described(diary, evidence.model, deficient);
    evidence.lags = lag_profile(diary, deficient);
  }
  evidence.factors = factor_associations(diary, outcome);
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

DayRange days_to_keep(const std::optional<DayRange>& diary, DayRange shown) {
  if (!diary) return shown;
  return {std::min(shown.from, std::max(diary->from, diary->to - trial_looks_back)), std::max(shown.to, diary->to)};
}

Evidence assess(DiaryDays days, const Timeline& latest, DayRange shown, const targets::TargetBook& targets,
                const targets::PersonalAdvice& personal, std::vector<safety::OpenSign> open_signs,
                std::vector<TrialStanding> trials) {
  const DiarySeries diary = std::move(days).series();
  Evidence evidence;
  describe(diary, evidence);
  Looks looks(joint_data(diary), joint_data_with_partial(diary));
  evidence.model = looks.today(stats::Past::DayBefore);
  for (const NamedSeries& factor : diary.allowed_for) evidence.factor_names.push_back(factor.name);
  explore(diary, evidence);
  weigh(diary, looks, evidence.associations);
  withhold(evidence, personal);
  evidence.logging_bias = logging_bias(diary.facts);
  for (std::size_t day = 0; day < diary.days(); ++day) {
    if (diary.possibly_partial[day] != 0) {
      evidence.possibly_partial.push_back(diary.range->from + std::chrono::days{static_cast<int>(day)});
    }
  }
  evidence.open_signs = std::move(open_signs);
  evidence.cautions = safety::cautions_over(in_sight(latest, diary.range, shown), targets, personal);
  evidence.since_last_week = since_last_week(diary.facts, looks, evidence.associations);
  evidence.trials = std::move(trials);
  let_trials_rule(evidence);
  const Rows last = diary.range ? rows_of(latest, *diary.range) : Rows{};
  evidence.next_step = next_step(evidence, diary.facts, last, targets, personal);
  return evidence;
}

Evidence assess(const Timeline& timeline, const Scope& scope, const targets::TargetBook& targets,
                const targets::PersonalAdvice& personal, std::vector<safety::OpenSign> open_signs,
                std::vector<TrialStanding> trials) {
  const DayRange diary = scope.diary.value_or(DayRange{scope.shown.to, scope.shown.to - std::chrono::days{1}});
  if (diary.length() > 0 && (diary.from < timeline.range().from || diary.to > timeline.range().to)) {
    throw std::invalid_argument("the timeline does not hold the whole diary");
  }
  DiaryDays days(diary.length());
  for (const DayRow& row : rows_of(timeline, diary)) days.add(row);
  return assess(std::move(days), timeline, scope.shown, targets, personal, std::move(open_signs), std::move(trials));
}

}  // namespace lytes::insight

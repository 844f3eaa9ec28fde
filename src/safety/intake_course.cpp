#include "lytes/safety/intake_course.hpp"

#include <algorithm>
#include <chrono>

namespace lytes::safety {
namespace {

using quantity::Nutrient;
using timeline::DayRow;

std::vector<std::string> why_no_goal(Nutrient nutrient, Aim aim, const targets::PersonalAdvice& personal) {
  if (aim == Aim::Goal) return {};
  if (nutrient == Nutrient::Sodium) {
    auto reasons = personal.because_of(targets::Effect::NoSodiumLimit);
    const auto hidden = personal.because_of(targets::Effect::HideGoals);
    reasons.insert(reasons.end(), hidden.begin(), hidden.end());
    return reasons;
  }
  auto reasons = reasons_against(nutrient, personal);
  return reasons.empty() ? personal.unknown_unreviewed() : reasons;
}

std::optional<targets::Target> held_against(Nutrient nutrient, Aim aim, const targets::DayTargets& targets) {
  if (aim == Aim::Nothing) return std::nullopt;
  const targets::Target* target =
      nutrient == Nutrient::Sodium ? targets.not_to_pass(nutrient) : targets.to_reach(nutrient);
  return target ? std::optional(*target) : std::nullopt;
}

void add_total(IntakeCourse& course, double total) {
  course.least = course.closed_days == 0 ? total : std::min(course.least, total);
  course.most = course.closed_days == 0 ? total : std::max(course.most, total);
  course.sum += total;
  ++course.closed_days;
}

void judge(IntakeCourse& course, const DayRow& row, const Aims& aims) {
  if (course.nutrient != Nutrient::Sodium && course.aim == Aim::Goal) {
    const auto shortfall = row.shortfall(course.nutrient);
    if (!shortfall) return;
    ++course.judged;
    course.below += *shortfall > 0 ? 1 : 0;
    course.low += *shortfall > 1 - timeline::low_share ? 1 : 0;
    return;
  }
  for (const auto& standing : standings(row, aims)) {
    if (standing.nutrient != course.nutrient || !standing.limit) continue;
    const bool passed = standing.known > 0 && standing.sum > *standing.limit;
    course.judged += passed || row.total(course.nutrient) ? 1 : 0;
    course.above += passed ? 1 : 0;
  }
}

void add_supplements(IntakeCourse& course, const DayRow& row) {
  if (!course.supplements) return;
  const bool magnesium = course.nutrient == Nutrient::Magnesium;
  const double sum = (magnesium ? row.supplement_magnesium : row.supplement_potassium).sum;
  if (sum <= 0) return;
  SupplementCourse& taken = *course.supplements;
  ++taken.days;
  taken.sum += sum;
  taken.most = std::max(taken.most, sum);
  const auto& limit = row.targets.magnesium_supplement_limit_mg;
  if (magnesium && course.aim == Aim::Goal && limit && sum > *limit) ++taken.days_above;
}

}  // namespace

std::array<IntakeCourse, 4> intake_courses(const timeline::Timeline& timeline, calendar::DayRange days,
                                           const targets::DayTargets& targets,
                                           const targets::PersonalAdvice& personal) {
  const Aims aims = aims_of(targets, personal);
  constexpr std::array shown = {Nutrient::Water, Nutrient::Magnesium, Nutrient::Potassium, Nutrient::Sodium};
  std::array<IntakeCourse, shown.size()> courses;
  for (std::size_t place = 0; place < shown.size(); ++place) {
    IntakeCourse& course = courses[place];
    course.nutrient = shown[place];
    course.aim = aims.on(course.nutrient);
    course.held_against = held_against(course.nutrient, course.aim, targets);
    course.because = why_no_goal(course.nutrient, course.aim, personal);
    const bool of_tablets = course.nutrient == Nutrient::Magnesium || course.nutrient == Nutrient::Potassium;
    if (of_tablets) course.supplements.emplace();
    for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days{1}) {
      const DayRow* row = timeline.row(day);
      if (row == nullptr) continue;
      if (const auto total = row->total(course.nutrient)) add_total(course, *total);
      judge(course, *row, aims);
      add_supplements(course, *row);
    }
  }
  return courses;
}

}  // namespace lytes::safety

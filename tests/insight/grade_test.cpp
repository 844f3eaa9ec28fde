#include "lytes/insight/grade.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace lytes::insight;
using namespace lytes::stats;

namespace {

/// A model of one exposure that lacks nothing.
JointModel plentiful() {
  JointModel model;
  model.days = 200;
  model.arms = {{{30, 80}, {25, 100}}};
  JointEffect effect;
  effect.log_ratio = 0.4;
  effect.error = 0.2;
  effect.vif = 1.2;
  model.effects = {effect};
  return model;
}

std::vector<Lack> lacks(const JointModel& model) {
  std::vector<Lack> found;
  for (const Shortage& one : shortages(model, 0)) found.push_back(one.lack);
  return found;
}

using Lacks = std::vector<Lack>;

Grounds enough() {
  Grounds all;
  all.enough_data = true;
  return all;
}

JointEffect with_posterior(double log_ratio, double error) {
  JointEffect effect;
  effect.posterior = posterior(log_ratio, error, sceptical_prior_sd);
  return effect;
}

}  // namespace

TEST_CASE("enough data is enough, and each shortage is named with what it takes") {
  CHECK(lacks(plentiful()).empty());
  JointModel model = plentiful();
  model.days = 56;
  CHECK(lacks(model).empty());
  model.days = 55;
  CHECK(lacks(model) == Lacks{Lack::CalendarDays});

  model = plentiful();
  model.arms = {{{2, 13}, {21, 100}}};
  CHECK(lacks(model) == Lacks{Lack::Spasms, Lack::DeficientDays, Lack::DeficientSpasms});
  model.arms = {{{22, 80}, {2, 13}}};
  CHECK(lacks(model) == Lacks{Lack::SufficientDays, Lack::SufficientSpasms});

  model = plentiful();
  model.effects[0]->vif = 5.5;
  CHECK(lacks(model) == Lacks{Lack::OwnVariation});
  model = plentiful();
  model.effects[0]->log_ratio = -9;
  CHECK(lacks(model) == Lacks{Lack::Separated});
  model = plentiful();
  model.effects[0].reset();
  CHECK(lacks(model) == Lacks{Lack::NoEstimate});
}

TEST_CASE("a diary whose p is below .05 at a true ratio of 1 is refused for want of data") {
  // Counts of tests/reference/data/P07_diary60.csv: water, magnesium, potassium.
  const std::vector<Arms> arms = {{{7, 40}, {1, 5}}, {{1, 23}, {7, 22}}, {{0, 3}, {8, 42}}};
  for (const Arms& one : arms) {
    JointModel model = plentiful();
    model.days = 60;
    model.arms = {one};
    const std::vector<Shortage> missing = shortages(model, 0);
    REQUIRE_FALSE(missing.empty());
    CHECK(missing.front().lack == Lack::Spasms);
    CHECK(missing.front().have == one.events());
    CHECK(missing.front().need == 24.0);
  }
  CHECK(mid_p_value(arms[1].exposed, arms[1].unexposed) < 0.05);
}

TEST_CASE("without enough data nothing else is looked at") {
  Grounds thin;
  thin.held_hint = thin.held_day = thin.held_week = thin.strong_by_day_and_stable = true;
  CHECK(grade(thin) == Grade::Insufficient);
}

TEST_CASE("nothing that is not held is more than unclear") {
  CHECK(grade(enough()) == Grade::Unclear);
  Grounds sure = enough();
  sure.strong_by_day_and_stable = true;
  CHECK(grade(sure) == Grade::Unclear);
}

TEST_CASE("what is held makes the grade, and strong rests on the day before alone") {
  Grounds held = enough();
  held.held_hint = true;
  CHECK(grade(held) == Grade::Hint);
  held.held_day = true;
  CHECK(grade(held) == Grade::Moderate);
  held.strong_by_day_and_stable = true;
  CHECK(grade(held) == Grade::Strong);

  Grounds week = enough();
  week.held_week = true;
  CHECK(grade(week) == Grade::Moderate);
  week.strong_by_day_and_stable = true;
  CHECK(grade(week) == Grade::Moderate);
}

TEST_CASE("what unknown days alone could make is a hint at most") {
  Grounds capped = enough();
  capped.held_hint = capped.held_day = capped.strong_by_day_and_stable = capped.capped = true;
  CHECK(grade(capped) == Grade::Hint);
  Grounds week = enough();
  week.held_week = week.capped = true;
  CHECK(grade(week) == Grade::Hint);
}

TEST_CASE("a small difference is none whatever its side, unless the week before stands against it") {
  Grounds narrow = enough();
  narrow.small_at_most = narrow.held_hint = narrow.held_day = true;
  CHECK(grade(narrow) == Grade::None);
  narrow.held_week = true;
  CHECK(grade(narrow) == Grade::Moderate);
}

TEST_CASE("two questions that are held on opposite sides say nothing") {
  Grounds both = enough();
  both.held_hint = both.held_day = both.held_week = both.opposite_sides = true;
  CHECK(grade(both) == Grade::Unclear);
}

TEST_CASE("a bound asks for probability and Bayes factor, upward and downward alike") {
  for (const double side : {1.0, -1.0}) {
    const JointEffect clear = with_posterior(side * std::log(2), 0.15);
    CHECK(reaches(clear, strong_by_day));
    const JointEffect faint = with_posterior(side * std::log(1.2), 0.15);
    CHECK_FALSE(reaches(faint, hint_by_day));
    // Sure of the side, with little evidence for more than nothing.
    const JointEffect small = with_posterior(side * 0.1, 0.05);
    CHECK(reaches(small, hint_by_day));
    CHECK_FALSE(reaches(small, moderate_by_day));
  }
}

TEST_CASE("every grade has its word") {
  CHECK(word(Grade::Insufficient) == "insufficient");
  CHECK(word(Grade::None) == "none");
  CHECK(word(Grade::Unclear) == "unclear");
  CHECK(word(Grade::Hint) == "hint");
  CHECK(word(Grade::Moderate) == "moderate");
  CHECK(word(Grade::Strong) == "strong");
  CHECK(word(Grade::Confirmed) == "confirmed");
}

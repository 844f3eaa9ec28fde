#include "lytes/insight/grade.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace lytes::insight;
using namespace lytes::stats;

namespace {

/// An estimate whose posterior puts `probability` above 1, wide enough not to be called none.
Posterior sure(double probability) {
  // With error e the posterior mean over its sd is z = log_ratio / (e sqrt(1 + e^2 / 0.35^2)).
  const double error = 0.25;
  double low = -5.0, high = 5.0;
  for (int step = 0; step < 80; ++step) {
    const double middle = 0.5 * (low + high);
    (posterior(middle, error, sceptical_prior_sd).probability_above_1 < probability ? low : high) = middle;
  }
  return posterior(high, error, sceptical_prior_sd);
}

Grounds grounds(double probability) {
  Grounds all;
  all.enough_data = true;
  all.belief = sure(probability);
  return all;
}

Grounds strong_grounds(double probability) {
  Grounds all = grounds(probability);
  all.p_holm = 0.02;
  all.adjusted_probability_up = probability > 0.5 ? 0.98 : 0.02;
  all.sign_is_stable = true;
  return all;
}

Effect plentiful() {
  Effect effect;
  effect.status = Status::Ok;
  effect.exposed = {30, 80};
  effect.unexposed = {25, 100};
  effect.vif = 1.2;
  return effect;
}

bool lacks(const std::vector<Shortage>& missing, Lack lack) {
  return std::any_of(missing.begin(), missing.end(), [&](const Shortage& one) { return one.lack == lack; });
}

}  // namespace

TEST_CASE("enough data is enough, and each shortage is named with what it takes") {
  CHECK(shortages(plentiful(), 200).empty());
  CHECK(shortages(plentiful(), 56).empty());
  CHECK(lacks(shortages(plentiful(), 55), Lack::CalendarDays));

  Effect effect = plentiful();
  effect.exposed = {2, 13};
  effect.unexposed = {21, 100};
  const auto missing = shortages(effect, 200);
  CHECK(missing.size() == 3);
  CHECK(lacks(missing, Lack::Events));
  CHECK(lacks(missing, Lack::DeficientDays));
  CHECK(lacks(missing, Lack::DeficientEvents));

  effect = plentiful();
  effect.exposed = {22, 80};
  effect.unexposed = {2, 13};
  const auto other_arm = shortages(effect, 200);
  CHECK(other_arm.size() == 2);
  CHECK(lacks(other_arm, Lack::SufficientDays));
  CHECK(lacks(other_arm, Lack::SufficientEvents));

  effect = plentiful();
  effect.vif = 5.5;
  CHECK(lacks(shortages(effect, 200), Lack::OwnVariation));
  effect = plentiful();
  effect.status = Status::NotConverged;
  CHECK(lacks(shortages(effect, 200), Lack::NoEstimate));
}

TEST_CASE("a diary whose p is below .05 at a true ratio of 1 is refused for want of data") {
  // Counts of tests/reference/data/P07_diary60.csv: water, magnesium, potassium.
  const std::vector<std::pair<EventsOverDays, EventsOverDays>> arms = {
      {{7, 40}, {1, 5}}, {{1, 23}, {7, 22}}, {{0, 3}, {8, 42}}};
  for (const auto& [exposed, unexposed] : arms) {
    Effect effect = plentiful();
    effect.exposed = exposed;
    effect.unexposed = unexposed;
    const std::vector<Shortage> missing = shortages(effect, 60);
    REQUIRE_FALSE(missing.empty());
    CHECK(missing.front().lack == Lack::Events);
    CHECK(missing.front().have == effect.events());
    CHECK(missing.front().need == 24.0);
    CHECK(grade({}) == Grade::Insufficient);
  }
  CHECK(mid_p_value(arms[1].first, arms[1].second) < 0.05);
}

TEST_CASE("grades follow the posterior's thresholds, upward and downward alike") {
  CHECK(grade(grounds(0.89)) == Grade::Unclear);
  CHECK(grade(grounds(0.91)) == Grade::Hint);
  CHECK(grade(grounds(0.97)) == Grade::Hint);
  CHECK(grade(grounds(0.976)) == Grade::Moderate);
  CHECK(grade(grounds(0.999)) == Grade::Moderate);
  CHECK(grade(grounds(0.11)) == Grade::Unclear);
  CHECK(grade(grounds(0.09)) == Grade::Hint);
  CHECK(grade(grounds(0.024)) == Grade::Moderate);
}

TEST_CASE("without enough data nothing else is looked at") {
  Grounds thin = strong_grounds(0.999);
  thin.enough_data = false;
  CHECK(grade(thin) == Grade::Insufficient);
}

TEST_CASE("strong asks for everything") {
  CHECK(grade(strong_grounds(0.995)) == Grade::Strong);
  CHECK(grade(strong_grounds(0.005)) == Grade::Strong);
  CHECK(grade(strong_grounds(0.985)) == Grade::Moderate);
  Grounds one = strong_grounds(0.995);
  one.p_holm = 0.06;
  CHECK(grade(one) == Grade::Moderate);
  one.p_holm.reset();
  CHECK(grade(one) == Grade::Moderate);
  one = strong_grounds(0.995);
  one.sign_is_stable = false;
  CHECK(grade(one) == Grade::Moderate);
  one = strong_grounds(0.995);
  one.adjusted_probability_up = 0.9;
  CHECK(grade(one) == Grade::Moderate);
  one.adjusted_probability_up.reset();
  CHECK(grade(one) == Grade::Moderate);
  one = strong_grounds(0.995);
  one.lead_flagged = true;
  one.survives_history = true;
  CHECK(grade(one) == Grade::Moderate);
}

TEST_CASE("a flagged lead check holds the grade at hint unless it survives history") {
  Grounds led = grounds(0.98);
  led.lead_flagged = true;
  CHECK(grade(led) == Grade::Hint);
  led.survives_history = true;
  CHECK(grade(led) == Grade::Moderate);
}

TEST_CASE("a narrow interval around one is no association, whatever its side") {
  Grounds narrow;
  narrow.enough_data = true;
  narrow.belief = posterior(0.02, 0.05, sceptical_prior_sd);
  CHECK(grade(narrow) == Grade::None);
  narrow.belief = posterior(std::log(1.12), 0.05, sceptical_prior_sd);
  CHECK(narrow.belief.probability_above_1 > 0.98);
  CHECK(grade(narrow) == Grade::None);
}

TEST_CASE("only a randomised experiment confirms") {
  Grounds randomised = grounds(0.98);
  randomised.randomised = true;
  CHECK(grade(randomised) == Grade::Confirmed);
  Grounds doubtful = grounds(0.95);
  doubtful.randomised = true;
  CHECK(grade(doubtful) == Grade::Hint);
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

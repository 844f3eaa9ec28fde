#include "lytes/stats/shift_calibrated_effect.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

#include "lytes/stats/posterior.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

SeriesData swapped(SeriesData series) {
  for (double& value : series.values) value = 1.0 - value;
  return series;
}

SeriesData constant(std::size_t days, double value) {
  return {std::vector<double>(days, value), std::vector<std::uint8_t>(days, 1)};
}

/// Counts around `rate`, whatever the exposure.
SeriesData random_counts(std::size_t days, double rate, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  SeriesData series = constant(days, 0.0);
  for (double& value : series.values) value = std::poisson_distribution<int>(rate)(random);
  return series;
}

SeriesData random_exposure(std::size_t days, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  SeriesData series = constant(days, 0.0);
  for (double& value : series.values) value = random() % 10 < 4 ? 1.0 : 0.0;
  return series;
}

}  // namespace

TEST_CASE("on the small diary a test that takes days as independent finds what is not there, from eight events") {
  const auto diary = reference::diary("P07_diary60");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  for (const std::string& exposure : reference::exposures) {
    CHECK(shift_calibrated_effect(outcome, diary.deficiency(exposure), 1).events() == 8.0);
  }
  const Effect magnesium = shift_calibrated_effect(outcome, diary.deficiency("mg_mg"), 1);
  CHECK(mid_p_value(magnesium.exposed, magnesium.unexposed) < 0.05);
}

TEST_CASE("on the small diary Newey-West shrinks the error, and the larger one is used") {
  const auto diary = reference::diary("P07_diary60");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  const Effect effect = shift_calibrated_effect(outcome, diary.deficiency("mg_mg"), 1);
  CHECK(effect.persistent_error < effect.model_error);
  CHECK(effect.error >= effect.model_error);
}

TEST_CASE("p at a limit of the estimate is one minus its level") {
  const auto diary = reference::diary("P06_diary365");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  for (const double level : {0.5, 0.9, 0.95, 0.99}) {
    const Effect effect = shift_calibrated_effect(outcome, diary.deficiency("k_mg"), 1, level);
    CHECK_THAT(effect.p_against(effect.lower), WithinAbs(1.0 - level, 1e-9));
    CHECK_THAT(effect.p_against(effect.upper), WithinAbs(1.0 - level, 1e-9));
    CHECK_THAT(effect.p_against(effect.ratio), WithinAbs(1.0, 1e-9));
    CHECK(effect.p_against(1.0) == effect.p);
  }
}

TEST_CASE("swapping deficient and sufficient inverts the ratio and its limits and leaves every p") {
  const auto diary = reference::diary("P06_diary365");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  for (const std::string& exposure : reference::exposures) {
    const Effect there = shift_calibrated_effect(outcome, diary.deficiency(exposure), 1);
    const Effect back = shift_calibrated_effect(outcome, swapped(diary.deficiency(exposure)), 1);
    CHECK(back.exposed.events == there.unexposed.events);
    CHECK_THAT(back.ratio, WithinRel(1.0 / there.ratio, 1e-9));
    CHECK_THAT(back.lower, WithinRel(1.0 / there.upper, 1e-9));
    CHECK_THAT(back.upper, WithinRel(1.0 / there.lower, 1e-9));
    CHECK_THAT(back.p, WithinRel(there.p, 1e-9));
    CHECK(back.shift.p == there.shift.p);
    CHECK_THAT(back.vif, WithinRel(there.vif, 1e-9));
  }
}

TEST_CASE("closing the gap that a day unknown in both streams leaves changes lagged results") {
  auto diary = reference::diary("P06_diary365");
  SeriesData magnesium = diary.deficiency("mg_mg");
  std::size_t gap = 30;  // one lost day between two that are known
  while (diary.spasms.known[gap] || magnesium.known[gap] || !magnesium.known[gap - 1] || !diary.spasms.known[gap + 1]) {
    ++gap;
  }
  const Outcome with_gap(diary.spasms, diary.first_weekday);
  const Effect right = shift_calibrated_effect(with_gap, magnesium, 1);

  const auto erase = [gap](SeriesData& series) {
    series.values.erase(series.values.begin() + static_cast<std::ptrdiff_t>(gap));
    series.known.erase(series.known.begin() + static_cast<std::ptrdiff_t>(gap));
  };
  SeriesData spasms = diary.spasms;
  erase(spasms);
  erase(magnesium);
  const Effect wrong = shift_calibrated_effect(Outcome(spasms, diary.first_weekday), magnesium, 1);
  CHECK(wrong.pairs == right.pairs + 1);  // a pair of days that were never next to each other
  CHECK(std::abs(wrong.log_ratio - right.log_ratio) > 1e-6);
}

TEST_CASE("what stands in unknown days is never looked at") {
  const auto diary = reference::diary("P06_diary365");
  SeriesData spasms = diary.spasms;
  SeriesData magnesium = diary.deficiency("mg_mg");
  const Effect before = shift_calibrated_effect(Outcome(spasms, diary.first_weekday), magnesium, 1);
  for (std::size_t day = 0; day < spasms.values.size(); ++day) {
    if (!spasms.known[day]) spasms.values[day] = std::numeric_limits<double>::quiet_NaN();
    if (!magnesium.known[day]) magnesium.values[day] = -std::numeric_limits<double>::infinity();
  }
  const Effect after = shift_calibrated_effect(Outcome(spasms, diary.first_weekday), magnesium, 1);
  CHECK(after.log_ratio == before.log_ratio);
  CHECK(after.error == before.error);
  CHECK(after.shift.p == before.shift.p);
}

TEST_CASE("thin diaries end in a status, with what could be counted") {
  const std::size_t days = 120;
  const SeriesData exposure = random_exposure(days, 3);
  const auto status_of = [&](const SeriesData& spasms, const SeriesData& with) {
    return shift_calibrated_effect(Outcome(spasms, 0), with, 1).status;
  };

  SeriesData unknown = constant(days, 1.0);
  unknown.known.assign(days, 0);
  CHECK(status_of(unknown, exposure) == Status::TooFewEvents);
  CHECK(status_of(random_counts(days, 0.5, 1), unknown) == Status::TooFewEvents);
  CHECK(status_of(constant(days, 0.0), exposure) == Status::TooFewEvents);
  CHECK(status_of(random_counts(days, 0.5, 1), constant(days, 1.0)) == Status::TooFewEvents);

  SeriesData one_event = constant(days, 0.0);
  one_event.values[50] = 1.0;
  const Effect single = shift_calibrated_effect(Outcome(one_event, 0), exposure, 1);
  CHECK(single.status == Status::Separated);
  CHECK(single.events() == 1.0);
  CHECK(single.pairs == days - 1);

  CHECK(shift_calibrated_effect(Outcome({}, 0), {}, 1).status == Status::TooFewEvents);
  CHECK(shift_calibrated_effect(Outcome(constant(1, 2.0), 0), constant(1, 1.0), 1).status == Status::TooFewEvents);
  const SeriesData two_weeks = random_counts(14, 3.0, 5);
  const Status short_diary = shift_calibrated_effect(Outcome(two_weeks, 0), random_exposure(14, 9), 1).status;
  CHECK(short_diary == Status::TooShort);
}

TEST_CASE("an arm without a spasm is separated, not a ratio of a million") {
  SeriesData spasms = random_counts(200, 0.5, 2);
  const SeriesData exposure = random_exposure(200, 4);
  const SeriesData yesterday = lagged(exposure, 1);
  for (std::size_t day = 0; day < 200; ++day) {
    if (yesterday.values[day] > 0.0) spasms.values[day] = 0.0;
  }
  const Effect effect = shift_calibrated_effect(Outcome(spasms, 0), exposure, 1);
  CHECK(effect.status == Status::Separated);
  CHECK(effect.exposed.events == 0.0);
  CHECK(effect.unexposed.events > 0.0);
  CHECK(effect.p_against(1.0) == 1.0);
}

TEST_CASE("a graded exposure without a finite estimate is separated as well") {
  SeriesData spasms = constant(200, 0.0);
  SeriesData exposure = random_exposure(200, 4);
  for (std::size_t day = 0; day < 200; ++day) exposure.values[day] *= 0.5;
  const SeriesData yesterday = lagged(exposure, 1);
  for (std::size_t day = 0; day < 200; ++day)
    spasms.values[day] = yesterday.values[day] > 0.0 && day % 3 == 0 ? 1.0 : 0.0;
  CHECK(shift_calibrated_effect(Outcome(spasms, 0), exposure, 1).status == Status::Separated);
}

TEST_CASE("an exposure that is a weekday in disguise is rank deficient") {
  const SeriesData spasms = random_counts(365, 0.5, 6);
  SeriesData mondays = constant(365, 0.0);
  for (std::size_t day = 0; day < 365; day += 7) mondays.values[day] = 1.0;
  CHECK(shift_calibrated_effect(Outcome(spasms, 0), mondays, 0).status == Status::RankDeficient);
}

TEST_CASE("months without a log or without a spasm leave the estimate standing") {
  SeriesData spasms = random_counts(730, 0.4, 7);
  SeriesData exposure = random_exposure(730, 8);
  for (std::size_t day = 200; day < 400; ++day) spasms.known[day] = exposure.known[day] = 0;
  for (std::size_t day = 500; day < 640; ++day) spasms.values[day] = 0.0;
  const Effect effect = shift_calibrated_effect(Outcome(spasms, 0), exposure, 1);
  REQUIRE(effect.status == Status::Ok);
  CHECK(effect.lower < 1.0);
  CHECK(effect.upper > 1.0);
  CHECK(std::isfinite(effect.error));
}

TEST_CASE("whatever the diary, an estimate is finite or there is a status instead") {
  std::mt19937_64 random(61);
  int estimates = 0;
  for (int trial = 0; trial < 600; ++trial) {
    const std::size_t days = 2 + random() % 200;
    const double rate = std::pow(10.0, -3.0 + 4.5 * static_cast<double>(random() % 1000) / 1000.0);
    const unsigned deficient = static_cast<unsigned>(random() % 11);
    const unsigned logged = 1 + static_cast<unsigned>(random() % 10);
    SeriesData spasms = random_counts(days, rate, random());
    SeriesData exposure = constant(days, 0.0);
    for (double& value : exposure.values) value = random() % 10 < deficient ? 1.0 : 0.0;
    for (auto& known : spasms.known) known = random() % 10 < logged ? 1 : 0;
    for (auto& known : exposure.known) known = random() % 10 < logged ? 1 : 0;
    const int lag = static_cast<int>(random() % 9) - 1;
    const Outcome outcome(spasms, static_cast<int>(random() % 7));
    const Effect effect = shift_calibrated_effect(outcome, exposure, lag);
    if (effect.status != Status::Ok) continue;
    ++estimates;
    INFO("trial " << trial << ", " << days << " days, rate " << rate);
    CHECK(std::isfinite(effect.log_ratio));
    CHECK((effect.error > 0.0 && std::isfinite(effect.error)));
    CHECK((effect.lower <= effect.ratio && effect.ratio <= effect.upper));
    CHECK((effect.p >= 0.0 && effect.p <= 1.0));
    CHECK((effect.shift.p > 0.0 && effect.shift.p <= 1.0));
    CHECK(effect.vif >= 1.0 - 1e-9);
    CHECK(effect.error >= effect.model_error);
    CHECK(std::isfinite(posterior(effect.log_ratio, effect.error, 0.35).probability_above_1));
  }
  CHECK(estimates > 100);
}

TEST_CASE("streams that do not fit together are refused") {
  const SeriesData spasms = random_counts(100, 0.5, 1);
  const Outcome outcome(spasms, 0);
  const SeriesData shorter = random_exposure(99, 1);
  CHECK_THROWS_AS(shift_calibrated_effect(outcome, shorter, 1), std::invalid_argument);
  SeriesData infinite = random_exposure(100, 1);
  infinite.values[3] = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(shift_calibrated_effect(outcome, infinite, 1), std::invalid_argument);
  SeriesData short_mask = random_exposure(100, 1);
  short_mask.known.pop_back();
  CHECK_THROWS_AS(shift_calibrated_effect(outcome, short_mask, 1), std::invalid_argument);
  CHECK_THROWS_AS(shift_calibrated_effect(outcome, random_exposure(100, 1), 1, 1.0), std::invalid_argument);
  SeriesData negative = spasms;
  negative.values[5] = -1.0;
  CHECK_THROWS_AS(Outcome(negative, 0), std::invalid_argument);
  CHECK_THROWS_AS(Outcome(spasms, 7), std::invalid_argument);
}

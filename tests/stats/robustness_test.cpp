#include "lytes/stats/robustness.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <stdexcept>

#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinRel;

namespace {

/// A diary in which a deficient yesterday triples today's spasms.
struct Tripled {
  SeriesData spasms{std::vector<double>(400), std::vector<std::uint8_t>(400, 1)};
  SeriesData exposure = spasms;

  explicit Tripled(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (std::size_t day = 0; day < 400; ++day) {
      exposure.values[day] = random() % 10 < 4 ? 1.0 : 0.0;
      const double rate = day > 0 && exposure.values[day - 1] > 0.0 ? 0.9 : 0.3;
      spasms.values[day] = std::poisson_distribution<int>(rate)(random);
    }
  }
};

}  // namespace

TEST_CASE("the other models of the reference diary are those that R fitted") {
  const auto diary = reference::diary("P06_diary365");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  const Robustness other = robustness(outcome, diary.deficiency("mg_mg"), 1);
  const auto& results = reference::results();
  REQUIRE(other.negative_binomial.status == Status::Ok);
  CHECK_THAT(other.negative_binomial.value,
             WithinRel(results["diary_models"]["P06_diary365"]["adjusted"]["nb"]["coefficient"].get<double>(), 1e-6));
  REQUIRE(other.case_crossover.status == Status::Ok);
  CHECK_THAT(other.case_crossover.value,
             WithinRel(results["case_crossover"]["P06_diary365"]["coefficient"].get<double>(), 1e-6));
}

TEST_CASE("a strong association keeps its sign whichever way it is asked, a chance one does not") {
  const Tripled diary(3);
  const Outcome outcome(diary.spasms, 0);
  const Robustness other = robustness(outcome, diary.exposure, 1);
  CHECK(other.keeps_sign_of(1.0));
  CHECK_FALSE(other.keeps_sign_of(-1.0));
  Robustness one_missing = other;
  one_missing.without_quarter[2].status = Status::Separated;
  CHECK_FALSE(one_missing.keeps_sign_of(1.0));
}

TEST_CASE("leaving out a quarter leaves out its counts and keeps the calendar") {
  const Tripled diary(4);
  const Outcome outcome(diary.spasms, 0);
  const Robustness other = robustness(outcome, diary.exposure, 1);
  SeriesData without_second = diary.spasms;
  for (std::size_t day = 100; day < 200; ++day) without_second.known[day] = 0;
  const LogRatio masked = calendar_adjusted_log_ratio(Outcome(without_second, 0), diary.exposure, 1);
  CHECK_THAT(other.without_quarter[1].value, WithinRel(masked.value, 1e-9));
  const std::vector<std::uint8_t> short_mask(399, 0);
  CHECK_THROWS_AS(calendar_adjusted_log_ratio(outcome, diary.exposure, 1, short_mask), std::invalid_argument);
}

TEST_CASE("an association that is there survives the history of spasms") {
  const Tripled diary(5);
  const Outcome outcome(diary.spasms, 0);
  const Effect effect = shift_calibrated_effect(outcome, diary.exposure, 1);
  CHECK(survives_history(outcome, diary.exposure, 1, effect.log_ratio));
  CHECK_FALSE(survives_history(outcome, diary.exposure, 1, -effect.log_ratio));
  CHECK_FALSE(survives_history(outcome, diary.exposure, 1, 10.0 * effect.log_ratio));
}

TEST_CASE("one that is only reverse does not survive it") {
  // Spasms come in spells, and on the day of a spasm nothing is drunk: yesterday's shortfall only repeats yesterday's
  // spasm.
  std::mt19937_64 random(6);
  SeriesData spasms{std::vector<double>(500, 0.0), std::vector<std::uint8_t>(500, 1)};
  SeriesData exposure = spasms;
  for (std::size_t day = 0; day < 500; ++day) {
    const double before = day > 0 ? spasms.values[day - 1] : 0.0;
    spasms.values[day] = std::poisson_distribution<int>(before > 0.0 ? 0.8 : 0.2)(random);
    exposure.values[day] = spasms.values[day] > 0.0 ? (random() % 10 < 9) : (random() % 10 < 3);
  }
  const Outcome outcome(spasms, 0);
  const Effect effect = shift_calibrated_effect(outcome, exposure, 1);
  REQUIRE(effect.status == Status::Ok);
  CHECK(effect.p < 0.05);
  CHECK_FALSE(survives_history(outcome, exposure, 1, effect.log_ratio));
}

TEST_CASE("robustness of nothing is no answer") {
  const SeriesData none{std::vector<double>(100, 0.0), std::vector<std::uint8_t>(100, 1)};
  const Tripled diary(7);
  const SeriesData exposure{{diary.exposure.values.begin(), diary.exposure.values.begin() + 100},
                            std::vector<std::uint8_t>(100, 1)};
  const Robustness other = robustness(Outcome(none, 0), exposure, 1);
  CHECK(other.negative_binomial.status == Status::TooFewEvents);
  CHECK(other.case_crossover.status == Status::TooFewEvents);
  CHECK_FALSE(other.keeps_sign_of(1.0));
  CHECK_THROWS_AS(robustness(Outcome(none, 0), diary.exposure, 1), std::invalid_argument);
}

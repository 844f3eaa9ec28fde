#include <catch2/catch.hpp>

#include "lytes/stats/posterior.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"
#include "score_statistics.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

TEST_CASE("the estimate that reports show agrees with R, diary by diary, exposure by exposure, lag by lag") {
  for (const std::string& name : reference::diaries) {
    const auto diary = reference::diary(name);
    const Outcome outcome(diary.spasms, diary.first_weekday);
    for (const std::string& exposure : reference::exposures) {
      const SeriesData deficient = diary.deficiency(exposure);
      for (const auto& expected : reference::results()["effect"][name][exposure]) {
        const int lag = expected["lag"];
        INFO(name << " " << exposure << " lag " << lag);
        const Effect effect = shift_calibrated_effect(outcome, deficient, lag);
        REQUIRE(effect.status == Status::Ok);
        CHECK(effect.pairs == expected["pairs"]);
        CHECK(effect.events() == expected["events"]);
        CHECK(effect.exposed.events == expected["x1"]);
        CHECK(effect.exposed.days == expected["t1"]);
        CHECK(effect.unexposed.events == expected["x0"]);
        CHECK(effect.unexposed.days == expected["t0"]);
        CHECK(effect.coefficients == expected["coefficients"]);
        CHECK((effect.calendar == CalendarForm::WeekdaysAndSpline) == expected["full"].get<bool>());
        CHECK_THAT(effect.log_ratio, WithinRel(expected["log_ratio"].get<double>(), 1e-6));
        CHECK_THAT(effect.model_error, WithinRel(expected["model_error"].get<double>(), 1e-6));
        CHECK_THAT(effect.dispersion, WithinRel(expected["dispersion"].get<double>(), 1e-6));
        CHECK_THAT(effect.dispersed_error, WithinRel(expected["dispersed_error"].get<double>(), 1e-6));
        CHECK(effect.lags == expected["lags"]);
        CHECK_THAT(effect.persistent_error, WithinRel(expected["persistent_error"].get<double>(), 1e-6));
        CHECK_THAT(effect.vif, WithinRel(expected["vif"].get<double>(), 1e-6));

        // Shift p-values are counts: no tolerance but that of a printed decimal.
        CHECK(effect.shift.shifts == expected["shift"]["shifts"]);
        CHECK_THAT(effect.shift.observed, WithinAbs(expected["shift"]["observed"].get<double>(), 1e-6));
        CHECK_THAT(effect.shift.spread, WithinRel(expected["shift"]["spread"].get<double>(), 1e-6));
        CHECK_THAT(effect.shift.p, WithinAbs(expected["shift"]["p"].get<double>(), 1e-12));

        CHECK_THAT(effect.error, WithinRel(expected["error"].get<double>(), 1e-6));
        CHECK_THAT(effect.degrees_of_freedom, WithinRel(expected["df"].get<double>(), 1e-12));
        CHECK_THAT(effect.lower, WithinRel(expected["ci"][0].get<double>(), 1e-5));
        CHECK_THAT(effect.upper, WithinRel(expected["ci"][1].get<double>(), 1e-5));
        CHECK_THAT(effect.p, WithinAbs(expected["p"].get<double>(), 1e-6));

        const Posterior belief = posterior(effect.log_ratio, effect.error, 0.35);
        const auto& wanted = expected["posterior"];
        CHECK_THAT(belief.mean, WithinRel(wanted["mean"].get<double>(), 1e-6));
        CHECK_THAT(belief.sd, WithinRel(wanted["sd"].get<double>(), 1e-6));
        CHECK_THAT(belief.probability_above_1, WithinAbs(wanted["above_1"].get<double>(), 1e-6));
        CHECK_THAT(belief.probability_above(1.2), WithinAbs(wanted["above_1_2"].get<double>(), 1e-6));
        CHECK_THAT(belief.lower, WithinRel(wanted["ci"][0].get<double>(), 1e-5));
        CHECK_THAT(belief.upper, WithinRel(wanted["ci"][1].get<double>(), 1e-5));
      }
    }
  }
}

TEST_CASE("the score statistic agrees with R's double loop at every shift") {
  for (const std::string& name : reference::diaries) {
    const auto diary = reference::diary(name);
    const Outcome outcome(diary.spasms, diary.first_weekday);
    const OutcomeParts& parts = outcome.parts();
    for (const std::string& exposure : reference::exposures) {
      const auto expected = reference::numbers(reference::results()["statistics"][name][exposure]);
      const auto statistics =
          score_statistics(parts, parts.null_model(calendar_for(parts.events)), diary.deficiency(exposure));
      REQUIRE(statistics.size() == expected.size());
      for (std::size_t shift = 0; shift < expected.size(); ++shift) {
        CHECK_THAT(statistics[shift], WithinAbs(expected[shift], 1e-6));
      }
    }
  }
}

#include "lytes/stats/posterior.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

constexpr double prior_sd = 0.35;

}  // namespace

TEST_CASE("posterior, Bayes factor and always-valid interval agree with R") {
  for (const auto& expected : reference::results()["posterior"]) {
    const double log_ratio = expected["log_ratio"];
    const double error = expected["error"];
    const double its_prior_sd = expected["prior_sd"];
    const Posterior belief = posterior(log_ratio, error, its_prior_sd);
    CHECK_THAT(belief.mean, WithinAbs(expected["mean"].get<double>(), 1e-12));
    CHECK_THAT(belief.sd, WithinRel(expected["sd"].get<double>(), 1e-9));
    CHECK_THAT(belief.probability_above_1, WithinAbs(expected["above_1"].get<double>(), 1e-9));
    CHECK_THAT(belief.probability_above(1.2), WithinAbs(expected["above_1_2"].get<double>(), 1e-9));
    CHECK_THAT(belief.lower, WithinRel(expected["ci"][0].get<double>(), 1e-9));
    CHECK_THAT(belief.upper, WithinRel(expected["ci"][1].get<double>(), 1e-9));
    CHECK_THAT(belief.bayes_factor, WithinRel(expected["bayes_factor"].get<double>(), 1e-9));
    const RatioInterval always = always_valid_interval(log_ratio, error, its_prior_sd);
    CHECK_THAT(always.lower, WithinRel(expected["always_valid"][0].get<double>(), 1e-9));
    CHECK_THAT(always.upper, WithinRel(expected["always_valid"][1].get<double>(), 1e-9));
  }
}

TEST_CASE("an estimate that says nothing leaves the prior, one that is sure overrules it") {
  CHECK_THAT(posterior(2.0, 1e6, prior_sd).sd, WithinRel(prior_sd, 1e-9));
  CHECK_THAT(posterior(2.0, 1e6, prior_sd).mean, WithinAbs(0.0, 1e-9));
  CHECK_THAT(posterior(0.7, 1e-6, prior_sd).mean, WithinRel(0.7, 1e-6));
}

TEST_CASE("upward and downward are judged alike") {
  const Posterior up = posterior(0.6, 0.3, prior_sd);
  const Posterior down = posterior(-0.6, 0.3, prior_sd);
  CHECK_THAT(up.probability_above_1, WithinAbs(1.0 - down.probability_above_1, 1e-12));
  CHECK_THAT(up.lower, WithinRel(1.0 / down.upper, 1e-12));
  CHECK(up.bayes_factor == down.bayes_factor);
}

TEST_CASE("at the edge of the always-valid interval the Bayes factor is one over alpha") {
  const double alpha = 0.05;
  const RatioInterval interval = always_valid_interval(0.4, 0.2, prior_sd, alpha);
  CHECK_THAT(posterior(0.4 - std::log(interval.lower), 0.2, prior_sd).bayes_factor, WithinRel(1.0 / alpha, 1e-9));
  CHECK_THAT(posterior(0.4 - std::log(interval.upper), 0.2, prior_sd).bayes_factor, WithinRel(1.0 / alpha, 1e-9));
}

TEST_CASE("a posterior refuses an estimate without an error") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(posterior(infinity, 1.0, prior_sd), std::invalid_argument);
  CHECK_THROWS_AS(posterior(0.0, 0.0, prior_sd), std::invalid_argument);
  CHECK_THROWS_AS(posterior(0.0, infinity, prior_sd), std::invalid_argument);
  CHECK_THROWS_AS(posterior(0.0, 1.0, -1.0), std::invalid_argument);
  CHECK_THROWS_AS(always_valid_interval(0.0, 1.0, prior_sd, 0.0), std::invalid_argument);
  CHECK_THROWS_AS(posterior(0.0, 1.0, prior_sd).probability_above(0.0), std::invalid_argument);
}

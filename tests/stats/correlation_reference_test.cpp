#include <catch2/catch.hpp>

#include "lytes/stats/circular_shift.hpp"
#include "lytes/stats/correlation.hpp"
#include "lytes/stats/lag_screen.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

void check_one(const Correlation& found, const nlohmann::json& expected, const nlohmann::json& pairs) {
  REQUIRE(found.status == Status::Ok);
  CHECK(found.pairs == pairs);
  CHECK_THAT(found.coefficient, WithinRel(expected["r"].get<double>(), 1e-6));
  CHECK_THAT(found.p_if_independent, WithinAbs(expected["p"].get<double>(), 1e-6));
}

void check_all(Series x, Series y, const nlohmann::json& expected) {
  check_one(pearson(x, y), expected["pearson"], expected["n"]);
  check_one(spearman(x, y), expected["spearman"], expected["n"]);
  check_one(kendall_tau_b(x, y), expected["kendall"], expected["n"]);
}

}  // namespace

TEST_CASE("Pearson, Spearman and Kendall's tau-b agree with R, pairwise complete and lagged by the calendar") {
  const std::string air = "P01_airquality.csv";
  for (const auto& expected : reference::results()["airquality"]["pairs"]) {
    check_all(reference::column(air, expected["x"]), reference::column(air, expected["y"]), expected);
  }
  for (const auto& expected : reference::results()["airquality"]["lagged"]) {
    check_all(lagged(reference::column(air, "Temp"), expected["lag"]), reference::column(air, "Ozone"), expected);
  }
  for (const std::string& name : reference::diaries) {
    const auto diary = reference::diary(name);
    for (const auto& expected : reference::results()["lagged"][name]) {
      check_all(lagged(diary.intake(expected["exposure"]), expected["lag"]), diary.spasms, expected);
    }
  }
}

TEST_CASE("Spearman at every circular shift, and its p, agree with R's loop") {
  for (const std::string& name : reference::diaries) {
    const auto diary = reference::diary(name);
    for (const std::string& exposure : reference::exposures) {
      const ShiftedCorrelations shifted = shifted_spearman(diary.intake(exposure), diary.spasms);
      for (const auto& expected : reference::results()["shifted_spearman"][name][exposure]) {
        const std::size_t lag = expected["lag"];
        CHECK(shifted.pairs[lag] == expected["pairs"]);
        CHECK_THAT(shifted.r[lag], WithinRel(expected["r"].get<double>(), 1e-6));
        CHECK_THAT(shift_test(shifted.r, static_cast<int>(lag)).p, WithinAbs(expected["p"].get<double>(), 1e-12));
      }
    }
  }
}

TEST_CASE("the lag screen and its step-down p agree with R's loop") {
  for (const std::string& name : reference::diaries) {
    INFO(name);
    const auto diary = reference::diary(name);
    const Outcome outcome(diary.spasms, diary.first_weekday);
    std::vector<SeriesData> deficient;
    for (const std::string& exposure : reference::exposures) deficient.push_back(diary.deficiency(exposure));
    const std::vector<Series> exposures(deficient.begin(), deficient.end());
    std::vector<Hypothesis> hypotheses;
    for (std::size_t exposure = 0; exposure < 3; ++exposure) {
      for (int lag = 0; lag <= 7; ++lag) hypotheses.push_back({exposure, lag});
    }
    LagScreenOptions options;
    options.least_shifts = 1;  // the 60-day diary is too short for a search, but not for its arithmetic
    const LagScreen screen = lag_screen(outcome, exposures, hypotheses, options);
    const auto& expected = reference::results()["screen"][name];
    REQUIRE(screen.status == Status::Ok);
    CHECK(screen.common_shifts == expected["shifts"]);
    REQUIRE(screen.lags.size() == 24);
    for (std::size_t place = 0; place < 24; ++place) {
      const ScreenedLag& lag = screen.lags[place];
      CHECK_THAT(lag.shift.observed, WithinAbs(expected["t"][place].get<double>(), 1e-6));
      CHECK_THAT(lag.shift.p, WithinAbs(expected["p_alone"][place].get<double>(), 1e-12));
      CHECK_THAT(lag.z, WithinAbs(expected["z"][place].get<double>(), 1e-6));
      CHECK_THAT(*lag.p_max_t, WithinAbs(expected["p_step_down"][place].get<double>(), 1e-12));
    }
  }
}

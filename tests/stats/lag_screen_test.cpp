#include "lytes/stats/lag_screen.hpp"
#include "lytes/stats/joint_model.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <stdexcept>

#include "lytes/stats/max_t.hpp"
#include "lytes/stats/multiplicity.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;

namespace {

struct Search {
  reference::Diary diary = reference::diary("P06_diary365");
  std::vector<SeriesData> series;
  std::vector<Series> exposures;
  std::vector<Hypothesis> hypotheses;

  Search() {
    for (const std::string& name : reference::exposures) series.push_back(diary.deficiency(name));
    for (const std::string& name : reference::exposures) series.push_back(window_mean(diary.deficiency(name), 1, 3));
    exposures.assign(series.begin(), series.end());
    for (std::size_t exposure = 0; exposure < 3; ++exposure) {
      for (int lag = 0; lag < 8; ++lag) hypotheses.push_back({exposure, lag});
      hypotheses.push_back({exposure + 3, 0});
    }
  }
};

}  // namespace

TEST_CASE("step-down max-T is its definition, hypothesis by hypothesis") {
  std::mt19937_64 random(51);
  std::normal_distribution<double> normal;
  const std::size_t hypotheses = 7, shifts = 60;
  std::vector<double> observed(hypotheses), null(hypotheses * shifts);
  for (double& value : observed) value = 1.5 * normal(random);
  for (double& value : null) value = normal(random);
  const auto row_of = [&](std::size_t hypothesis) { return std::span(null).subspan(hypothesis * shifts, shifts); };
  std::vector<ShiftedStatistics> rows;
  for (std::size_t hypothesis = 0; hypothesis < hypotheses; ++hypothesis) rows.push_back({row_of(hypothesis)});
  const std::vector<double> found = step_down_max_t(observed, rows, shifts);

  std::vector<std::size_t> order = {0, 1, 2, 3, 4, 5, 6};
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return std::abs(observed[a]) > std::abs(observed[b]); });
  double so_far = 0.0;
  for (std::size_t place = 0; place < hypotheses; ++place) {
    int as_large = 0;
    for (std::size_t shift = 0; shift < shifts; ++shift) {
      double largest = 0.0;
      for (std::size_t other = place; other < hypotheses; ++other) {
        largest = std::max(largest, std::abs(null[order[other] * shifts + shift]));
      }
      as_large += largest >= std::abs(observed[order[place]]) ? 1 : 0;
    }
    so_far = std::max(so_far, (1.0 + as_large) / (1.0 + static_cast<double>(shifts)));
    CHECK_THAT(found[order[place]], WithinAbs(so_far, 1e-15));
  }
  CHECK_THROWS_AS(step_down_max_t(observed, rows, shifts + 1), std::invalid_argument);
  CHECK_THROWS_AS(step_down_max_t(observed, std::span(rows).first(3), shifts), std::invalid_argument);

  // Each row turned, to be read from elsewhere round its circle, and in another unit.
  std::vector<double> turned = null;
  for (std::size_t hypothesis = 0; hypothesis < hypotheses; ++hypothesis) {
    const std::span<double> row = std::span(turned).subspan(hypothesis * shifts, shifts);
    std::rotate(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(hypothesis * 7), row.end());
    for (double& value : row) value *= 4.0;
    rows[hypothesis] = {row, (shifts - hypothesis * 7) % shifts, 0.25};
  }
  CHECK(step_down_max_t(observed, rows, shifts) == found);
  CHECK(step_down_max_t({}, {}, 0).empty());
}

TEST_CASE("paying for a search never makes a p smaller, and larger statistics never pay more") {
  const Search search;
  const Outcome outcome(search.diary.spasms, search.diary.first_weekday);
  const LagScreen screen = lag_screen(outcome, search.exposures, search.hypotheses);
  REQUIRE(screen.status == Status::Ok);
  CHECK(screen.common_shifts == 365 - 29);
  for (const ScreenedLag& one : screen.lags) {
    for (const ScreenedLag& other : screen.lags) {
      if (std::abs(one.z) > std::abs(other.z)) CHECK(*one.p_max_t <= *other.p_max_t);
    }
    CHECK_FALSE(one.effect);
  }
}

TEST_CASE("the screen's estimates are the calibrated ones, and Benjamini-Hochberg is taken over them") {
  const Search search;
  const Outcome outcome(search.diary.spasms, search.diary.first_weekday);
  LagScreenOptions options;
  options.with_estimates = true;
  const LagScreen screen = lag_screen(outcome, search.exposures, search.hypotheses, options);
  std::vector<MaybeP> p;
  for (const ScreenedLag& one : screen.lags) {
    const Effect effect =
        shift_calibrated_effect(outcome, search.exposures[one.hypothesis.exposure], one.hypothesis.lag);
    REQUIRE(one.effect.has_value());
    CHECK(one.effect->status == effect.status);
    CHECK(one.effect->p == effect.p);
    CHECK(one.effect->lower == effect.lower);
    CHECK(one.pairs == effect.pairs);
    CHECK(one.shift.p == effect.shift.p);
    p.push_back(one.effect->p);
  }
  const std::vector<MaybeP> adjusted = benjamini_hochberg(p);
  for (std::size_t place = 0; place < p.size(); ++place)
    CHECK(screen.lags[place].p_benjamini_hochberg == adjusted[place]);
}

TEST_CASE("a short diary may be asked lag by lag but not searched") {
  const auto diary = reference::diary("P07_diary60");
  const Outcome outcome(diary.spasms, diary.first_weekday);
  const SeriesData magnesium = diary.deficiency("mg_mg");
  const std::vector<Series> exposures = {magnesium};
  const std::vector<Hypothesis> hypotheses = {{0, 0}, {0, 1}, {0, 7}};
  const LagScreen screen = lag_screen(outcome, exposures, hypotheses);
  CHECK(screen.status == Status::TooShort);
  REQUIRE(screen.lags.size() == 3);
  CHECK(screen.lags[1].shift.shifts == 45);
  CHECK_FALSE(screen.lags[1].p_max_t);

  const Outcome ten_days(Series{std::span(diary.spasms.values).first(10), std::span(diary.spasms.known).first(10)}, 0);
  const Series start{std::span(magnesium.values).first(10), std::span(magnesium.known).first(10)};
  const std::vector<Series> ten = {start};
  CHECK(lag_screen(ten_days, ten, hypotheses).status != Status::Ok);
}

TEST_CASE("a screen without events, or of nothing, or of what is not there") {
  const Search search;
  const SeriesData none{std::vector<double>(365, 0.0), std::vector<std::uint8_t>(365, 1)};
  CHECK(lag_screen(Outcome(none, 0), search.exposures, search.hypotheses).status == Status::TooFewEvents);
  const Outcome outcome(search.diary.spasms, 0);
  CHECK(lag_screen(outcome, search.exposures, {}).lags.empty());
  const std::vector<Hypothesis> unknown = {{99, 1}};
  CHECK_THROWS_AS(lag_screen(outcome, search.exposures, unknown), std::invalid_argument);
  const std::vector<Hypothesis> too_far = {{0, 365}};
  CHECK_THROWS_AS(lag_screen(outcome, search.exposures, too_far), std::invalid_argument);
  const SeriesData shorter{std::vector<double>(364, 0.0), std::vector<std::uint8_t>(364, 1)};
  const std::vector<Series> mismatched = {shorter};
  CHECK_THROWS_AS(lag_screen(outcome, mismatched, std::vector<Hypothesis>{{0, 1}}), std::invalid_argument);
}

TEST_CASE("a lead is a lag below zero") {
  const Search search;
  const Outcome outcome(search.diary.spasms, search.diary.first_weekday);
  const std::vector<Hypothesis> lead = {{1, -1}};
  const LagScreen screen = lag_screen(outcome, search.exposures, lead);
  CHECK(screen.lags[0].shift.p == lead_check(outcome, search.exposures[1]));
}

#include "lytes/stats/joint_model.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

/// Two exposures, the first of which multiplies the counts, and two factors. Some days are unknown, all streams
/// together.
struct MadeUp {
  SeriesData counts;
  std::vector<SeriesData> exposures;
  std::vector<SeriesData> factors;

  JointData data() const { return {2, counts, {exposures.begin(), exposures.end()}, {factors.begin(), factors.end()}}; }
};

SeriesData all_known(std::vector<double> values) {
  std::vector<std::uint8_t> known(values.size(), 1);
  return {std::move(values), std::move(known)};
}

MadeUp made_up(std::size_t days, double rate, double ratio, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> share;
  MadeUp diary{{}, std::vector<SeriesData>(2), std::vector<SeriesData>(2)};
  bool exposed = false;
  const auto put = [](SeriesData& series, double value, bool known) {
    series.values.push_back(value);
    series.known.push_back(known ? 1 : 0);
  };
  for (std::size_t day = 0; day < days; ++day) {
    const bool known = share(random) > 0.1;
    const double count = std::poisson_distribution<int>(rate * (exposed ? ratio : 1.0))(random);
    exposed = share(random) < 0.4;
    put(diary.counts, count, known);
    put(diary.exposures[0], exposed ? 1 : 0, known);
    put(diary.exposures[1], share(random) < (exposed ? 0.6 : 0.3) ? 1 : 0, known);
    put(diary.factors[0], std::floor(10 * share(random)), true);
    put(diary.factors[1], 6 + 3 * share(random), true);
  }
  return diary;
}

void forget(SeriesData& series, std::size_t every) {
  for (std::size_t day = 0; day < series.known.size(); day += every) series.known[day] = 0;
}

void check_same(const std::optional<JointEffect>& one, const std::optional<JointEffect>& other, double tolerance) {
  REQUIRE(one.has_value() == other.has_value());
  if (!one) return;
  CHECK_THAT(one->log_ratio, WithinAbs(other->log_ratio, tolerance));
  CHECK_THAT(one->error, WithinRel(other->error, tolerance));
  CHECK_THAT(one->persistent_error, WithinRel(other->persistent_error, tolerance));
  CHECK_THAT(one->shift.spread, WithinRel(other->shift.spread, tolerance));
  CHECK_THAT(one->shift.p, WithinAbs(other->shift.p, 1e-12));
  CHECK_THAT(one->vif, WithinRel(other->vif, tolerance));
  CHECK_THAT(one->extra_per_week.value, WithinAbs(other->extra_per_week.value, tolerance));
}

std::optional<double> lead_of_first(const JointData& data) {
  return lead_check(Outcome(data.counts, data.first_weekday), data.exposures[0]);
}

std::ptrdiff_t columns_of(const JointModel& model, ColumnKind kind) {
  return std::ranges::count(model.columns, kind, &ModelColumn::kind);
}

}  // namespace

TEST_CASE("an exposure that multiplies the counts is found, and one beside it is not blamed") {
  const MadeUp diary = made_up(730, 0.5, 2.5);
  const JointModel model = joint_model(diary.data());
  REQUIRE(model.effects[0]);
  REQUIRE(model.effects[1]);
  CHECK(model.effects[0]->lower > 1.5);
  CHECK(model.effects[0]->upper < 4.0);
  CHECK(model.effects[1]->p > 0.05);
  CHECK(model.effects[0]->extra_per_week.lower > 0);
}

TEST_CASE("the error is the larger of two whole answers, and never their product") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const JointModel model = joint_model(made_up(200, 0.4, 1.5, seed).data());
    for (const auto& effect : model.effects) {
      REQUIRE(effect);
      const double widened = effect->dispersed_error * std::max(1.0, effect->shift.spread);
      CHECK(effect->error == std::max(widened, effect->persistent_error));
      CHECK_THAT(effect->dispersed_error, WithinRel(effect->model_error * std::sqrt(*model.dispersion), 1e-12));
    }
  }
}

TEST_CASE("a factor that is unknown on some days takes no row away, and brings a companion") {
  MadeUp diary = made_up(300, 0.5, 1.0);
  const JointModel before = joint_model(diary.data());
  CHECK(columns_of(before, ColumnKind::FactorUnknown) == 0);
  forget(diary.factors[0], 3);
  const JointModel after = joint_model(diary.data());
  CHECK(after.rows == before.rows);
  CHECK(after.events == before.events);
  CHECK(after.factors[0].use == FactorUse::Taken);
  CHECK(columns_of(after, ColumnKind::FactorUnknown) == 1);
  CHECK(after.columns.size() == before.columns.size() + 1);
}

TEST_CASE("what adds nothing to the columns before it is left out, and changes nothing") {
  MadeUp diary = made_up(300, 0.5, 1.5);
  forget(diary.factors[0], 4);
  forget(diary.factors[1], 4);
  SECTION("a companion of a factor that is always logged together with another") {
    CHECK(columns_of(joint_model(diary.data()), ColumnKind::Factor) == 2);
    CHECK(columns_of(joint_model(diary.data()), ColumnKind::FactorUnknown) == 1);
  }
  SECTION("the same factor under another name") {
    const JointModel before = joint_model(diary.data());
    diary.factors.push_back(diary.factors[0]);
    const JointModel after = joint_model(diary.data());
    CHECK(after.columns.size() == before.columns.size());
    for (std::size_t place = 0; place < 2; ++place) check_same(before.effects[place], after.effects[place], 1e-8);
  }
  SECTION("an exposure that is the same as another has no estimate") {
    diary.exposures[1] = diary.exposures[0];
    const JointModel model = joint_model(diary.data());
    CHECK(model.effects[0]);
    CHECK_FALSE(model.effects[1]);
  }
}

TEST_CASE("what is unknown is never read") {
  MadeUp diary = made_up(250, 0.5, 1.5);
  forget(diary.factors[0], 3);
  forget(diary.exposures[1], 5);
  for (const Past past : {Past::DayBefore, Past::WeekBefore}) {
    const JointModel before = joint_model(diary.data(), {past, {}, true});
    MadeUp garbled = diary;
    const auto garble = [](SeriesData& series) {
      for (std::size_t day = 0; day < series.known.size(); ++day) {
        if (!series.known[day]) series.values[day] = std::numeric_limits<double>::quiet_NaN();
      }
    };
    garble(garbled.counts);
    for (SeriesData& series : garbled.exposures) garble(series);
    for (SeriesData& series : garbled.factors) garble(series);
    const JointModel after = joint_model(garbled.data(), {past, {}, true});
    CHECK(after.rows == before.rows);
    CHECK(after.events == before.events);
    for (std::size_t place = 0; place < 2; ++place) check_same(before.effects[place], after.effects[place], 1e-12);
  }
}

TEST_CASE("the day after one whose counts are unknown is no row, and a week of fewer than five known days is none") {
  MadeUp diary = made_up(200, 0.6, 1.0);
  diary.counts.known.assign(200, 1);
  for (SeriesData& exposure : diary.exposures) exposure.known.assign(200, 1);
  CHECK(joint_model(diary.data()).rows == 199);
  diary.counts.known[100] = 0;
  CHECK(joint_model(diary.data()).rows == 197);  // neither that day nor the next
  CHECK(joint_model(diary.data(), {Past::WeekBefore, {}, true}).rows == 193);
  for (std::size_t day = 50; day < 52; ++day) {
    for (SeriesData& exposure : diary.exposures) exposure.known[day] = 0;
  }
  CHECK(joint_model(diary.data(), {Past::WeekBefore, {}, true}).rows == 193);
  for (SeriesData& exposure : diary.exposures) exposure.known[52] = 0;
  CHECK(joint_model(diary.data(), {Past::WeekBefore, {}, true}).rows == 188);  // those with all three before them
}

TEST_CASE("the order of exposures does not matter") {
  MadeUp diary = made_up(300, 0.5, 1.5);
  forget(diary.exposures[1], 6);
  const JointModel before = joint_model(diary.data());
  std::swap(diary.exposures[0], diary.exposures[1]);
  const JointModel after = joint_model(diary.data());
  check_same(before.effects[0], after.effects[1], 1e-8);
  check_same(before.effects[1], after.effects[0], 1e-8);
}

TEST_CASE("the unit of a factor does not matter") {
  MadeUp diary = made_up(300, 0.5, 1.5);
  forget(diary.factors[1], 3);
  const JointModel before = joint_model(diary.data());
  for (const double scale : {1e-3, 7.0, 1e4}) {
    MadeUp scaled = diary;
    for (double& value : scaled.factors[1].values) value *= scale;
    const JointModel after = joint_model(scaled.data());
    CHECK(after.columns.size() == before.columns.size());
    for (std::size_t place = 0; place < 2; ++place) check_same(before.effects[place], after.effects[place], 1e-8);
  }
}

TEST_CASE("factors are tested in their order: how often logged, whether they vary, whether spasms suffice") {
  MadeUp diary = made_up(120, 0.45, 1.0);
  const JointModel model = joint_model(diary.data());
  REQUIRE(model.events >= 30);
  REQUIRE(model.events < 60);
  CHECK(model.calendar == CalendarForm::WeekendAndTrend);
  SECTION("one that is hardly logged leaves its place to the next") {
    diary.factors[0].known.assign(120, 0);
    const auto factors = joint_model(diary.data()).factors;
    CHECK(factors[0].use == FactorUse::TooRarelyLogged);
    CHECK(factors[0].known_share == 0);
    CHECK(factors[1].use == FactorUse::Taken);
  }
  SECTION("so does one that does not vary") {
    diary.factors[0].values.assign(120, 4);
    const auto factors = joint_model(diary.data()).factors;
    CHECK(factors[0].use == FactorUse::DoesNotVary);
    CHECK(factors[1].use == FactorUse::Taken);
  }
  SECTION("five spasms for each of six columns and of the factors before") {
    for (int more = 0; more < 6; ++more) diary.factors.push_back(diary.factors[0]);
    const JointModel many = joint_model(diary.data());
    for (std::size_t place = 0; place < many.factors.size(); ++place) {
      const bool suffice = many.events >= 5.0 * (6.0 + static_cast<double>(place));
      CHECK((many.factors[place].use == FactorUse::Taken) == suffice);
      CHECK((many.factors[place].use == FactorUse::TooFewEvents) == !suffice);
    }
  }
}

TEST_CASE("thin and one-sided diaries have no effect and no error") {
  const auto none = [](const JointData& data) {
    for (const Past past : {Past::DayBefore, Past::WeekBefore}) {
      const JointModel model = joint_model(data, {past, {}, true});
      CHECK(model.days == data.days());
      CHECK(std::ranges::none_of(model.effects, [](const auto& effect) { return effect.has_value(); }));
      CHECK(model.columns.empty());
      CHECK_FALSE(model.dispersion);
    }
    const Outcome outcome(data.counts, data.first_weekday);
    for (const Series exposure : data.exposures) CHECK_NOTHROW(lead_check(outcome, exposure));
  };
  for (const std::size_t days : {0u, 1u, 2u, 8u, 29u}) {
    INFO(days << " days");
    const MadeUp diary = made_up(days, 1.0, 1.0);
    none(diary.data());
  }
  MadeUp diary = made_up(200, 0.5, 1.0);
  SECTION("no spasm") {
    diary.counts.values.assign(200, 0);
    none(diary.data());
    CHECK_FALSE(lead_of_first(diary.data()));
  }
  SECTION("short on all days, or on none") {
    for (const double always : {0.0, 1.0}) {
      for (SeriesData& exposure : diary.exposures) exposure.values.assign(200, always);
      none(diary.data());
      CHECK_FALSE(lead_of_first(diary.data()));
    }
  }
  SECTION("no day known") {
    diary.counts.known.assign(200, 0);
    none(diary.data());
  }
  SECTION("every second day known: no day has a known one before it") {
    for (std::size_t day = 0; day < 200; day += 2) diary.counts.known[day] = 0;
    none(diary.data());
  }
}

TEST_CASE("counts that the calendar foretells to the last one leave no error to tell an effect by") {
  MadeUp diary = made_up(200, 0.5, 1.0);
  SECTION("one a day") { diary.counts = all_known(std::vector<double>(200, 1.0)); }
  SECTION("five every Sunday") {
    for (std::size_t day = 0; day < 200; ++day) diary.counts.values[day] = (day + 2) % 7 == 6 ? 5 : 0;
  }
  for (const Past past : {Past::DayBefore, Past::WeekBefore}) {
    const JointModel model = joint_model(diary.data(), {past, {}, true});
    CHECK(std::ranges::none_of(model.effects, [](const auto& effect) { return effect.has_value(); }));
  }
}

TEST_CASE("an earlier look is the diary that there was then") {
  MadeUp diary = made_up(300, 0.5, 1.5);
  const JointModel before = joint_model(diary.data().first(200));
  CHECK(before.days == 200);
  for (std::size_t day = 200; day < 300; ++day) {
    diary.counts.values[day] = 9;
    for (SeriesData& exposure : diary.exposures) exposure.values[day] = 1;
    for (SeriesData& factor : diary.factors) factor.known[day] = 0;
  }
  const JointModel after = joint_model(diary.data().first(200));
  for (std::size_t place = 0; place < 2; ++place) check_same(before.effects[place], after.effects[place], 1e-15);
  CHECK(joint_model(diary.data()).effects[0]->log_ratio != before.effects[0]->log_ratio);
}

TEST_CASE("days that are left out are out as outcomes only") {
  const MadeUp diary = made_up(300, 0.5, 1.5);
  std::vector<std::uint8_t> left_out(300, 0);
  std::fill_n(left_out.begin() + 75, 75, 1);
  const JointModel all = joint_model(diary.data());
  const JointModel rest = joint_model(diary.data(), {Past::DayBefore, left_out, false});
  CHECK(rest.days == 300);
  CHECK(rest.rows < all.rows);
  CHECK(rest.rows > all.rows - 76);
  CHECK(rest.effects[0]);
}

TEST_CASE("data that do not fit together are refused") {
  MadeUp diary = made_up(100, 0.5, 1.0);
  JointData data = diary.data();
  SECTION("lengths") {
    data.factors[0] = data.first(99).factors[0];
    CHECK_THROWS_AS(joint_model(data), std::invalid_argument);
  }
  SECTION("a negative count") {
    diary.counts.known[3] = 1;
    diary.counts.values[3] = -1;
    CHECK_THROWS_AS(joint_model(diary.data()), std::invalid_argument);
  }
  SECTION("a known value that is none") {
    diary.factors[0].values[3] = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(joint_model(diary.data()), std::invalid_argument);
  }
  SECTION("a weekday that is none") {
    data.first_weekday = 7;
    CHECK_THROWS_AS(joint_model(data), std::invalid_argument);
  }
}

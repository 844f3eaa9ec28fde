#include "lytes/stats/calendar_terms.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>

#include "lytes/stats/design.hpp"
#include "normal_equations.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;

namespace {

double spline_value(const CalendarTerms& terms, std::size_t day, const std::vector<double>& coefficients) {
  double sum = 0.0;
  for (std::size_t column = 0; column < terms.spline_width(); ++column) {
    sum += terms.spline(column)[day] * coefficients[terms.first_spline(day) + column];
  }
  return sum;
}

}  // namespace

TEST_CASE("the spline's functions sum to one and can make any straight line") {
  for (const std::size_t df : {1U, 2U, 3U, 4U, 6U, 60U}) {
    const CalendarTerms terms(400, 0, CalendarForm::WeekdaysAndSpline, df);
    REQUIRE(terms.spline_columns() == df + 1);
    std::vector<double> ones(df + 1, 1.0);
    std::vector<double> knots(df + 1);
    for (std::size_t knot = 0; knot <= df; ++knot)
      knots[knot] = 399.0 * static_cast<double>(knot) / static_cast<double>(df);
    for (std::size_t day = 0; day < 400; ++day) {
      CHECK_THAT(spline_value(terms, day, ones), WithinAbs(1.0, 1e-12));
      CHECK_THAT(spline_value(terms, day, knots), WithinAbs(static_cast<double>(day), 1e-9));
    }
  }
}

TEST_CASE("the spline is smooth at its knots and straight at its ends") {
  const std::size_t df = 5;
  const std::size_t days = 5001;  // so that differences stand for derivatives
  const CalendarTerms terms(days, 0, CalendarForm::WeekdaysAndSpline, df);
  const std::vector<double> coefficients = {0.3, -1.2, 2.0, 0.4, -0.7, 1.9};
  const auto curvature = [&](std::size_t day) {
    return 1e6 * (spline_value(terms, day - 1, coefficients) - 2.0 * spline_value(terms, day, coefficients) +
                  spline_value(terms, day + 1, coefficients));
  };
  double largest = 0.0;
  double jump = 0.0;
  for (std::size_t day = 2; day + 2 < days; ++day) {
    largest = std::max(largest, std::abs(curvature(day)));
    jump = std::max(jump, std::abs(curvature(day) - curvature(day - 1)));
  }
  CHECK(largest > 1.0);
  CHECK(jump < 0.01 * largest);
  CHECK(std::abs(curvature(1)) < 0.01 * largest);
  CHECK(std::abs(curvature(days - 2)) < 0.01 * largest);
}

TEST_CASE("weekday columns follow the first day's weekday") {
  const CalendarTerms weekdays(30, 2, CalendarForm::WeekdaysAndSpline);  // day 0 is a Wednesday
  CHECK(weekdays.weekday_columns() == 6);
  CHECK(weekdays.weekdays()[0] == 1);
  CHECK(weekdays.weekdays()[4] == 5);  // Sunday
  CHECK(weekdays.weekdays()[5] == 6);  // Monday: no column
  const CalendarTerms weekend(30, 2, CalendarForm::WeekendAndTrend);
  CHECK(weekend.columns() == 3);
  CHECK(weekend.weekdays()[2] == 1);
  CHECK(weekend.weekdays()[3] == 0);
  CHECK(weekend.weekdays()[4] == 0);
}

TEST_CASE("a knot every sixty days, at least a line") {
  CHECK(CalendarTerms(365, 0, CalendarForm::WeekdaysAndSpline).spline_columns() == 7);
  CHECK(CalendarTerms(59, 0, CalendarForm::WeekdaysAndSpline).spline_columns() == 2);
  CHECK(CalendarTerms(3650, 0, CalendarForm::WeekendAndTrend).spline_columns() == 2);
  CHECK_THROWS_AS(CalendarTerms(1, 0, CalendarForm::WeekendAndTrend), std::invalid_argument);
  CHECK_THROWS_AS(CalendarTerms(30, 7, CalendarForm::WeekendAndTrend), std::invalid_argument);
  CHECK_THROWS_AS(CalendarTerms(30, 0, CalendarForm::WeekdaysAndSpline, 0), std::invalid_argument);
}

TEST_CASE("sparse normal equations are the full ones") {
  std::mt19937_64 random(31);
  std::normal_distribution<double> normal;
  for (const std::size_t days : {5U, 61U, 400U}) {
    Design design(std::make_shared<const CalendarTerms>(days, 3, CalendarForm::WeekdaysAndSpline));
    for (int column = 0; column < 3; ++column) {
      std::vector<double> values(days);
      for (double& value : values) value = normal(random);
      design.add_column(values);
    }
    Matrix full(static_cast<Eigen::Index>(days), static_cast<Eigen::Index>(design.columns()));
    for (std::size_t column = 0; column < design.columns(); ++column) {
      full.col(static_cast<Eigen::Index>(column)) =
          times(design, Vector::Unit(static_cast<Eigen::Index>(design.columns()), static_cast<Eigen::Index>(column)));
    }
    Vector weights(static_cast<Eigen::Index>(days));
    for (double& weight : weights) weight = random() % 4 == 0 ? 0.0 : std::exp(normal(random));
    const Matrix expected = full.transpose() * weights.asDiagonal() * full;
    const LowerRows gram = weighted_gram(design, weights);
    Matrix found = Matrix::Zero(expected.rows(), expected.cols());
    for (std::size_t row = 0; row < gram.size(); ++row) {
      for (std::size_t column = gram.first(row); column <= row; ++column) {
        found(static_cast<Eigen::Index>(row), static_cast<Eigen::Index>(column)) = gram.at(row, column);
      }
    }
    CHECK(Matrix((found - expected).triangularView<Eigen::Lower>()).cwiseAbs().maxCoeff() <
          1e-10 * expected.cwiseAbs().maxCoeff());
    CHECK((transpose_times(design, weights) - full.transpose() * weights).cwiseAbs().maxCoeff() < 1e-8);

    const GramFactor factor(gram);
    if (factor.rank() < design.columns()) continue;
    const Vector answer = Vector::LinSpaced(static_cast<Eigen::Index>(design.columns()), -1.0, 2.0);
    CHECK((factor.solve(expected * answer) - answer).cwiseAbs().maxCoeff() < 1e-7);
    CHECK((factor.inverse() * expected - Matrix::Identity(expected.rows(), expected.cols())).cwiseAbs().maxCoeff() <
          1e-7);
  }
}

TEST_CASE("a design on some of its days has their rows and no others") {
  std::mt19937_64 random(32);
  std::normal_distribution<double> normal;
  for (const CalendarForm form : {CalendarForm::WeekendAndTrend, CalendarForm::WeekdaysAndSpline}) {
    const std::size_t days = 400;
    Design design(std::make_shared<const CalendarTerms>(days, 5, form));
    std::vector<double> values(days);
    for (double& value : values) value = normal(random);
    design.add_column(values);
    std::vector<std::uint8_t> used(days);
    for (std::size_t day = 0; day < days; ++day) used[day] = random() % 3 != 0 && (day < 130 || day > 260) ? 1 : 0;
    const Design some = on_days(design, used);
    Vector coefficients(static_cast<Eigen::Index>(design.columns()));
    for (double& one : coefficients) one = normal(random);
    const Vector all = times(design, coefficients);
    const Vector rows = times(some, coefficients);
    REQUIRE(some.columns() == design.columns());
    Eigen::Index row = 0;
    for (std::size_t day = 0; day < days; ++day) {
      if (used[day]) CHECK_THAT(rows[row++], WithinAbs(all[static_cast<Eigen::Index>(day)], 1e-12));
    }
    CHECK(row == rows.size());
  }
}

TEST_CASE("columns that are taken out leave the others as they were") {
  Design design(std::size_t{2});
  for (const double first : {1.0, 2.0, 3.0, 4.0}) design.add_column(std::vector{first, -first});
  design.remove_columns(std::vector<std::uint8_t>{0, 1, 0, 1});
  REQUIRE(design.plain_columns() == 2);
  CHECK(design.plain_column(0)[1] == -1.0);
  CHECK(design.plain_column(1)[0] == 3.0);
}

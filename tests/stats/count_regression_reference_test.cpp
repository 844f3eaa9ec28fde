#include <catch2/catch.hpp>
#include <memory>

#include "lytes/stats/newey_west.hpp"
#include "lytes/stats/poisson_regression.hpp"
#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;
using Catch::WithinRel;

namespace {

void check_close(double found, double expected, double tolerance = 1e-6) {
  CHECK_THAT(found, WithinRel(expected, tolerance) || WithinAbs(expected, 1e-11));
}

SeriesData all_known(const std::vector<double>& values) {
  return {values, std::vector<std::uint8_t>(values.size(), 1)};
}

/// The regressors of a model of a diary: as R's, the named columns first and the calendar's after them.
struct DiaryModel {
  Design design;
  SeriesData counts;
  std::size_t first_named;
};

SeriesData named_column(const reference::Diary& diary, const std::string& name) {
  if (name == "mg1") return lagged(diary.deficiency("mg_mg"), 1);
  if (name == "fl1") return lagged(diary.deficiency("fluid_ml"), 1);
  if (name == "k1") return lagged(diary.deficiency("k_mg"), 1);
  if (name == "stress") return lagged(diary.stress, 1);
  if (name == "hist") return recent_history(diary.spasms);
  if (name == "lead") return lagged(diary.deficiency("mg_mg"), -1);
  return lagged(diary.deficiency("mg_mg"), std::stoi(name.substr(1)));  // m0 ... m5
}

std::vector<std::string> names_of(const nlohmann::json& columns) {
  if (columns.is_string()) return {columns.get<std::string>()};
  return columns.get<std::vector<std::string>>();
}

DiaryModel diary_model(const reference::Diary& diary, const std::string& model, const nlohmann::json& expected) {
  const std::size_t days = diary.spasms.values.size();
  const auto form = days >= 365 ? CalendarForm::WeekdaysAndSpline : CalendarForm::WeekendAndTrend;
  DiaryModel built{Design(std::make_shared<const CalendarTerms>(days, diary.first_weekday, form)), diary.spasms, 0};
  if (model == "unadjusted") {
    built.design = Design(days);
    built.design.add_column(std::vector<double>(days, 1.0));
  }
  built.first_named = built.design.columns();
  for (const std::string& name : names_of(expected["columns"])) {
    SeriesData column = named_column(diary, name);
    for (std::size_t day = 0; day < days; ++day) {
      built.counts.known[day] &= column.known[day];
      if (!column.known[day]) column.values[day] = 0.0;
    }
    built.design.add_column(column.values);
  }
  return built;
}

/// Rows of the used days only, pushed together.
DiaryModel without_gaps(const DiaryModel& model) {
  DiaryModel dense{Design(0), {}, model.first_named};
  std::vector<std::size_t> used;
  for (std::size_t day = 0; day < model.counts.values.size(); ++day) {
    if (model.counts.known[day]) used.push_back(day);
  }
  for (const std::size_t day : used) dense.counts.values.push_back(model.counts.values[day]);
  dense.counts.known.assign(used.size(), 1);
  dense.design = Design(used.size());
  const CalendarTerms* calendar = model.design.calendar();
  for (std::size_t column = 0; calendar && column < calendar->columns(); ++column) {
    std::vector<double> values;
    for (const std::size_t day : used) {
      const std::size_t spline = column - calendar->first_spline(day);
      const bool in_spline = column < calendar->spline_columns() && spline < calendar->spline_width();
      const bool weekday = column == calendar->spline_columns() + calendar->weekdays()[day];
      values.push_back(in_spline ? calendar->spline(spline)[day] : weekday ? 1.0 : 0.0);
    }
    dense.design.add_column(values);
  }
  for (std::size_t column = 0; column < model.design.plain_columns(); ++column) {
    std::vector<double> values;
    for (const std::size_t day : used) values.push_back(model.design.plain_column(column)[day]);
    dense.design.add_column(values);
  }
  return dense;
}

}  // namespace

TEST_CASE("Poisson, quasi-Poisson and HC0 agree with R on real counts") {
  for (const auto& [name, expected] : reference::results()["counts"].items()) {
    INFO(name);
    const SeriesData counts = all_known(reference::numbers(expected["y"]));
    Design design(counts.values.size());
    for (const auto& column : expected["design"]) design.add_column(reference::numbers(column));
    const CountFit fit = poisson_regression(design, counts);
    const auto& poisson = expected["poisson"];
    REQUIRE(fit.status == Status::Ok);
    check_close(fit.dispersion, poisson["phi"]);
    check_close(fit.deviance, poisson["deviance"]);
    check_close(fit.log_likelihood, poisson["log_likelihood"]);
    const auto hc0 = newey_west_errors(design, fit, 0, false);
    for (std::size_t column = 0; column < design.columns(); ++column) {
      check_close(fit.coefficients[column], poisson["coefficient"][column]);
      check_close(fit.standard_error(column), poisson["error"][column]);
      check_close(hc0[column], poisson["hc0"][column]);
    }
  }
}

TEST_CASE("models of a diary, with Newey-West on the calendar and on rows, agree with R") {
  for (const std::string& name : reference::diaries) {
    const auto diary = reference::diary(name);
    for (const auto& [model, expected] : reference::results()["diary_models"][name].items()) {
      INFO(name << " " << model);
      const DiaryModel built = diary_model(diary, model, expected);
      const CountFit fit = poisson_regression(built.design, built.counts);
      REQUIRE(fit.status == Status::Ok);
      CHECK(fit.rows == expected["n"]);
      check_close(fit.dispersion, expected["phi"]);
      check_close(fit.deviance, expected["deviance"]);
      check_close(fit.log_likelihood, expected["log_likelihood"]);

      const std::size_t lags = expected["lags"];
      const auto by_calendar = newey_west_errors(built.design, fit, lags);
      const auto hc0 = newey_west_errors(built.design, fit, 0, false);
      const DiaryModel dense = without_gaps(built);
      const CountFit dense_fit = poisson_regression(dense.design, dense.counts);
      const auto by_rows = newey_west_errors(dense.design, dense_fit, lags);
      for (std::size_t column = 0; column < names_of(expected["columns"]).size(); ++column) {
        const std::size_t place = built.first_named + column;
        check_close(fit.coefficients[place], reference::numbers(expected["coefficient"])[column]);
        check_close(fit.standard_error(place), reference::numbers(expected["error"])[column]);
        check_close(hc0[place], reference::numbers(expected["hc0"])[column]);
        check_close(by_calendar[place], reference::numbers(expected["newey_west_calendar"])[column]);
        check_close(by_rows[place], reference::numbers(expected["sandwich_rows"])[column]);
        check_close(dense_fit.coefficients[place], fit.coefficients[place], 1e-9);
      }
    }
  }
}

TEST_CASE("Newey-West on a straight-line fit agrees with R sandwich") {
  const auto& expected = reference::results()["airquality"]["newey_west"];
  const SeriesData ozone = reference::column("P01_airquality.csv", "Ozone");
  std::vector<SeriesData> columns;
  for (const char* name : {"Solar.R", "Wind", "Temp"}) columns.push_back(reference::column("P01_airquality.csv", name));
  std::vector<std::vector<double>> rows(4);
  for (std::size_t day = 0; day < ozone.values.size(); ++day) {
    if (!ozone.known[day] || !columns[0].known[day] || !columns[1].known[day] || !columns[2].known[day]) continue;
    rows[0].push_back(1.0);
    for (std::size_t column = 0; column < 3; ++column) rows[column + 1].push_back(columns[column].values[day]);
  }
  Design design(rows[0].size());
  for (const auto& column : rows) design.add_column(column);
  CountFit line;
  line.rows = rows[0].size();
  line.rank = 4;
  line.coefficients = reference::numbers(expected["coefficient"]);
  line.score = reference::numbers(expected["residual"]);
  for (const auto& row : expected["bread"]) {
    for (const auto& value : row) line.covariance.push_back(value);
  }
  const std::size_t lags = expected["lags"];
  const auto plain = newey_west_errors(design, line, lags, false);
  const auto small_sample = newey_west_errors(design, line, lags, true);
  for (std::size_t column = 0; column < 4; ++column) {
    check_close(plain[column], expected["error"][column]);
    check_close(small_sample[column], expected["error_small_sample"][column]);
  }
}

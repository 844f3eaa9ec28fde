#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "lytes/stats/days_needed.hpp"
#include "lytes/stats/fisher.hpp"
#include "lytes/stats/joint_model.hpp"
#include "stats/joint_reference.hpp"

using namespace lytes::stats;
using nlohmann::json;

namespace {

/// One part in a million, or as much of 1 below a thousandth.
void check(const char* what, double ours, const json& theirs) {
  const double expected = theirs.get<double>();
  INFO(what << ": ours " << ours << ", elsewhere " << expected);
  CHECK(std::abs(ours - expected) <= 1e-6 * (std::abs(expected) < 1e-3 ? 1.0 : std::abs(expected)));
}

void check(const char* what, const Estimate& ours, const json& theirs) {
  check(what, ours.value, theirs[0]);
  check(what, ours.lower, theirs[1]);
  check(what, ours.upper, theirs[2]);
}

void check_arms(const Arms& ours, const json& theirs) {
  CHECK(ours.exposed.days == theirs["short_days"]);
  CHECK(ours.exposed.events == theirs["short_spasms"]);
  CHECK(ours.unexposed.days == theirs["enough_days"]);
  CHECK(ours.unexposed.events == theirs["enough_spasms"]);
}

void check_belief(const JointEffect& effect, const json& theirs) {
  check("posterior", effect.posterior.ratio, theirs["ratio"]);
  check("posterior from", effect.posterior.lower, theirs["ci"][0]);
  check("posterior to", effect.posterior.upper, theirs["ci"][1]);
  check("probability", effect.posterior.probability_above_1, theirs["above_1"]);
  check("Bayes factor", effect.posterior.bayes_factor, theirs["bayes_factor"]);
  check("always valid from", effect.always_valid.lower, theirs["always_valid"][0]);
  check("always valid to", effect.always_valid.upper, theirs["always_valid"][1]);
}

void check_effect(const JointEffect& effect, const json& theirs) {
  check("log ratio", effect.log_ratio, theirs["log_ratio"]);
  check("ratio", effect.ratio, theirs["ratio"]);
  check("model's error", effect.model_error, theirs["se_model"]);
  check("dispersed error", effect.dispersed_error, theirs["se_dispersed"]);
  check("Newey and West", effect.persistent_error, theirs["se_newey_west"]);
  check("spread over shifts", effect.shift.spread, theirs["shift_spread"]);
  check("score", effect.shift.observed, theirs["score"]);
  CHECK(effect.shift.shifts == theirs["shifts"]);
  // A count of shifts: no tolerance but that of a printed decimal.
  CHECK(std::abs(effect.shift.p - theirs["p_shift"].get<double>()) < 1e-12);
  check("error", effect.error, theirs["se"]);
  check("degrees of freedom", effect.degrees_of_freedom, theirs["df"]);
  check("from", effect.lower, theirs["ci"][0]);
  check("to", effect.upper, theirs["ci"][1]);
  check("p", effect.p, theirs["p"]);
  check("variance inflation", effect.vif, theirs["vif"]);
  check("extra a week", effect.extra_per_week, theirs["extra_per_week"]);
  check("share", effect.attributable_share, theirs["attributable_share"]);
  check_belief(effect, theirs["posterior"]);
}

void check_model(const JointModel& model, const json& theirs) {
  CHECK(model.days == theirs["days"]);
  CHECK(model.rows == theirs["rows"]);
  CHECK(model.events == theirs["spasms"]);
  CHECK((model.calendar == CalendarForm::WeekdaysAndSpline) == theirs["full_calendar"].get<bool>());
  CHECK(model.columns.size() == theirs["columns"]);
  CHECK(model.lags == theirs["lags"]);
  check("dispersion", model.dispersion.value(), theirs["dispersion"]);
  REQUIRE(model.factors.size() == reference::joint_factors.size());
  for (std::size_t place = 0; place < model.factors.size(); ++place) {
    const json& factor = theirs["factors"][reference::joint_factors[place]];
    INFO(reference::joint_factors[place]);
    CHECK(word(model.factors[place].use) == factor["status"].get<std::string>());
    check("known share", model.factors[place].known_share, factor["known_share"]);
  }
  for (std::size_t place = 0; place < model.effects.size(); ++place) {
    const std::string& exposure = reference::joint_exposures[place];
    INFO(exposure);
    check_arms(model.arms[place], theirs["arms"][exposure]);
    REQUIRE(model.effects[place].has_value() == theirs["effects"].contains(exposure));
    if (model.effects[place]) check_effect(*model.effects[place], theirs["effects"][exposure]);
  }
}

/// Days whose exposure is known, by it and by whether the next day is unknown.
TwoByTwo next_day(const JointData& data, std::size_t exposure) {
  TwoByTwo table;
  for (std::size_t day = 0; day + 1 < data.days(); ++day) {
    if (!data.exposures[exposure].known[day]) continue;
    const bool exposed = data.exposures[exposure].values[day] > 0;
    const bool unknown = !data.counts.known[day + 1];
    int& cell = exposed ? (unknown ? table.first_yes : table.first_no) : (unknown ? table.second_yes : table.second_no);
    ++cell;
  }
  return table;
}

}  // namespace

TEST_CASE("the joint model of the day before and of the week before agrees with R, figure by figure") {
  for (const std::string& name : reference::joint_diaries) {
    INFO(name);
    const reference::JointDiary diary(name);
    const json& theirs = reference::joint_results()[name];
    check_model(joint_model(diary.data()), theirs["day"]);
    check_model(joint_model(diary.data(), {Past::WeekBefore, {}, true}), theirs["week"]);
  }
}

TEST_CASE("the lead check and Fisher's p of unknown days agree with R") {
  for (const std::string& name : reference::joint_diaries) {
    const reference::JointDiary diary(name);
    const JointData data = diary.data();
    const Outcome outcome(data.counts, data.first_weekday);
    for (std::size_t place = 0; place < data.exposures.size(); ++place) {
      INFO(name << " " << reference::joint_exposures[place]);
      const json& theirs = reference::joint_results()[name]["exposures"][reference::joint_exposures[place]];
      const auto lead = lead_check(outcome, data.exposures[place]);
      REQUIRE(lead.has_value());
      CHECK(std::abs(*lead - theirs["lead_p_shift"].get<double>()) < 1e-12);
      const TwoByTwo table = next_day(data, place);
      CHECK(table.first_yes == theirs["next_day_unknown"]["after_short"]);
      CHECK(table.second_yes == theirs["next_day_unknown"]["after_enough"]);
      CHECK(std::abs(fisher_exact_p(table) - theirs["next_day_unknown"]["p"].get<double>()) < 1e-9);
    }
  }
}

TEST_CASE("the days that moderate needs agree with R within a hundredth of a day") {
  for (const std::string& name : reference::joint_diaries) {
    const reference::JointDiary diary(name);
    const JointModel model = joint_model(diary.data());
    for (std::size_t place = 0; place < model.effects.size(); ++place) {
      INFO(name << " " << reference::joint_exposures[place]);
      const json& theirs = reference::joint_results()[name]["exposures"][reference::joint_exposures[place]];
      const Arms& arms = model.arms[place];
      DiarySoFar diary_so_far{static_cast<double>(model.days), arms.days(), arms.events() / arms.days(),
                              arms.exposed.days / arms.days(), std::nullopt};
      if (const auto& effect = model.effects[place]) diary_so_far.found = {effect->error, effect->posterior.ratio};
      const std::vector<double> ratios = {1.5, 2.0};
      for (std::size_t which = 0; which < ratios.size(); ++which) {
        const auto days = days_for_moderate(diary_so_far, ratios[which]);
        REQUIRE(days.has_value());
        CHECK(std::abs(*days - theirs["days_needed"][which].get<double>()) < 0.01);
      }
    }
  }
}

#include "lytes/insight/evidence.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "diary.hpp"
#include "diary_series.hpp"
#include "next_step.hpp"

using namespace lytes;
using namespace lytes::insight;
using namespace lytes::insight::testing;
using journal::DayStatus;

namespace {

bool has(const Association& association, ReasonCode code) {
  return std::ranges::any_of(association.reasons, [&](const Reason& reason) { return reason.code == code; });
}

DiarySeries series_of(std::span<const timeline::DayRow> rows) {
  DiaryDays days;
  for (const timeline::DayRow& row : rows) days.add(row);
  return std::move(days).series();
}

}  // namespace

TEST_CASE("an empty journal has no evidence and one thing to do") {
  const timeline::Timeline timeline({monday, monday + std::chrono::days{6}}, [] {
    std::vector<timeline::DayRow> rows(7);
    for (int day = 0; day < 7; ++day) rows[static_cast<std::size_t>(day)].day = monday + std::chrono::days{day};
    return rows;
  }());
  const auto evidence = assess(timeline, {std::nullopt, timeline.range()}, targets::TargetBook({}, {}), {}, {});
  CHECK_FALSE(evidence.range);
  CHECK(evidence.next_step.kind == NextStepKind::StartLogging);
  for (const auto& association : evidence.associations) {
    CHECK(association.grade == Grade::Insufficient);
    CHECK(association.arms.days() == 0);
    CHECK_FALSE(association.effect);
  }
}

TEST_CASE("three days are not enough, and the page can say how many more are") {
  const auto evidence = assess_all(timeline_of(made_up(3, 0.5, 1)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  CHECK(magnesium.grade == Grade::Insufficient);
  CHECK(has(magnesium, ReasonCode::CalendarDays));
  CHECK(has(magnesium, ReasonCode::Spasms));
  REQUIRE(magnesium.more_days);
  CHECK(magnesium.more_days->closed_days == 53);  // 56 calendar days
  CHECK(magnesium.more_days->at_least);
  CHECK(evidence.next_step.kind == NextStepKind::KeepGoing);
  CHECK_FALSE(evidence.since_last_week);
}

TEST_CASE("days never short of something are counted and not compared") {
  const auto evidence = assess_all(timeline_of(made_up(120, 0.5, 1)));
  const auto& water = evidence.of(Exposure::Water);
  CHECK(water.arms.unexposed.days == 119);
  CHECK(water.grade == Grade::Insufficient);
  CHECK(has(water, ReasonCode::DeficientDays));
  CHECK_FALSE(water.described);
  CHECK_FALSE(water.p_holm);
}

TEST_CASE("a clear association is graded with everything that holds it up") {
  const auto evidence = assess_all(timeline_of(made_up(365, 0.2, 4)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  CHECK(magnesium.grade >= Grade::Moderate);
  CHECK(magnesium.reasons.front().code == ReasonCode::LeansUp);
  REQUIRE(magnesium.effect);
  CHECK(magnesium.effect->posterior.probability_above_1 > 0.99);
  CHECK(magnesium.effect->lower < 4);
  CHECK(magnesium.effect->upper > 4);
  CHECK(magnesium.held_day);
  CHECK(magnesium.looks.size() >= looks_in_a_row);
  CHECK(magnesium.leans_up());
  CHECK(evidence.next_step.kind == NextStepKind::ReachTarget);
  CHECK(evidence.next_step.exposure == Exposure::Magnesium);
}

TEST_CASE("earlier looks are worked out only as long as they may settle something") {
  const auto chance = assess_all(timeline_of(made_up(365, 0.3, 1, 1.0, 3)));
  const auto& magnesium = chance.of(Exposure::Magnesium);
  REQUIRE(magnesium.grade == Grade::Unclear);
  CHECK(magnesium.looks.size() < looks_in_a_row);
}

TEST_CASE("what was not there five weeks ago is not held") {
  // A diary whose difference begins with its last three weeks: as sure as one likes today, and not at every look.
  auto rows = made_up(200, 0.3, 1, 1.0, 4);
  for (std::size_t day = 179; day < rows.size(); ++day) {
    const bool short_before = *rows[day - 1].deficient(quantity::Nutrient::Magnesium);
    rows[day].spasms.assign(short_before ? 6 : 0, {"upper back", 22, 5, 3.0, {}});
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  REQUIRE(reaches(*magnesium.effect, moderate_by_day));
  CHECK_FALSE(magnesium.held_day);
  CHECK(magnesium.grade == Grade::Unclear);
  CHECK(has(magnesium, ReasonCode::NotHeld));
}

TEST_CASE("days unknown after the days with fewer spasms hold the grade at a hint") {
  auto rows = made_up(365, 0.2, 4);
  for (std::size_t day = 1; day < rows.size(); ++day) {
    const bool enough_before = !*rows[day - 1].deficient(quantity::Nutrient::Magnesium);
    if (enough_before && day % 4 == 0) rows[day].spasm_status = DayStatus::None;
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  CHECK(magnesium.held_day);
  CHECK(magnesium.capped);
  CHECK(magnesium.grade == Grade::Hint);
  CHECK(has(magnesium, ReasonCode::UnknownDays));
  REQUIRE(magnesium.tipping);
  CHECK(magnesium.tipping->spasms_per_unknown_day > magnesium.tipping->usual);
}

TEST_CASE("an open day that holds a spasm is not counted, for open days without one are not") {
  auto rows = made_up(120, 0.5, 1);
  rows[50].spasm_status = DayStatus::Partial;
  rows[50].spasms.assign(3, {"upper back", 22, 5, 3.0, {}});
  const DiarySeries diary = series_of(rows);
  CHECK(diary.spasms.known[50] == 0);
  CHECK(rows[50].spasm_count() == 3);
}

TEST_CASE("what was logged with a figure is allowed for, the usual ones first and one's own by name") {
  auto rows = made_up(365, 0.4, 1);
  std::mt19937 random(7);
  const auto rating = [&] { return static_cast<double>(random() % 9); };
  for (std::size_t day = 0; day < rows.size(); ++day) {
    const double stress = rating();
    if (day % 2 == 0) rows[day].stress = {stress, stress, 1};
    rows[day].factors = {{"driving", "h", rating(), 1}, {"awkward sleep", std::nullopt, std::nullopt, 1}};
    if (day % 5 == 0) rows[day].factors.push_back({"sleep", "h", rating(), 1});
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  using Names = std::vector<std::string>;
  CHECK(evidence.factor_names ==
        Names{"stress", "sleep", "exertion", "sitting", "caffeine", "alcohol", "heat", "driving"});
  REQUIRE(evidence.model.factors.size() == evidence.factor_names.size());
  CHECK(evidence.model.factors[0].use == stats::FactorUse::Taken);  // known on half of the days
  CHECK(evidence.model.factors[1].use == stats::FactorUse::TooRarelyLogged);
  CHECK(evidence.model.factors[2].known_share == 0.0);
  CHECK(evidence.model.factors[7].use == stats::FactorUse::Taken);
}

TEST_CASE("more is not suggested to somebody for whom it may be dangerous") {
  targets::Profile profile;
  profile.conditions = {"kidney disease"};
  const targets::AdviceBook book({{targets::Advice::Kind::Condition,
                                   "kidney disease",
                                   {targets::Effect::NoMoreMagnesium},
                                   "Ask first.",
                                   "made up"}},
                                 {{"kidney disease", "kidney disease", "kidney disease"}}, {});
  const auto evidence = assess_all(timeline_of(made_up(365, 0.2, 4)), targets::PersonalAdvice(profile, {}, &book));
  CHECK(evidence.next_step.kind != NextStepKind::ReachTarget);
  CHECK(evidence.next_step.exposure != Exposure::Magnesium);
  CHECK(evidence.of(Exposure::Magnesium).withheld);
  CHECK(std::ranges::none_of(evidence.lags.questions,
                             [](const auto& question) { return question.exposure == Exposure::Magnesium; }));
  CHECK(std::ranges::any_of(evidence.cautions,
                            [](const auto& dated) { return dated.caution.code == "ask_before_more_magnesium"; }));
}

TEST_CASE("somebody who is to ask first is told so, and an empty profile is asked once") {
  targets::Profile profile;
  profile.stage = targets::Stage::Pregnant;
  const auto timeline = timeline_of(made_up(365, 0.2, 4));
  const auto step_for = [&](const targets::Profile& person) {
    return assess_all(timeline, targets::PersonalAdvice(person, {}, nullptr)).next_step.kind;
  };
  CHECK(step_for(profile) == NextStepKind::SayHealth);
  profile.said_to_be_healthy = true;
  CHECK(step_for(profile) == NextStepKind::ReachAfterAsking);
  profile.stage = targets::Stage::None;
  CHECK(step_for(profile) == NextStepKind::ReachTarget);
}

TEST_CASE("alone in its family a p needs no correction") {
  const auto evidence = assess_all(timeline_of(made_up(365, 0.2, 4)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  REQUIRE(magnesium.p_holm);  // nobody was ever short of water or potassium
  CHECK(*magnesium.p_holm == magnesium.effect->p);
}

TEST_CASE("intake that follows spasms is noticed") {
  int flagged = 0;
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const auto evidence = assess_all(timeline_of(made_up(365, 0.4, 1, 0.2, seed)));
    const auto& magnesium = evidence.of(Exposure::Magnesium);
    flagged += magnesium.lead.flagged ? 1 : 0;
    CHECK(magnesium.lead.flagged == has(magnesium, ReasonCode::IntakeMayFollow));
  }
  CHECK(flagged >= 9);
}

TEST_CASE("days left out and compared ones make up the whole diary but its last day") {
  auto rows = made_up(100, 0.3, 1);
  for (const std::size_t day : {3u, 4u, 50u}) rows[day].intake_status = DayStatus::Partial;
  for (const std::size_t day : {20u, 71u}) rows[day].spasm_status = DayStatus::None;
  auto& unknown = rows[60].amounts[static_cast<std::size_t>(quantity::Nutrient::Magnesium)];
  unknown.known = unknown.entries - 2;
  rows[80].targets.magnesium_mg.reset();
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  const auto& left = evidence.of(Exposure::Magnesium).left_out;
  CHECK(left == LeftOut{3, 0, 1, 1, 2});
  // A row also asks for the spasms of the day of the intake, which two of those left have not.
  CHECK(evidence.of(Exposure::Magnesium).arms.days() == 99 - 7 - 2);
}

TEST_CASE("a diary of open days gives no pair and asks for closing them") {
  auto rows = made_up(60, 0.4, 1);
  for (auto& row : rows) row.intake_status = DayStatus::Partial;
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  CHECK(evidence.closed_days == 0);
  CHECK(evidence.of(Exposure::Magnesium).arms.days() == 0);
  CHECK(evidence.next_step.kind == NextStepKind::CloseDays);
  CHECK(evidence.next_step.count == 14);
}

TEST_CASE("an open sign comes before every next step, and what many days say together bars none") {
  const auto timeline = timeline_of(made_up(120, 0.3, 1));
  const Scope scope{timeline.range(), timeline.range()};
  safety::OpenSign sign{{"numbness", Level::Soon, safety::When::ThisWeek, "numbness", ""}, 1, monday};
  const auto step = [&](std::vector<safety::OpenSign> open) {
    return assess(timeline, scope, targets::TargetBook({}, {}), {}, std::move(open)).next_step.kind;
  };
  CHECK(step({sign}) == NextStepKind::SeeDoctor);
  sign.figures = "Spasms in 3 of the last 7 nights.";
  CHECK(step({sign}) == step({}));
}

TEST_CASE("half-logged days are left out, and counted as left out") {
  auto rows = made_up(200, 0.3, 1);
  for (std::size_t day = 40; day < 200; day += 20) {
    rows[day].intakes = 3;
    for (auto& amount : rows[day].amounts) amount.entries = amount.known = 3;
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  const auto& magnesium = evidence.of(Exposure::Magnesium);
  CHECK(evidence.possibly_partial.size() == 8);
  CHECK(magnesium.left_out.possibly_partial == 8);
  CHECK(magnesium.arms.days() == 199 - 8);
}

TEST_CASE("little fluid and an early end make a day possibly partial, either alone does not") {
  auto rows = made_up(60, 0.3, 1);
  const auto water = quantity::Nutrient::Water;
  const auto set_fluid = [&](std::size_t day, double ml) {
    rows[day].amounts[static_cast<std::size_t>(water)].sum = ml;
  };
  set_fluid(40, 600);
  rows[41].last_intake_at = std::chrono::hours{11};
  set_fluid(42, 600);
  rows[42].last_intake_at = std::chrono::hours{11};
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  CHECK(evidence.possibly_partial == std::vector{monday + std::chrono::days{42}});
}

TEST_CASE("a day is held against the weeks before it, not against habits of long ago") {
  auto rows = made_up(200, 0.3, 1);
  const auto log = [&](std::size_t day, int intakes) {
    rows[day].intakes = intakes;
    for (auto& amount : rows[day].amounts) amount.entries = amount.known = intakes;
  };
  // Eight entries a day, then four for two months, then eight again.
  for (std::size_t day = 60; day < 120; ++day) log(day, 4);
  for (const std::size_t day : {30, 90, 180}) log(day, 3);
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  CHECK(evidence.possibly_partial == std::vector{monday + std::chrono::days{30}, monday + std::chrono::days{180}});
}

TEST_CASE("imported day totals are never called possibly partial") {
  auto rows = made_up(60, 0.3, 1);
  for (std::size_t day = 30; day < 60; ++day) {
    rows[day].intakes = rows[day].day_totals = 1;
    rows[day].last_intake_at = std::chrono::hours{12};
    for (auto& amount : rows[day].amounts) amount.entries = amount.known = 1;
  }
  CHECK(assess_all(timeline_of(std::move(rows))).possibly_partial.empty());
}

TEST_CASE("days closed less often because of spasms are warned of, days left open by chance are not") {
  auto because = made_up(365, 0.4, 1);
  auto by_chance = because;
  for (std::size_t day = 1; day < because.size(); ++day) {
    if (!because[day].spasms.empty() && day % 2 == 0) because[day].intake_status = DayStatus::Partial;
    if (day % 5 == 0) by_chance[day].intake_status = DayStatus::Partial;
  }
  const auto warned = assess_all(timeline_of(std::move(because))).logging_bias;
  CHECK(warned.on_spasm_days.differs);
  CHECK(warned.on_spasm_days.ratio->lower > 1);
  CHECK_FALSE(assess_all(timeline_of(std::move(by_chance))).logging_bias.suspected());
}

TEST_CASE("what was logged after the diary's end changes nothing") {
  auto rows = made_up(200, 0.3, 2);
  const calendar::DayRange first_part{monday, monday + std::chrono::days{149}};
  const auto whole = timeline_of(rows);
  const auto up_to = assess(whole, {first_part, first_part}, targets::TargetBook({}, {}), {}, {});
  rows.resize(150);
  const auto alone = assess_all(timeline_of(std::move(rows)));
  CHECK(up_to.of(Exposure::Magnesium).effect->ratio == alone.of(Exposure::Magnesium).effect->ratio);
  CHECK(up_to.of(Exposure::Magnesium).effect->p == alone.of(Exposure::Magnesium).effect->p);
  CHECK(up_to.range == first_part);
}

TEST_CASE("only entering or leaving moderate is weekly news") {
  std::set<Grade> news;
  for (int days = 60; days <= 260; days += 7) {
    const auto evidence = assess_all(timeline_of(made_up(days, 0.2, 3)));
    REQUIRE(evidence.since_last_week);
    CHECK(evidence.since_last_week->more_closed_days == 7);
    for (const auto& change : evidence.since_last_week->grades) {
      CHECK(change.before != change.now);
      CHECK(std::max(change.before, change.now) >= Grade::Moderate);
      CHECK(change.now == evidence.of(change.exposure).grade);
      news.insert(change.now);
    }
  }
  CHECK(news.contains(Grade::Moderate));
}

TEST_CASE("the grade of a week ago is that of the diary as it was") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    const auto rows = made_up(180, 0.2, 3, 1.0, seed);
    const auto now = assess_all(timeline_of(rows));
    const auto then = assess_all(timeline_of({rows.begin(), rows.end() - 7}));
    for (const Exposure exposure : all_exposures) {
      Grade before = now.of(exposure).grade;
      for (const auto& change : now.since_last_week->grades) {
        if (change.exposure == exposure) before = change.before;
      }
      const bool is_news = before != now.of(exposure).grade;
      if (is_news || then.of(exposure).grade >= Grade::Moderate) CHECK(then.of(exposure).grade == before);
    }
  }
}

TEST_CASE("the lag search asks thirty questions at once") {
  const auto evidence = assess_all(timeline_of(made_up(365, 0.3, 1)));
  CHECK(evidence.lags.questions.size() == 30);
  CHECK(evidence.lags.status == stats::Status::Ok);
  const auto short_one = assess_all(timeline_of(made_up(60, 0.3, 1)));
  CHECK(short_one.lags.status == stats::Status::TooShort);
  for (const auto& question : short_one.lags.questions) CHECK_FALSE(question.p_max_t);
}

TEST_CASE("stress that goes with spasms shows among the factors, per point and at its own lag") {
  auto rows = made_up(365, 0.2, 1);
  std::mt19937 random(5);
  for (auto& row : rows) {
    const double rating = 1 + static_cast<double>(random() % 8);
    row.stress = {rating, rating, 1};
    row.spasms.assign(static_cast<std::size_t>(std::poisson_distribution<int>(0.05 * rating)(random)),
                      {"calf left", 22, 5, 3.0, {}});
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  REQUIRE(evidence.factors.size() == 2);
  CHECK(evidence.factors[0].factor == ComparedFactor::Stress);
  CHECK(evidence.factors[0].lag_days == 0);
  CHECK(evidence.factors[0].ratio > 1.1);
  CHECK(*evidence.factors[0].p_max_t < 0.05);
  CHECK(*evidence.factors[1].p_max_t > 0.05);
}

TEST_CASE(
    "what is logged without a figure is compared as days with it, closed days without a word being days without") {
  auto rows = made_up(365, 0.2, 1);
  std::mt19937 random(5);
  for (std::size_t day = 20; day < rows.size(); ++day) {
    auto& row = rows[day];
    const bool funny = random() % 4 == 0;
    if (funny) row.factors.push_back({"awkward sleep", std::nullopt, std::nullopt, 1});
    row.spasms.assign(static_cast<std::size_t>(std::poisson_distribution<int>(funny ? 0.9 : 0.2)(random)),
                      {"upper back", 9, 5, 3.0, {}});
  }
  const auto evidence = assess_all(timeline_of(std::move(rows)));
  REQUIRE(evidence.factors.size() == 2);
  CHECK(evidence.factors[0].factor == ComparedFactor::AwkwardSleep);
  CHECK(evidence.factors[0].ratio > 1.5);
  CHECK(*evidence.factors[0].p_max_t < 0.05);
  CHECK(evidence.factors[0].pairs < 346);  // none before it was first logged
}

TEST_CASE("each usual cause of back spasms is a factor that is compared") {
  constexpr std::pair<const char*, ComparedFactor> causes[] = {
      {"lifting", ComparedFactor::Strain},
      {"unaccustomed exertion", ComparedFactor::UnaccustomedExertion},
      {"exertion", ComparedFactor::PhysicalWork},
      {"repetitive motion", ComparedFactor::RepetitiveMotion},
      {"posture", ComparedFactor::BadPosture},
      {"sitting", ComparedFactor::LongSitting},
      {"driving", ComparedFactor::LongSitting},
      {"awkward sleep", ComparedFactor::AwkwardSleep},
      {"sudden movement", ComparedFactor::SuddenMovement},
      {"impact", ComparedFactor::Impact},
      {"anxiety", ComparedFactor::Tension},
      {"stress", ComparedFactor::Tension},
      {"sweating", ComparedFactor::FluidLoss},
      {"heat", ComparedFactor::FluidLoss},
      {"fever", ComparedFactor::FluidLoss},
      {"diarrhoea", ComparedFactor::FluidLoss},
      {"vomiting", ComparedFactor::FluidLoss}};
  for (const auto& [name, factor] : causes) {
    auto rows = made_up(60, 0.5, 1);
    for (std::size_t day = 0; day < rows.size(); day += 3) rows[day].factors.push_back({name, {}, {}, 1});
    CAPTURE(name);
    const auto evidence = assess_all(timeline_of(std::move(rows)));
    CHECK(std::ranges::any_of(evidence.factors, [&](const auto& one) { return one.factor == factor; }));
  }
}

TEST_CASE("a low rating of a cause is a day without it, and an open day says nothing") {
  std::vector<timeline::DayRow> rows(3);
  for (std::size_t day = 0; day < rows.size(); ++day)
    rows[day].day = calendar::Day(std::chrono::year{2026} / 3 / 1) + std::chrono::days{static_cast<int>(day)};
  rows[0].factors = {{"posture", std::nullopt, 7.0, 1}};
  rows[1].factors = {{"posture", std::nullopt, 2.0, 1}};
  const DiarySeries diary = series_of(rows);
  const auto& posture = diary.factors[static_cast<std::size_t>(ComparedFactor::BadPosture)];
  CHECK(posture.known == std::vector<std::uint8_t>{1, 1, 0});
  CHECK(posture.values[0] == 1.0);
  CHECK(posture.values[1] == 0.0);
}

TEST_CASE("of the days that are judged one by one only the last are needed") {
  auto rows = made_up(400, 0.3, 3);
  rows[390].amounts[static_cast<std::size_t>(quantity::Nutrient::Sodium)].sum = 9000;
  const calendar::DayRange range{rows.front().day, rows.back().day};
  const calendar::DayRange shown{range.to - std::chrono::days{6}, range.to};
  const calendar::DayRange kept = days_to_keep(range, shown);
  CHECK(kept == calendar::DayRange{range.to - std::chrono::days{180}, range.to});
  CHECK(days_to_keep(std::nullopt, shown) == shown);
  DiaryDays days(range.length());
  for (const timeline::DayRow& row : rows) days.add(row);
  const std::vector<timeline::DayRow> last(rows.end() - kept.length(), rows.end());
  const targets::TargetBook targets({}, {});
  const auto of_all = assess(timeline_of(rows), {range, shown}, targets, {}, {});
  const auto of_last = assess(std::move(days), {kept, last}, shown, targets, {}, {});
  CHECK(of_last.range == range);
  CHECK(of_last.closed_days == 400);
  CHECK(of_last.of(Exposure::Magnesium).grade == of_all.of(Exposure::Magnesium).grade);
  CHECK(of_last.of(Exposure::Magnesium).effect->log_ratio == of_all.of(Exposure::Magnesium).effect->log_ratio);
  CHECK(of_last.intake[0].mean() == of_all.intake[0].mean());
  CHECK(of_last.intake[0].complete_days == 400);
  CHECK(of_last.cautions.size() == of_all.cautions.size());
  CHECK(of_last.next_step.kind == of_all.next_step.kind);
}

// What is said of one exposure: how many spasms first, then how far that may be relied on.
#include "words/association_words.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "words/evidence_words.hpp"

using namespace lytes;
using insight::Grade;
using insight::Question;
using insight::ReasonCode;

namespace {

stats::JointEffect effect(stats::Estimate extra, double share) {
  stats::JointEffect one;
  one.log_ratio = extra.value;
  one.ratio = std::exp(extra.value);
  one.lower = std::exp(extra.lower);
  one.upper = std::exp(extra.upper);
  one.p = 0.01;
  one.posterior = stats::posterior(one.log_ratio, 0.2, stats::sceptical_prior_sd);
  one.always_valid = {1.2, 3.6};
  one.extra_per_week = extra;
  one.attributable_share = {share, share, share};
  return one;
}

insight::Association graded(Grade grade, stats::Estimate extra = {1.1, 0.5, 1.6}, double share = 0.27) {
  insight::Association association;
  association.exposure = insight::Exposure::Magnesium;
  association.grade = grade;
  association.arms = {{41, 90}, {30, 122}};
  association.effect = effect(extra, share);
  return association;
}

std::string said(const insight::Association& association) { return report::verdict_sentence(association); }

}  // namespace

TEST_CASE("a verdict says how many spasms it is about, and then how far that stands") {
  CHECK(said(graded(Grade::Moderate)) ==
        "About 1.1 more spasms a week (0.5 to 1.6) go together with days short of magnesium: 27 % of your spasms. This "
        "has held for four weeks.");
  CHECK_THAT(said(graded(Grade::Strong)), Catch::EndsWith("holds however often you look (ratio 1.20 to 3.60)."));
  CHECK_THAT(said(graded(Grade::Hint)), Catch::Contains("about one in ten sees one"));
}

TEST_CASE("fewer spasms are said as fewer, with the smaller number first and without a share") {
  const auto fewer = graded(Grade::Moderate, {-1.1, -1.6, -0.5}, -0.2);
  CHECK(said(fewer) ==
        "About 1.1 fewer spasms a week (0.5 to 1.6) go together with days short of magnesium. This has held for four "
        "weeks.");
}

TEST_CASE("what the week before carries is said of weeks") {
  auto week = graded(Grade::Moderate);
  week.week = effect({2.0, 0.9, 3.2}, 0.4);
  week.question = Question::WeekBefore;
  CHECK_THAT(said(week), Catch::StartsWith("About 2.0 more spasms a week (0.9 to 3.2) go together with weeks short of "
                                           "magnesium: 40 % of your spasms."));
  CHECK_THAT(report::ratio_sentences(week), Catch::Contains("of a week short of magnesium on all days against none"));
}

TEST_CASE("what cannot be told yet is said with what it is so far, which may be either way") {
  const auto unclear = graded(Grade::Unclear, {0.3, -0.5, 1.1});
  CHECK_THAT(said(unclear), Catch::EndsWith("So far: 0.3 more spasms a week (from 0.5 fewer to 1.1 more)."));
}

TEST_CASE("no real difference is a difference of the next day, and not said of more") {
  CHECK(said(graded(Grade::None, {0.02, -0.1, 0.1})) ==
        "Days short of magnesium and days with enough were followed by about equally many spasms (ratio 1.02, 0.90 to "
        "1.11), the next day and at this target.");
}

TEST_CASE("a hint that unknown days could make says so, and asks for those days") {
  auto capped = graded(Grade::Hint);
  capped.capped = true;
  capped.next_day_unknown = {3, 90, 20, 122, 0.01};
  CHECK_THAT(said(capped), Catch::EndsWith("A hint at most, because of days that nobody knows."));
  CHECK_THAT(
      report::reason_sentence(capped, {ReasonCode::UnknownDays}),
      Catch::StartsWith("Days after days with enough of it went unlogged more often (20 of 122 against 3 of 90)"));
}

TEST_CASE("counts are said to allow for nothing else") {
  CHECK_THAT(report::counts_sentence(graded(Grade::Moderate)),
             Catch::StartsWith("Not allowed for anything else: after"));
}

TEST_CASE("a cause nobody logged is put into numbers from a hint on, and never below") {
  auto one = graded(Grade::Moderate);
  one.evalue = 3.4;
  one.evalue_of_interval = 1.9;
  CHECK_THAT(report::doubt_sentences(one),
             Catch::Contains("both 3.4 times as often to account for it (1.9 times to make it doubtful)"));
  one.grade = Grade::Unclear;
  CHECK(report::doubt_sentences(one).empty());
}

TEST_CASE("a long wait is said in years") {
  CHECK(report::in_weeks(20) == "about 3 weeks");
  CHECK(report::in_weeks(400) == "about 14 months");
  CHECK(report::in_weeks(1400) == "about 4 years");
}

TEST_CASE("what is allowed for is named, and what would be if it were logged more often") {
  insight::Evidence evidence;
  evidence.factor_names = {"stress", "sleep", "heat"};
  CHECK(report::allowed_for_sentences(evidence).empty());
  evidence.model.columns = {{stats::ColumnKind::Calendar, 0}};
  evidence.model.factors = {{0.9, stats::FactorUse::Taken},
                            {0.22, stats::FactorUse::TooRarelyLogged},
                            {0.01, stats::FactorUse::TooRarelyLogged}};
  const std::string text = report::allowed_for_sentences(evidence);
  CHECK_THAT(text, Catch::Contains("each other and stress."));
  CHECK_THAT(text, Catch::EndsWith("Sleep is logged on 22 % of these days; from 30 % on it is allowed for."));
}

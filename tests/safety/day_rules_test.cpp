#include "lytes/safety/day_rules.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace lytes;
using namespace lytes::safety;
using Catch::Contains;
using std::chrono::days;
using std::chrono::hours;

namespace {

/// The day of which the rules are asked, at nine in the evening.
constexpr calendar::Day today{std::chrono::year{2026} / 3 / 31};

calendar::LocalTime clock(int days_before, double hour) {
  return calendar::LocalTime((today - days{days_before}).time_since_epoch()) +
         std::chrono::seconds(static_cast<int>(hour * 3600));
}

/// A small diary.
class Diary {
 public:
  /// The days are counted back from today; an hour before 4 is that of the night after the day.
  Diary& spasm(std::initializer_list<int> days_before, const std::string& site, std::optional<int> severity = {},
               std::optional<double> minutes = {}, double hour = 18) {
    for (const int before : days_before) {
      spasms_.push_back(
          {site, today - days{before}, clock(before, hour < 4 ? hour + 24 : hour), true, false, severity, minutes});
    }
    return *this;
  }
  Diary& woken(std::initializer_list<int> days_before, const std::string& site) {
    for (const int before : days_before)
      spasms_.push_back({site, today - days{before}, clock(before, 8), true, true, {}, {}});
    return *this;
  }
  Diary& seen(const std::string& sign, const std::string& place, int days_before) {
    seen_.push_back({sign, place, calendar::Instant(today - days{days_before})});
    return *this;
  }

  std::vector<OpenSign> signs() {
    std::ranges::stable_sort(spasms_, {}, &RuleSpasm::local);
    return signs_over_days(spasms_, {today, clock(0, 21)}, seen_);
  }
  std::vector<std::string> names() {
    std::vector<std::string> found;
    for (const auto& sign : signs()) found.push_back(sign.sign.name);
    std::ranges::sort(found);
    return found;
  }
  bool told_today() {
    std::ranges::stable_sort(spasms_, {}, &RuleSpasm::local);
    return !signs_over_days_to_tell(spasms_, {today, clock(0, 21)}, seen_).empty();
  }

 private:
  std::vector<RuleSpasm> spasms_;
  std::vector<journal::SeenSign> seen_;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("lasting: one site on 4 of the last 7 days or 14 of the last 28") {
  CHECK(Diary().spasm({6, 4, 2, 0}, "left hip").names() == Names{"lasting"});
  CHECK(Diary().spasm({7, 4, 2, 0}, "left hip").names() == Names{});
  CHECK(Diary().spasm({6, 6, 6, 0}, "left hip").names() == Names{});
  CHECK(Diary().spasm({6, 4}, "left hip").spasm({3, 0}, "right hip").names() == Names{});
  CHECK(Diary().spasm({27, 26, 25, 24, 23, 20, 19, 18, 17, 16, 13, 12, 11, 6}, "rib").names() == Names{"lasting"});
  CHECK(Diary().spasm({28, 26, 25, 24, 23, 20, 19, 18, 17, 16, 13, 12, 11, 6}, "rib").names() == Names{});
}

TEST_CASE("worsening: the last 7 days against the 7 before") {
  Diary severity;
  severity.spasm({13, 11, 9}, "hip", 3).spasm({6, 5}, "calf", 5).spasm({3, 1}, "rib", 6);
  CHECK(severity.names() == Names{"worsening"});
  CHECK(Diary().spasm({13, 11, 9}, "hip", 4).spasm({6, 5}, "calf", 5).spasm({3, 1}, "rib", 6).names() == Names{});
  CHECK(Diary().spasm({13, 11}, "hip", 3).spasm({6, 5}, "calf", 7).spasm({3, 1}, "rib", 7).names() == Names{});
  CHECK(Diary().spasm({13, 11, 9}, "hip", 3).spasm({6, 5}, "calf", 7).spasm({3}, "rib", 7).names() == Names{});
  Diary minutes;
  minutes.spasm({13, 11, 9}, "hip", {}, 10).spasm({6, 5}, "calf", {}, 20).spasm({3, 1}, "rib", {}, 20);
  CHECK(minutes.names() == Names{"worsening"});
  CHECK(Diary().spasm({13, 11, 9}, "hip", {}, 5).spasm({6, 5}, "calf", {}, 14).spasm({3, 1}, "rib", {}, 14).names() ==
        Names{});
  Diary number;
  number.spasm({13, 11, 9}, "hip").spasm({6, 6, 6}, "calf").spasm({4, 4, 4}, "rib").spasm({1, 1, 1}, "arm");
  CHECK(number.names() == Names{"worsening"});
  CHECK(
      Diary().spasm({13, 11, 9}, "hip").spasm({6, 6, 6}, "calf").spasm({4, 4, 4}, "rib").spasm({1, 1}, "arm").names() ==
      Names{});
}

TEST_CASE("not improving: an episode of more than 4 days that is no milder in its last 24 hours") {
  CHECK(Diary().spasm({5, 3, 1}, "neck", 5).names() == Names{"not improving"});
  CHECK(Diary().spasm({5, 3}, "neck", 5).spasm({1}, "neck", 4).names() == Names{});
  CHECK(Diary().spasm({5, 2, 1}, "neck", 5).names() == Names{});
  CHECK(Diary().spasm({4, 2, 1}, "neck", 5).names() == Names{"not improving"});
  CHECK(Diary().spasm({3, 2, 1}, "neck", 5).names() == Names{});
  CHECK(Diary().spasm({8, 6, 4}, "neck", 5).names() == Names{});
  CHECK(Diary().spasm({5, 3, 1}, "neck").names() == Names{});
  CHECK(Diary().spasm({5, 3, 1}, "neck", {}, 20.0).names() == Names{"not improving"});
}

TEST_CASE("night: woken, or between 23 and 6, in 3 of the last 7 nights") {
  CHECK(Diary().spasm({7, 4, 1}, "calf", {}, {}, 23).names() == Names{"night"});
  CHECK(Diary().spasm({8, 4, 1}, "calf", {}, {}, 23).names() == Names{});
  CHECK(Diary().spasm({6, 4}, "calf", {}, {}, 2.5).spasm({1}, "foot", {}, {}, 5.5).names() == Names{"night"});
  CHECK(Diary().spasm({6, 4}, "calf", {}, {}, 2.5).spasm({1}, "foot", {}, {}, 6).names() == Names{});
  CHECK(Diary().spasm({3, 3, 3}, "calf", {}, {}, 1).names() == Names{});
  CHECK(Diary().woken({5, 3, 1}, "calf").names() == Names{"night"});
}

TEST_CASE("a quiet diary, and one of long ago, say nothing") {
  CHECK(Diary().names() == Names{});
  CHECK(Diary().spasm({60, 59, 58, 57, 56, 55}, "neck", 8, 90).names() == Names{});
  CHECK(Diary().spasm({0}, "neck", 9, 5).names() == Names{});
}

TEST_CASE("the figures are in the sentence") {
  CHECK_THAT(Diary().spasm({6, 4, 2, 0}, "left hip").signs().at(0).figures,
             Contains("left hip, on 4 of the last 7 days"));
  CHECK_THAT(Diary().spasm({7, 4, 1}, "calf", {}, {}, 23).signs().at(0).figures, Contains("3 of the last 7 nights"));
  Diary worse;
  worse.spasm({13, 11, 9}, "hip", 3).spasm({6, 5}, "calf", 5).spasm({3, 1}, "rib", 6);
  CHECK_THAT(worse.signs().at(0).figures, Contains("median severity of 5.5, after 3"));
  CHECK(worse.signs().at(0).sign.when == When::ThisWeek);
}

TEST_CASE("what a doctor has seen is silent at that site for 90 days") {
  const auto lasting = [] { return Diary().spasm({6, 4, 2, 0}, "left hip"); };
  CHECK(lasting().seen("lasting", "left hip", 3).names() == Names{});
  CHECK(lasting().seen("lasting", "left hip", 91).names() == Names{"lasting"});
  CHECK(lasting().seen("lasting", "right hip", 3).names() == Names{"lasting"});
}

TEST_CASE("today tells it for a week from when it began, and again after four") {
  const auto every_day_for = [](int length) {
    Diary diary;
    for (int before = 0; before < length; ++before) diary.spasm({before}, "rib");
    return diary.told_today();
  };
  CHECK(every_day_for(4));      // the first day on which it holds
  CHECK(every_day_for(4 + 6));  // the last of the week
  CHECK_FALSE(every_day_for(4 + 7));
  CHECK_FALSE(every_day_for(4 + 27));
  CHECK(every_day_for(4 + 28));
}

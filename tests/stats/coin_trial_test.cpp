#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "lytes/stats/coin_trial.hpp"

using namespace lytes::stats;
using nlohmann::json;

namespace {

const json& results() {
  static const json parsed = json::parse(std::ifstream(std::string(LYTES_SOURCE_DIR) + "/tests/reference/coin.json"));
  return parsed;
}

struct Experiment {
  std::map<std::string, double> said;
  std::vector<CoinDay> days;
};

/// The days whose coin can be used: all but the last of those that were planned or have been.
Experiment experiment(const std::string& name) {
  std::ifstream file(std::string(LYTES_SOURCE_DIR) + "/tests/reference/data/" + name + ".csv");
  Experiment read;
  std::string line;
  std::getline(file, line);
  std::istringstream words(line.substr(2));
  for (std::string word; words >> word;)
    read.said[word.substr(0, word.find('='))] = std::stod(word.substr(word.find('=') + 1));
  std::getline(file, line);
  std::vector<std::string> coins;
  std::vector<std::string> spasms;
  while (std::getline(file, line) && static_cast<double>(coins.size()) < read.said["planned"]) {
    const std::size_t second = line.rfind(',');
    coins.push_back(line.substr(line.find(',') + 1, second - line.find(',') - 1));
    spasms.push_back(line.substr(second + 1));
  }
  for (std::size_t day = 0; day + 1 < coins.size(); ++day) {
    if (coins[day].empty()) continue;
    const std::string& after = spasms[day + 1];
    read.days.push_back({coins[day] == "1", after.empty() ? std::nullopt : std::optional(std::stoi(after))});
  }
  return read;
}

void check(double ours, const json& theirs, double relative) {
  const double expected = theirs.get<double>();
  INFO("ours " << ours << ", elsewhere " << expected);
  CHECK(std::abs(ours - expected) <= relative * std::abs(expected));
}

std::vector<CoinDay> simulated(std::mt19937& random, double after_target, double after_usual, int days) {
  std::vector<CoinDay> coins;
  for (int day = 0; day < days; ++day) {
    const bool target = random() % 2 == 0;
    coins.push_back({target, std::poisson_distribution<int>(target ? after_target : after_usual)(random)});
  }
  return coins;
}

}  // namespace

TEST_CASE("the experiment's figures are those of R") {
  for (const std::string name : {"P15_coin_doubling210", "P16_coin_no_difference"}) {
    INFO(name);
    auto read = experiment(name);
    const json& theirs = results()[name];
    const auto evidence = coin_evidence(read.days, read.said["rate"]);
    REQUIRE(evidence.size() == theirs["evidence"].size());
    for (std::size_t day = 0; day < evidence.size(); ++day) check(evidence[day], theirs["evidence"][day], 1e-9);
    CHECK(std::abs(coin_exact_p(read.days) - theirs["p_exact"].get<double>()) <= 1e-12);

    const CoinEffect effect = coin_effect(read.days);
    CHECK(effect.target.days == theirs["target"]["days"]);
    CHECK(effect.target.events == theirs["target"]["spasms"]);
    CHECK(effect.usual.days == theirs["usual"]["days"]);
    CHECK(effect.usual.events == theirs["usual"]["spasms"]);
    REQUIRE(effect.ratio);
    check(effect.ratio->value, theirs["ratio"], 1e-9);
    check(effect.ratio->lower, theirs["ci95"][0], 1e-9);
    check(effect.ratio->upper, theirs["ci95"][1], 1e-9);
    check(*effect.fewer_a_week, theirs["fewer_per_week"], 1e-9);

    const CoinUnknown unknown = coin_unknown(read.days);
    CHECK(unknown.after_target == theirs["unknown"]["after_target"][0]);
    CHECK(unknown.known_after_usual == theirs["unknown"]["after_usual"][1]);
    CHECK(std::abs(unknown.p - theirs["unknown"]["p"].get<double>()) <= 1e-9);

    const CoinPlan plan = coin_plan({read.said["rate"], read.said["phi"], read.said["short"], read.said["short"], 1,
                                     read.said["obeyed"], read.said["known"]},
                                    2);
    check(plan.expected_ratio, theirs["plan"]["expected_ratio"], 1e-9);
    check(plan.coins, theirs["plan"]["coins"], 1e-9);
    CHECK(plan.days == theirs["plan"]["days"]);
  }
}

TEST_CASE("the days a plan takes are those of R, to the day") {
  for (const json& theirs : results()["plans"]) {
    INFO(theirs.dump());
    const double share = theirs["short"];
    const CoinPlan plan = coin_plan({theirs["weekly"].get<double>() / 7, 1.1, share, share}, theirs["ratio"]);
    CHECK(plan.days == theirs["days"]);
    check(plan.coins, theirs["coins"], 1e-9);
  }
  const CoinPlan waiting = coin_plan({6.0 / 7, 1.3, 0.5, 0.7, 5.0 / 7}, 2);
  CHECK(waiting.days == results()["waiting"]["days"]);
  check(waiting.expected_ratio, results()["waiting"]["expected_ratio"], 1e-9);
}

TEST_CASE("an experiment as long as planned finds what it was planned for in four cases of five") {
  const CoinHabits habits{8.0 / 7, 1.1, 0.7, 0.7};
  CHECK(coin_power(habits, 2, coin_plan(habits, 2).days) == Approx(0.8).margin(0.02));
  CHECK(coin_power(habits, 2, 98) < 0.6);
  CHECK(coin_power(habits, 3, 365) > 0.99);
  CHECK(coin_power(habits, 2, 1) == 0);
}

TEST_CASE("a plan without spasms, without a day that is short, or with nobody who obeys, never ends") {
  CHECK(std::isinf(coin_plan({0, 1, 0.5, 0.5}, 2).days));
  CHECK(std::isinf(coin_plan({1, 1, 0, 0}, 2).days));
  CHECK(std::isinf(coin_plan({1, 1, 0.5, 0.5, 1, 0}, 2).days));
  CHECK(coin_plan({50, 1, 0.9, 0.9}, 3).days == 28);
  CHECK_THROWS_AS(coin_plan({1, 1, 0.5, 0.5}, 1), std::invalid_argument);
  CHECK_THROWS_AS(coin_plan({1, 1, 1.5, 0.5}, 2), std::invalid_argument);
}

TEST_CASE("an exact p counts all ways in which the coins might have fallen") {
  // Three days, 3 spasms on the one after the target: of the 8 ways those 2 show as much where that coin is alone.
  CHECK(coin_exact_p(std::vector<CoinDay>{{true, 3}, {false, 0}, {false, 0}}) == 0.25);
  CHECK(coin_exact_p(std::vector<CoinDay>{{true, 1}, {false, 1}}) == 1);
  CHECK(coin_exact_p({}) == 1);
  // A day that is not known is not there.
  CHECK(coin_exact_p(std::vector<CoinDay>{{true, 3}, {false, 0}, {true, std::nullopt}, {false, 0}}) == 0.25);
}

TEST_CASE("beyond what can be walked through, p comes from the exact variance") {
  std::mt19937 random(5);
  auto few = simulated(random, 3, 4, 200);
  const double exact = coin_exact_p(few);
  for (CoinDay& day : few) *day.events *= 1000;
  CHECK(std::abs(coin_exact_p(few) - exact) < 1e-12);  // what all have in common is divided out
  *few.front().events += 1;
  CHECK(std::abs(coin_exact_p(few) - exact) < 0.01);
}

TEST_CASE("no ratio before both sides have two days, nor without a spasm") {
  CHECK_FALSE(coin_effect(std::vector<CoinDay>{{true, 1}, {true, 2}, {false, 1}}).ratio);
  CHECK_FALSE(coin_effect(std::vector<CoinDay>{{true, 0}, {true, 0}, {false, 0}, {false, 0}}).ratio);
  const auto effect = coin_effect(std::vector<CoinDay>{{true, 0}, {true, 0}, {false, 1}, {false, 3}});
  REQUIRE(effect.ratio);
  CHECK(effect.ratio->value == 0.5 / 4.5);
}

TEST_CASE("without a difference the evidence hardly ever reaches its end, and with one it often does") {
  std::mt19937 random(1);
  int never_right = 0;
  int found = 0;
  constexpr int experiments = 1000;
  const auto ends = [](const std::vector<CoinDay>& days, double rate) {
    const auto evidence = coin_evidence(days, rate);
    return std::ranges::any_of(evidence, [](double one) { return one >= evidence_that_ends; });
  };
  for (int one = 0; one < experiments; ++one) {
    if (ends(simulated(random, 1, 1, 200), 1)) ++never_right;
    if (ends(simulated(random, 0.6, 1.2, 200), 1)) ++found;
  }
  CHECK(never_right <= 0.02 * experiments);
  CHECK(found >= 0.5 * experiments);
}

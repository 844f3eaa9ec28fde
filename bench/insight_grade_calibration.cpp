// How often the shown estimate is wrong, on diaries whose truth is known.
//
//   insight_grade_calibration [RUNS] [SEED]
//
// Prints, for each kind of diary and length: how many had enough data for a grade; false alarms (p <= .05 at a true
// ratio of 1) among all diaries with an estimate and among those with enough data; how many were graded moderate or
// better; and at a true ratio of 2 coverage and power. From 228 days also how often the lag screen of 3 exposures x
// 8 lags cries wolf anywhere. "Same day" is what lag 0 would cry, which reports never do; "lead" how often the lead
// check speaks up: rightly in the last kind of diary, where people take more on days with a spasm.

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "lytes/insight/grade.hpp"
#include "lytes/stats/lag_screen.hpp"
#include "lytes/stats/robustness.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"
#include "simulated_diary.hpp"

using namespace lytes::insight;
using namespace lytes::stats;

namespace {

struct Kind {
  std::string name;
  simulated::Habits habits;
};

std::vector<Kind> kinds() {
  simulated::Habits plain;
  simulated::Habits persistent = plain;
  persistent.intake_persistence = 0.7;
  persistent.spasm_persistence = 0.7;
  persistent.spasm_spread = 0.7;
  simulated::Habits regimes = plain;
  regimes.regimes = 0.5;
  simulated::Habits drift = plain;
  drift.drift = 0.4;
  simulated::Habits all = persistent;
  all.spasm_spread = 0.5;
  all.regimes = 0.2;
  all.drift = 0.2;
  all.weekly = 0.2;
  all.partial_share = 0.07;
  simulated::Habits reverse = plain;
  reverse.after_a_spasm = 1.0;
  return {{"independent days", plain}, {"persistence", persistent}, {"shared drift", drift},
          {"shared regimes", regimes}, {"all of it, milder", all},  {"more after a spasm", reverse}};
}

struct Tally {
  int runs = 0;
  int estimates = 0;
  int enough = 0;
  int alarms = 0;
  int alarms_with_enough = 0;
  int moderate = 0;
  int covered = 0;
  int screens = 0;
  int screen_alarms = 0;
  int same_day_alarms = 0;
  int lead_flags = 0;
};

double percent(int part, int whole) { return whole == 0 ? 0.0 : 100.0 * part / whole; }

void count_screen(const Outcome& outcome, const simulated::Diary& diary, Tally& tally) {
  const std::vector<Series> exposures(diary.deficient.begin(), diary.deficient.end());
  std::vector<Hypothesis> hypotheses;
  for (std::size_t exposure = 0; exposure < exposures.size(); ++exposure) {
    for (int lag = 0; lag < 8; ++lag) hypotheses.push_back({exposure, lag});
  }
  const LagScreen screen = lag_screen(outcome, exposures, hypotheses);
  if (screen.status != Status::Ok) return;
  ++tally.screens;
  for (const ScreenedLag& lag : screen.lags) {
    if (*lag.p_max_t <= 0.05) {
      ++tally.screen_alarms;
      return;
    }
  }
}

Tally tally_of(const simulated::Habits& habits, std::size_t days, int runs, std::uint64_t seed, bool with_screen) {
  simulated::Generator generator(seed);
  Tally tally;
  for (; tally.runs < runs; ++tally.runs) {
    const simulated::Diary diary = generator.diary(days, habits);
    const Outcome outcome(diary.spasms, diary.first_weekday);
    const Effect effect = shift_calibrated_effect(outcome, diary.deficient[0], 1);
    if (with_screen) count_screen(outcome, diary, tally);
    if (effect.status != Status::Ok) continue;
    ++tally.estimates;
    const bool enough = shortages(effect, days).empty();
    tally.enough += enough ? 1 : 0;
    const bool alarm = effect.p <= 0.05;
    tally.alarms += alarm ? 1 : 0;
    tally.alarms_with_enough += alarm && enough ? 1 : 0;
    tally.covered += effect.lower <= habits.rate_ratio && habits.rate_ratio <= effect.upper ? 1 : 0;
    Grounds grounds;
    grounds.enough_data = enough;
    if (enough) grounds.belief = posterior(effect.log_ratio, effect.error, sceptical_prior_sd);
    grounds.lead_flagged = effect.lead.p <= 0.05;
    tally.lead_flags += grounds.lead_flagged ? 1 : 0;
    grounds.survives_history =
        grounds.lead_flagged && enough && survives_history(outcome, diary.deficient[0], 1, effect.log_ratio);
    tally.same_day_alarms += shift_calibrated_effect(outcome, diary.deficient[0], 0).p <= 0.05 ? 1 : 0;
    tally.moderate += grade(grounds) >= Grade::Moderate ? 1 : 0;
  }
  return tally;
}

void print_row(const Kind& kind, std::size_t days, int runs, std::uint64_t seed) {
  const bool with_screen = days >= 228;
  const Tally null = tally_of(kind.habits, days, runs, seed, with_screen);
  simulated::Habits doubled = kind.habits;
  doubled.rate_ratio = 2.0;
  const Tally effect = tally_of(doubled, days, runs, seed + 1, false);
  std::printf("| %-18s | %4zu | %5.1f | %4.1f | %4.1f | %4.1f | ", kind.name.c_str(), days,
              percent(null.enough, null.runs), percent(null.alarms, null.estimates),
              percent(null.alarms_with_enough, null.enough), percent(null.moderate, null.runs));
  if (with_screen) {
    std::printf("%4.1f", percent(null.screen_alarms, null.screens));
  } else {
    std::printf("   -");
  }
  std::printf(" | %4.1f | %4.1f | %4.1f | %4.1f | %4.1f |\n", percent(null.same_day_alarms, null.estimates),
              percent(null.lead_flags, null.estimates), percent(effect.covered, effect.estimates),
              percent(effect.alarms, effect.runs), percent(effect.moderate, effect.runs));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int runs = argc > 1 ? std::atoi(argv[1]) : 2000;
  const std::uint64_t seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 20230102;
  std::printf("%d diaries a row, seed %llu; per cent\n\n", runs, static_cast<unsigned long long>(seed));
  std::printf("|                   |      | ratio 1 |  |  |  |  |  |  | ratio 2 |  |  |\n");
  std::printf(
      "| diary             | days | enough data | p <= .05 | of enough | moderate + | screen | same day | lead | "
      "covered | p <= .05 | "
      "moderate + |\n");
  std::printf("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (const Kind& kind : kinds()) {
    for (const std::size_t days : {60u, 120u, 365u, 730u}) print_row(kind, days, runs, seed);
  }
  return 0;
}

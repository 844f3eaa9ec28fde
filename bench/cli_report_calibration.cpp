// The whole program on diaries whose truth is known: each is written as a CSV, imported and reported as JSON.
//
//   cli_report_calibration CATALOGUE [nulls|effects|unseen|weekly|promise|all|"one row's name"] [DIARIES] [SEED]
//
// nulls, effects, unseen: a year of each kind. Per cent of diaries: any of the three graded moderate or better, or
// strong; the true exposure, magnesium, moderate or better; water or potassium so; the true ratio and the true extra
// spasms a week inside their intervals; and "before", any moderate or better by the exposure and the calendar alone (a
// posterior probability of .975, no lead check), as this program once graded.
// weekly: what somebody sees at some time who looks every week of a year. promise: how often the grade is there on the
// day for which half a year's report promised it with 80 %.

#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"
#include "lytes/stats/joint_model.hpp"
#include "lytes/stats/posterior.hpp"
#include "simulated_diary.hpp"

namespace {

namespace fs = std::filesystem;
using namespace lytes;
using nlohmann::json;
using simulated::Habits;

/// Monday; the diaries' first weekday is counted from it.
constexpr calendar::Day first_day{std::chrono::year{2020} / 1 / 6};

/// One simulated person's journal.
class Journal {
 public:
  Journal(fs::path folder, std::string catalogue, const simulated::Diary& diary)
      : folder_(std::move(folder)),
        catalogue_(std::move(catalogue)),
        begin_(first_day + std::chrono::days{diary.first_weekday}) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    run({"targets", "set", "water", "2000ml"});
    run({"targets", "set", "magnesium", "350mg"});
    run({"targets", "set", "potassium", "3500mg"});
    write_csv(diary);
    run({"import", "daily", (folder_ / "diary.csv").string()});
  }

  /// As on the diary's `days`-th day.
  json report(std::size_t days) const {
    const auto last = begin_ + std::chrono::days{static_cast<int>(days) - 1};
    return json::parse(run({"report", "--to", calendar::iso(last), "--json"}));
  }

 private:
  std::string run(const std::vector<std::string>& words) const {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const console::Context context{[] { return calendar::Instant(first_day + std::chrono::days{5000}); },
                                   "UTC",
                                   in,
                                   out,
                                   err,
                                   {},
                                   {folder_ / "journal.db", true, catalogue_, folder_},
                                   [](const fs::path&) { return 1; }};
    if (cli::run(words, context) != 0) throw std::runtime_error(err.str());
    return out.str();
  }

  void write_csv(const simulated::Diary& diary) const {
    std::ofstream csv(folder_ / "diary.csv");
    csv << "date,status,fluid_ml,mg_mg,k_mg,stress,heat,spasms\n";
    const auto figure = [](const simulated::SeriesData& series, std::size_t day) {
      return series.known[day] ? std::to_string(static_cast<int>(series.values[day])) : std::string();
    };
    for (std::size_t day = 0; day < diary.spasms.values.size(); ++day) {
      csv << calendar::iso(begin_ + std::chrono::days{static_cast<int>(day)});
      if (!diary.spasms.known[day]) {
        csv << ",none,,,,,,\n";
        continue;
      }
      csv << (diary.deficient[0].known[day] ? ",complete" : ",partial");
      for (const auto& intake : diary.intake) csv << ',' << intake[day];
      csv << ',' << figure(diary.stress, day) << ',' << figure(diary.heat, day) << ',' << figure(diary.spasms, day)
          << '\n';
    }
  }

  fs::path folder_;
  std::string catalogue_;
  calendar::Day begin_;
};

bool at_least_moderate(const json& association) {
  return association["grade"] == "moderate" || association["grade"] == "strong";
}

/// Of the exposure beside the calendar alone.
bool moderate_before(const json& association) {
  const json& model = association["alone"]["model"];
  if (model.is_null() || association["grade"] == "insufficient") return false;
  const auto belief = stats::posterior(model["log_rate_ratio"], model["standard_error"], stats::sceptical_prior_sd);
  const double up = belief.probability_above_1;
  return std::max(up, 1.0 - up) >= 0.975 && !(belief.lower > 0.8 && belief.upper < 1.25);
}

/// Whether an interval, [lower, upper], holds the truth; nothing where there is none.
struct Coverage {
  int intervals = 0;
  int hold = 0;

  void count(const json& lower, const json& upper, double truth) {
    if (lower.is_null()) return;
    ++intervals;
    hold += lower <= truth && truth <= upper ? 1 : 0;
  }
  std::string percent() const {
    char text[16] = "-";
    if (intervals > 0) std::snprintf(text, sizeof text, "%.1f", 100.0 * hold / intervals);
    return text;
  }
};

struct Tally {
  int insufficient = 0;
  int any_moderate = 0;
  int any_strong = 0;
  int magnesium = 0;
  int others = 0;
  int before = 0;
  int others_before = 0;
  int lead = 0;
  Coverage ratio;
  Coverage extra;
};

void count(const json& report, const Habits& habits, double extra_per_week, Tally& tally) {
  bool any = false, strong = false, others = false, before = false, others_before = false, lead = false;
  for (const json& association : report["associations"]) {
    const bool moderate = at_least_moderate(association);
    const bool earlier = moderate_before(association);
    any = any || moderate;
    before = before || earlier;
    strong = strong || association["grade"] == "strong";
    lead = lead || association["lead"]["flagged"] == true;
    if (association["exposure"] != "magnesium") {
      others = others || moderate;
      others_before = others_before || earlier;
      continue;
    }
    tally.magnesium += moderate ? 1 : 0;
    tally.insufficient += association["grade"] == "insufficient" ? 1 : 0;
    const bool by_week = habits.ratio_of_week != 1.0;
    const json& estimate = by_week ? association["week"] : association;
    if (estimate.is_null() || estimate["ci95"].is_null()) continue;
    tally.ratio.count(estimate["ci95"][0], estimate["ci95"][1], by_week ? habits.ratio_of_week : habits.ratio);
    tally.extra.count(estimate["extra_per_week"][1], estimate["extra_per_week"][2], extra_per_week);
  }
  tally.any_moderate += any ? 1 : 0;
  tally.any_strong += strong ? 1 : 0;
  tally.others += others ? 1 : 0;
  tally.before += before ? 1 : 0;
  tally.others_before += others_before ? 1 : 0;
  tally.lead += lead ? 1 : 0;
}

struct Kind {
  std::string name;
  Habits habits;
};

std::vector<Kind> nulls() {
  return {{"benign", {}},
          {"season", {.season = 0.5}},
          {"weekend", {.weekend = 0.5}},
          {"flare-ups", {.flare_ups = 4.0}},
          {"less eaten on days with a spasm", {.flare_ups = 4.0, .less_on_bad_days = 1.0}},
          {"stress behind both, logged", {.stress = 0.45, .stress_logged = 1.0}},
          {"days copied from the one before", {.copied_share = 0.3}},
          {"steps and drift", {.steps = 0.4, .drift = 0.6}},
          {"stress logged on 7 of 10 days", {.stress = 0.45, .stress_logged = 0.7}},
          {"heat waves, logged", {.heat_waves = 0.7, .heat_logged = true}}};
}

std::vector<Kind> effects() {
  return {{"a doubling", {.ratio = 2.0}},
          {"a doubling, flare-ups", {.ratio = 2.0, .flare_ups = 4.0}},
          {"a doubling, stress on 7 of 10 days", {.ratio = 2.0, .stress = 0.45, .stress_logged = 0.7}},
          {"a doubling, intake nearly the same", {.ratio = 2.0, .common_share = 0.7}},
          {"fourfold over a week", {.ratio_of_week = 4.0, .persistence = 0.7}},
          {"a spasm on 60 or 80 % of days", {.spasms_a_day = 0.6, .at_most_one = true, .ratio = 4.0 / 3.0}}};
}

std::vector<Kind> unseen() {
  return {{"stress behind both, not logged", {.stress = 0.45}},
          {"heat waves, not logged", {.heat_waves = 0.7}},
          {"taken because a spasm announces itself", {.announced = 1.0}}};
}

struct Run {
  fs::path folder;
  std::string catalogue;
  std::uint64_t seed;

  Journal journal(const simulated::Diary& diary) const { return {folder, catalogue, diary}; }
};

constexpr std::size_t year = 365;

void print_years(const Run& run, const std::vector<Kind>& kinds, int diaries) {
  std::printf(
      "\n| %d diaries of a year each | too little data | any moderate + | any strong | magnesium | water or potassium "
      "| "
      "ratio covered | extra covered | lead | before: any | before: water or potassium |\n",
      diaries);
  std::printf("|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (const Kind& kind : kinds) {
    simulated::Generator generator(run.seed);
    Tally tally;
    for (int done = 0; done < diaries; ++done) {
      const simulated::Diary diary = generator.diary(year, kind.habits);
      count(run.journal(diary).report(year), kind.habits, diary.extra_per_week, tally);
    }
    const auto percent = [&](int part) { return 100.0 * part / diaries; };
    std::printf("| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %s | %.1f | %.1f | %.1f |\n", kind.name.c_str(),
                percent(tally.insufficient), percent(tally.any_moderate), percent(tally.any_strong),
                percent(tally.magnesium), percent(tally.others), tally.ratio.percent().c_str(),
                tally.extra.percent().c_str(), percent(tally.lead), percent(tally.before),
                percent(tally.others_before));
    std::fflush(stdout);
  }
}

void print_weekly(const Run& run, int diaries) {
  std::printf("\n| no difference, looked at weekly for a year (%d) | ever hint + | ever moderate + | ever strong |\n",
              diaries);
  std::printf("|---|---|---|---|\n");
  const std::vector<Kind> kinds = {{"benign", {}},
                                   {"flare-ups", {.flare_ups = 4.0}},
                                   {"a spasm on 70 % of days", {.spasms_a_day = 0.7, .at_most_one = true}}};
  for (const Kind& kind : kinds) {
    simulated::Generator generator(run.seed);
    int hint = 0, moderate = 0, strong = 0;
    for (int done = 0; done < diaries; ++done) {
      const Journal journal = run.journal(generator.diary(year, kind.habits));
      int highest = 0;
      for (std::size_t days = 84; days <= year; days += 7) {
        const json report = journal.report(days);
        for (const json& association : report["associations"]) {
          const std::string grade = association["grade"];
          highest = std::max(highest, grade == "strong" ? 3 : grade == "moderate" ? 2 : grade == "hint" ? 1 : 0);
        }
      }
      hint += highest >= 1 ? 1 : 0;
      moderate += highest >= 2 ? 1 : 0;
      strong += highest >= 3 ? 1 : 0;
    }
    const auto percent = [&](int part) { return 100.0 * part / diaries; };
    std::printf("| %s | %.1f | %.1f | %.1f |\n", kind.name.c_str(), percent(hint), percent(moderate), percent(strong));
    std::fflush(stdout);
  }
}

void print_promise(const Run& run, int diaries) {
  constexpr std::size_t half_a_year = 182;
  constexpr std::size_t longest = 1500;
  std::printf("\n| a doubling (%d) | promised | median days | kept |\n|---|---|---|---|\n", diaries);
  for (const Kind& kind :
       std::vector<Kind>{{"benign", {.ratio = 2.0}}, {"flare-ups", {.ratio = 2.0, .flare_ups = 4.0}}}) {
    simulated::Generator generator(run.seed);
    std::vector<double> promised;
    int kept = 0;
    for (int done = 0; done < diaries; ++done) {
      const Journal journal = run.journal(generator.diary(longest, kind.habits));
      const json early = journal.report(half_a_year)["associations"][simulated::magnesium];
      const json& days = early["days_needed"];
      if (days.is_null() || days["2"].is_null() || days["2"] > longest) continue;
      promised.push_back(days["2"]);
      const auto day = static_cast<std::size_t>(std::ceil(promised.back()));
      kept += at_least_moderate(journal.report(day)["associations"][simulated::magnesium]) ? 1 : 0;
    }
    if (promised.empty()) continue;
    std::nth_element(promised.begin(), promised.begin() + static_cast<std::ptrdiff_t>(promised.size() / 2),
                     promised.end());
    std::printf("| %s | %zu | %.0f | %.1f |\n", kind.name.c_str(), promised.size(), promised[promised.size() / 2],
                100.0 * kept / static_cast<double>(promised.size()));
    std::fflush(stdout);
  }
}

}  // namespace

int main(int count_of_words, char** words) {
  if (count_of_words < 2) {
    std::fputs("cli_report_calibration CATALOGUE [nulls|effects|unseen|weekly|promise|all|NAME] [DIARIES] [SEED]\n",
               stderr);
    return 2;
  }
  const std::string what = count_of_words > 2 ? words[2] : "all";
  const auto wanted = [&](const char* part) { return what == part || what == "all"; };
  const auto diaries = [&](int otherwise) { return count_of_words > 3 ? std::atoi(words[3]) : otherwise; };
  const Run run{fs::temp_directory_path() / ("lytes-calibration-" + std::to_string(getpid())), words[1],
                count_of_words > 4 ? std::strtoull(words[4], nullptr, 10) : 1};
  const auto years = [&](const char* part, std::vector<Kind> kinds, int otherwise) {
    if (!wanted(part)) std::erase_if(kinds, [&](const Kind& kind) { return kind.name != what; });
    if (!kinds.empty()) print_years(run, kinds, diaries(otherwise));
  };
  years("nulls", nulls(), 300);
  years("effects", effects(), 200);
  years("unseen", unseen(), 200);
  if (wanted("weekly")) print_weekly(run, diaries(120));
  if (wanted("promise")) print_promise(run, diaries(200));
  fs::remove_all(run.folder);
  return 0;
}

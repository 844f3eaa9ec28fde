// The whole program on diaries whose truth is known: each is written as a CSV, imported and reported as JSON.
//
//   cli_report_calibration CATALOGUE [RUNS] [DAYS] [SEED]
//
// Prints, for each kind of diary, per cent of diaries: magnesium judged at all, p <= .05, graded hint, moderate and
// strong or better; any of the three graded moderate or better; lead check flagged.

#include <unistd.h>

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
#include "lytes/cli/context.hpp"
#include "lytes/cli/run.hpp"
#include "simulated_diary.hpp"

namespace {

namespace fs = std::filesystem;
using namespace lytes;

/// Monday; the diaries' first weekday is counted from it.
constexpr calendar::Day first_day{std::chrono::year{2020} / 1 / 6};

std::string run(const fs::path& folder, const std::string& catalogue, const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  const cli::Context context{[] { return calendar::Instant(first_day + std::chrono::days{5000}); },
                             "UTC",
                             in,
                             out,
                             err,
                             {},
                             {folder / "journal.db", true, catalogue, folder},
                             [](const fs::path&) { return 1; }};
  if (cli::run(words, context) != 0) throw std::runtime_error(err.str());
  return out.str();
}

/// The first of the diary's streams, the one that spasms may follow, is magnesium.
void write_csv(const fs::path& file, const simulated::Diary& diary) {
  std::ofstream csv(file);
  csv << "date,status,mg_mg,fluid_ml,k_mg,spasms\n";
  for (std::size_t day = 0; day < diary.spasms.values.size(); ++day) {
    csv << calendar::iso(first_day + std::chrono::days{diary.first_weekday + static_cast<int>(day)});
    if (!diary.spasms.known[day]) {
      csv << ",none,,,,\n";
      continue;
    }
    const auto figure = [&](std::size_t stream, int enough) {
      return diary.deficient[stream].values[day] > 0.0 ? enough / 2 : enough;
    };
    csv << (diary.deficient[0].known[day] ? ",complete," : ",partial,") << figure(0, 350) << ',' << figure(1, 2000)
        << ',' << figure(2, 3500) << ',' << static_cast<int>(diary.spasms.values[day]) << '\n';
  }
}

nlohmann::json report_on(const simulated::Diary& diary, const fs::path& folder, const std::string& catalogue) {
  fs::remove_all(folder);
  fs::create_directories(folder);
  run(folder, catalogue, {"targets", "set", "water", "2000ml"});
  run(folder, catalogue, {"targets", "set", "magnesium", "350mg"});
  run(folder, catalogue, {"targets", "set", "potassium", "3500mg"});
  write_csv(folder / "diary.csv", diary);
  run(folder, catalogue, {"import", "daily", (folder / "diary.csv").string()});
  return nlohmann::json::parse(run(folder, catalogue, {"report", "--json"}));
}

struct Tally {
  int judged = 0;
  int alarms = 0;
  int hint = 0;
  int moderate = 0;
  int strong = 0;
  int any_moderate = 0;
  int lead = 0;
};

void count(const nlohmann::json& report, Tally& tally) {
  bool any = false;
  for (const auto& association : report["associations"]) {
    const std::string grade = association["grade"];
    const bool strong = grade == "strong";
    const bool moderate = strong || grade == "moderate";
    any = any || moderate;
    if (association["exposure"] != "magnesium") continue;
    tally.judged += grade == "insufficient" ? 0 : 1;
    tally.alarms += !association["p"].is_null() && association["p"] <= 0.05 ? 1 : 0;
    tally.hint += moderate || grade == "hint" ? 1 : 0;
    tally.moderate += moderate ? 1 : 0;
    tally.strong += strong ? 1 : 0;
    tally.lead += association["lead_check"]["flag"] ? 1 : 0;
  }
  tally.any_moderate += any ? 1 : 0;
}

struct Kind {
  const char* name;
  simulated::Habits habits;
};

std::vector<Kind> kinds() {
  simulated::Habits persistent;
  persistent.intake_persistence = 0.7;
  persistent.spasm_persistence = 0.7;
  persistent.spasm_spread = 0.7;
  simulated::Habits doubled;
  doubled.rate_ratio = 2.0;
  simulated::Habits reverse;
  reverse.after_a_spasm = 1.0;
  return {{"no difference", {}},
          {"no difference, persistent", persistent},
          {"a doubling", doubled},
          {"more after a spasm", reverse}};
}

}  // namespace

int main(int count_of_words, char** words) {
  if (count_of_words < 2) {
    std::fputs("cli_report_calibration CATALOGUE [RUNS] [DAYS] [SEED]\n", stderr);
    return 2;
  }
  const auto number = [&](int place, int otherwise) {
    return count_of_words > place ? std::atoi(words[place]) : otherwise;
  };
  const int runs = number(2, 100);
  const auto days = static_cast<std::size_t>(number(3, 365));
  const fs::path folder = fs::temp_directory_path() / ("lytes-calibration-" + std::to_string(getpid()));
  std::printf("%d diaries of %zu days a row; per cent\n\n", runs, days);
  std::printf("| diary | judged | p <= .05 | hint + | moderate + | strong | any moderate + | lead |\n");
  std::printf("|---|---|---|---|---|---|---|---|\n");
  for (const Kind& kind : kinds()) {
    simulated::Generator generator(static_cast<std::uint64_t>(number(4, 1)));
    Tally tally;
    for (int done = 0; done < runs; ++done) {
      count(report_on(generator.diary(days, kind.habits), folder, words[1]), tally);
    }
    const auto percent = [&](int part) { return 100.0 * part / runs; };
    std::printf("| %s | %.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |\n", kind.name, percent(tally.judged),
                percent(tally.alarms), percent(tally.hint), percent(tally.moderate), percent(tally.strong),
                percent(tally.any_moderate), percent(tally.lead));
    std::fflush(stdout);
  }
  fs::remove_all(folder);
  return 0;
}

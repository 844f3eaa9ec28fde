// Simulated people who make an experiment with a coin through the program's own commands: half a year of diary, a plan,
// a coin a day, 15 % of them not done as said and 10 % of days left open, to the end. How often is it confirmed?
//
//   cli_trial_calibration CATALOGUE [TRIALS_A_SETTING [FIRST_SEED [SETTING]]]
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/console/context.hpp"

namespace {

using namespace lytes;
using nlohmann::json;
namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;

constexpr calendar::Day first_day{std::chrono::year{2025} / 1 / 6};
constexpr int days_before = 180;

struct Setting {
  const char* name;
  double spasms_a_week;
  double short_share;
  double ratio;  ///< in truth, of days short against days with enough
};

constexpr std::array settings = {
    Setting{"a doubling, 8 a week, short on 90 % of days", 8, 0.9, 2},
    Setting{"a doubling, 8 a week, short on 70 % of days", 8, 0.7, 2},
    Setting{"no difference, 8 a week, short on 90 % of days", 8, 0.9, 1},
};

constexpr double obeyed = 0.85;
constexpr double closed = 0.9;

class Person {
 public:
  Person(fs::path folder, std::string catalogue, const Setting& setting, unsigned seed)
      : folder_(std::move(folder)), catalogue_(std::move(catalogue)), setting_(setting), random_(seed) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;
  ~Person() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  /// The end of one experiment; null where none was offered.
  json experiment() {
    at(0, 9);
    run({"profile", "set", "sex=female", "birth_year=1985", "health=none"});
    at(days_before, 9);
    live_before();
    const int planned =
        json::parse(run({"trial", "start", "magnesium", "--json"}, true)).value("/trial/planned_days"_json_pointer, 0);
    if (planned == 0) return nullptr;
    for (int day = 0; day < planned && !over_; ++day) live(days_before + day);
    at(days_before + planned, 9);
    return json::parse(run({"trial", "show", "--json"})).at("trial");
  }

 private:
  void live_before() {
    std::ofstream csv(folder_ / "before.csv");
    csv << "date,status,mg_mg,spasms\n";
    for (int day = 0; day < days_before; ++day) {
      const int spasms = spasms_today();
      was_short_ = chance(setting_.short_share);
      csv << calendar::iso(first_day + days{day});
      csv << (chance(closed) ? ",complete," : ",partial,") << (was_short_ ? 200 : 400) << ',' << spasms << '\n';
    }
    csv.close();
    run({"import", "daily", (folder_ / "before.csv").string()});
  }

  void live(int day) {
    const int spasms = spasms_today();
    was_short_ = chance(setting_.short_share);
    if (was_short_) {
      at(day, 15);
      const json answer = json::parse(run({"trial", "today", "--json"})).at("trial");
      if (answer["answer"] == "over") over_ = true;
      if (answer["coin"] == "target" && chance(obeyed)) was_short_ = false;
    }
    at(day, 22);
    std::string lines = was_short_ ? "take 200mg magnesium\n" : "take 350mg magnesium\n";
    for (int spasm = 0; spasm < spasms; ++spasm)
      lines += "calf spasm 4/10 2m at " + std::to_string(6 + spasm) + ":30\n";
    run({"read", "-"}, false, lines);
    if (chance(closed)) run({"day", "done"});
  }

  int spasms_today() {
    const double short_rate =
        setting_.spasms_a_week / 7 * setting_.ratio / (1 + setting_.short_share * (setting_.ratio - 1));
    return std::poisson_distribution<int>(was_short_ ? short_rate : short_rate / setting_.ratio)(random_);
  }

  bool chance(double share) { return std::uniform_real_distribution<double>()(random_) < share; }
  void at(int day, int hour) { now_ = calendar::Instant(first_day + days{day}) + hours{hour}; }

  std::string run(const std::vector<std::string>& words, bool may_fail = false, const std::string& typed = {}) {
    std::istringstream in(typed);
    std::ostringstream out;
    std::ostringstream err;
    console::Context context{
        [this] { return now_; },          "UTC", in, out, err, {}, {folder_ / "journal.db", true, catalogue_, folder_},
        [](const fs::path&) { return 1; }};
    context.random_seed = [this] { return seed(); };
    if (cli::run(words, context) != 0 && !may_fail)
      throw std::runtime_error(words.front() + ": " + err.str() + out.str());
    return out.str();
  }

  std::string seed() {
    std::string text;
    for (int place = 0; place < 32; ++place) text += "0123456789abcdef"[random_() % 16];
    return text;
  }

  fs::path folder_;
  std::string catalogue_;
  Setting setting_;
  std::mt19937_64 random_;
  calendar::Instant now_{};
  bool was_short_ = false;
  bool over_ = false;
};

void measure(const std::string& catalogue, const Setting& setting, int trials, unsigned first_seed) {
  std::map<std::string, int> states;
  int offered = 0;
  int early = 0;
  double planned = 0;
  for (int trial = 0; trial < trials; ++trial) {
    const unsigned seed = first_seed + static_cast<unsigned>(trial);
    const auto folder = fs::temp_directory_path() / ("lytes-trial-calibration-" + std::to_string(seed));
    const json end = Person(folder, catalogue, setting, seed).experiment();
    if (end.is_null()) continue;
    ++offered;
    ++states[end["state"]];
    planned += end["planned_days"].get<double>();
    if (end["state"] == "confirmed" && end["e_values"].back() >= 100) ++early;
  }
  std::printf("%s: %d of %d offered, planned %.0f days in the mean; confirmed %.1f %% (%d early)", setting.name,
              offered, trials, planned / offered, 100.0 * states["confirmed"] / offered, early);
  for (const auto& [state, count] : states) std::printf(", %s %d", state.c_str(), count);
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::cerr << "usage: cli_trial_calibration CATALOGUE [TRIALS_A_SETTING [FIRST_SEED [SETTING]]]\n";
    return 2;
  }
  const int trials = count > 2 ? std::atoi(words[2]) : 100;
  const unsigned first_seed = count > 3 ? static_cast<unsigned>(std::atoi(words[3])) : 1;
  const int only = count > 4 ? std::atoi(words[4]) : 0;
  for (std::size_t place = 0; place < settings.size(); ++place) {
    if (only == 0 || only == static_cast<int>(place) + 1) measure(words[1], settings[place], trials, first_seed);
  }
  return 0;
}

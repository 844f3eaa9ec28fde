#include "lytes/exchange/made_up_diary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>
#include <string>

#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"

namespace lytes::exchange {

namespace {

using journal::EntryKind;
using quantity::Nutrient;

/// Chance that comes out the same on every machine, which the standard library's distributions do not promise.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : bits_(seed) {}

  double unit() { return static_cast<double>(bits_() >> 11U) * 0x1p-53; }
  bool chance(double p) { return unit() < p; }
  int below(int n) { return static_cast<int>(unit() * n); }
  double between(double low, double high) { return low + (high - low) * unit(); }

 private:
  std::mt19937_64 bits_;
};

struct Meal {
  int hour;
  EntryKind kind;
  std::array<const char*, 6> rich;  ///< with good sources of magnesium and potassium
  std::array<const char*, 6> poor;
};

constexpr std::array<Meal, 4> meals = {{
    {8,
     EntryKind::Food,
     {"1 bowl of oatmeal, 1 medium banana", "2 slices whole wheat bread, 2 tbsp peanut butter",
      "1 cup plain yogurt, 30g almonds, 1 apple", "1 bowl of oatmeal, 2 tbsp pumpkin seeds",
      "2 eggs, 2 slices whole wheat bread, 1 orange", "1 cup plain yogurt, 1 banana, 20g walnuts"},
     {"1 croissant", "2 slices white bread, 1 tbsp jam", "1 cup corn flakes, 0.5 cup milk",
      "1 bagel, 2 tbsp cream cheese", "1 doughnut", "2 slices white bread, 10g butter"}},
    {13,
     EntryKind::Food,
     {"1 cup lentil soup, 1 slice whole wheat bread", "1 cup black beans, 1 cup brown rice",
      "150g chicken breast, 1 cup spinach, 1 baked potato", "1 can of tuna, 2 cups lettuce, 1 tomato",
      "1 cup chickpeas, 1 cup cooked quinoa, 1 carrot", "1 cup tofu, 1 cup brown rice, 1 cup broccoli"},
     {"1 slice pizza", "1 hamburger", "1 cup white rice, 100g chicken breast", "2 slices white bread, 2 slices ham",
      "1 cup macaroni and cheese", "1 hot dog"}},
    {19,
     EntryKind::Food,
     {"150g salmon, 1 baked potato, 1 cup broccoli", "1 cup kidney beans, 1 cup brown rice, half an avocado",
      "150g chicken breast, 1 sweet potato, 1 cup spinach", "150g cod, 2 boiled potatoes, 1 cup peas",
      "2 cups pasta, 1 cup tomato sauce, 1 cup spinach", "1 cup lentils, 1 cup brown rice"},
     {"2 cups pasta, 2 tbsp parmesan", "1 cup white rice, 1 fried egg", "2 slices pizza", "1 sausage, 1 cup white rice",
      "1 cup noodles", "2 slices white bread, 30g cheddar"}},
    {16,
     EntryKind::Food,
     {"1 medium banana", "30g almonds", "1 apple", "2 squares dark chocolate", "1 orange", "30g cashews"},
     {"2 cookies", "1 doughnut", "1 cupcake", "20g potato chips", "1 brownie", "1 muffin"}},
}};

/// Magnesium in mg a day.
constexpr double target = 320;

/// These days are all closed, so that the page has more to advise than closing them.
constexpr int lately = 14;

using ReachTarget = std::function<bool(calendar::Day)>;

class Diarist {
 public:
  Diarist(language::Speaker& speaker, int days, const MadeUpPerson& person, ReachTarget reach_target)
      : speaker_(speaker),
        reckoning_(speaker.reckoning()),
        today_(calendar::today(reckoning_)),
        days_(days),
        person_(person),
        reach_target_(std::move(reach_target)),
        dice_(person.seed) {}

  MadeUpDiary write() {
    double strain = 0;
    bool short_yesterday = false;
    for (int i = days_ - 1; i >= 0; --i) {
      day_ = today_ - std::chrono::days(i);
      strain = 0.8 * strain + dice_.between(-1, 1);
      const bool frugal = dice_.chance(person_.frugal_share + (strain > 0.5 ? 0.2 : 0));
      magnesium_ = 0;
      eat(frugal);
      drink(dice_.chance(0.4));
      feel(strain);
      spasms((short_yesterday ? person_.after_short : person_.after_enough) * std::exp(0.15 * strain));
      const bool closed = dice_.chance(0.88);
      if (i > 0 && (closed || i < lately)) close();
      short_yesterday = magnesium_ < target;
    }
    return std::move(diary_);
  }

 private:
  void eat(bool frugal) {
    bool reaches = false;
    for (const auto& meal : meals) {
      if (meal.hour == 19 && reach_target_ && magnesium_ < target)
        reaches = reach_target_(day_) && dice_.chance(6.0 / 7);
      if (meal.hour == 16 && dice_.chance(0.4)) continue;
      const bool poor = dice_.chance(frugal ? 0.8 : 0.2);
      log(meal.kind,
          poor ? meal.poor[static_cast<std::size_t>(dice_.below(6))]
               : meal.rich[static_cast<std::size_t>(dice_.below(6))],
          meal.hour);
    }
    for (int hour = 20; reaches && magnesium_ < target; ++hour) log(EntryKind::Food, "40g pumpkin seeds", hour);
  }

  void drink(bool frugal) {
    log(EntryKind::Drink, dice_.chance(0.7) ? "1 mug coffee" : "1 mug tea", 8);
    const int glasses = frugal ? 4 + dice_.below(3) : 7 + dice_.below(4);
    for (int i = 0; i < glasses; ++i) log(EntryKind::Drink, "1 glass water", 9 + i * 12 / glasses);
    if (dice_.chance(0.15)) log(EntryKind::Drink, "1 glass red wine", 20);
    if (dice_.chance(0.2)) log(EntryKind::Supplement, "100mg magnesium as citrate", 21);
  }

  void feel(double strain) {
    add(EntryKind::Stress, journal::Stress{std::clamp(std::round(5 + 1.8 * strain), 0.0, 10.0)}, 21);
    add(EntryKind::Factor, journal::Factor{"sleep", std::round(dice_.between(5.5, 8.2) * 2) / 2, "h"}, 8);
    if (dice_.chance(0.6))
      add(EntryKind::Factor, journal::Factor{"sitting", std::round(dice_.between(4, 11)), "h"}, 20);
    if (dice_.chance(0.4))
      add(EntryKind::Factor, journal::Factor{"exertion", std::round(dice_.between(1, 8)), std::nullopt}, 18);
  }

  void spasms(double rate) {
    constexpr std::array<const char*, 5> sites = {"upper back", "between shoulder blades", "neck", "lower back",
                                                  "left calf"};
    for (double left = rate; dice_.chance(left); left *= 0.5) {
      journal::Spasm spasm{sites[static_cast<std::size_t>(dice_.below(dice_.chance(0.6) ? 2 : 5))],
                           3 + dice_.below(6),
                           std::round(dice_.between(1, 15)),
                           {}};
      add(EntryKind::Spasm, std::move(spasm), dice_.chance(0.6) ? 22 + dice_.below(5) : 8 + dice_.below(12));
    }
  }

  void close() {
    for (const auto stream : {journal::Stream::Intake, journal::Stream::Spasms})
      diary_.said.push_back({day_, stream, journal::DayStatus::Complete});
  }

  /// An hour of the logical day, 26 being two at night, at some minute.
  std::optional<calendar::Moment> moment(int hour) {
    const auto local = std::chrono::local_days(day_.time_since_epoch()) + std::chrono::hours(hour) +
                       std::chrono::minutes(dice_.below(60));
    const auto when = calendar::moment_after_gap(local, reckoning_);
    if (when.at > reckoning_.now || when.day != day_) return std::nullopt;
    return when;
  }

  void add(EntryKind kind, journal::What what, int hour) {
    const auto when = moment(hour);
    if (!when) return;
    journal::Entry entry;
    entry.kind = kind;
    entry.when = *when;
    entry.what = std::move(what);
    diary_.lines.push_back({std::move(entry)});
  }

  void log(EntryKind kind, const char* phrase, int hour) {
    const auto when = moment(hour);
    std::vector<journal::Entry> line;
    for (const auto& serving : read(kind, phrase).servings) {
      magnesium_ += serving.nutrients[Nutrient::Magnesium].value_or(0);
      if (!when) continue;
      journal::Entry entry;
      entry.kind = kind;
      entry.when = *when;
      entry.what = language::intake_from(serving);
      line.push_back(std::move(entry));
    }
    if (!line.empty()) diary_.lines.push_back(std::move(line));
  }

  const language::ReadLine& read(EntryKind kind, const std::string& phrase) {
    const auto [at, is_new] = phrases_.try_emplace(phrase);
    if (is_new) {
      at->second = language::read_intake_line(speaker_, phrase, language::food_kind(kind));
    }
    return at->second;
  }

  language::Speaker& speaker_;
  const calendar::Reckoning& reckoning_;
  calendar::Day today_;
  int days_;
  MadeUpPerson person_;
  ReachTarget reach_target_;
  Dice dice_;
  calendar::Day day_{};
  double magnesium_ = 0;
  std::map<std::string, language::ReadLine> phrases_;
  MadeUpDiary diary_;
};

}  // namespace

MadeUpDiary made_up_diary(language::Speaker& speaker, int days, const MadeUpPerson& person,
                          const ReachTarget& reach_target) {
  return Diarist(speaker, days, person, reach_target).write();
}

}  // namespace lytes::exchange

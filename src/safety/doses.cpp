#include "lytes/safety/doses.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lytes/safety/aims.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {

namespace {

using journal::EntryKind;
using journal::IntakeRow;
using quantity::Nutrient;
using std::chrono::hours;

/// What is summed: a nutrient of some kinds of intake.
struct Substance {
  Nutrient nutrient;
  bool supplements;
  bool drinks;
  bool foods;

  double amount(const IntakeRow& row) const {
    const bool counts = (supplements && row.kind == EntryKind::Supplement) ||
                        (drinks && row.kind == EntryKind::Drink) || (foods && row.kind == EntryKind::Food);
    return counts ? row.nutrients[nutrient].value_or(0) : 0;
  }
};

constexpr Substance magnesium{Nutrient::Magnesium, true, false, false};
constexpr Substance potassium{Nutrient::Potassium, true, false, false};
constexpr Substance fluid{Nutrient::Water, false, true, false};
constexpr Substance caffeine{Nutrient::Caffeine, true, true, true};
constexpr Substance sodium{Nutrient::Sodium, true, true, true};

/// A grain of salt is 39.34 % sodium by weight (NaCl, 22.990 of 58.44).
constexpr double sodium_of_salt = 0.3934;

/// Intake, and whether it was had little by little.
struct Had : IntakeRow {
  bool over_the_day = false;
};

/// What was had around a line, by time, with the line among it.
class Around {
 public:
  Around(std::span<const journal::Entry> line, std::span<const IntakeRow> stored) {
    for (const auto& row : stored) {
      if (row.kind != EntryKind::Total) rows_.push_back({row, false});
    }
    for (const auto& entry : line) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      if (!intake || entry.kind == EntryKind::Total) continue;
      rows_.push_back({{entry.when, entry.kind, intake->nutrients}, says_whole_day(entry.note)});
      line_.push_back(rows_.back());
    }
    std::ranges::stable_sort(rows_, {}, [](const IntakeRow& row) { return row.when.at; });
  }

  /// All of it as if it was one line.
  explicit Around(std::span<const IntakeRow> rows) {
    for (const auto& row : rows) {
      if (row.kind != EntryKind::Total) rows_.push_back({row, false});
    }
    std::ranges::stable_sort(rows_, {}, [](const IntakeRow& row) { return row.when.at; });
    line_ = rows_;
  }

  /// The largest sum within so many hours that a part of the line belongs to; 0 where none of it counts.
  double within(const Substance& substance, hours window) const {
    return largest_sum(window, [&](const Had& had) { return substance.amount(had); });
  }

  /// The same without what was had little by little.
  double within_at_once(const Substance& substance, hours window) const {
    return largest_sum(window, [&](const Had& had) { return had.over_the_day ? 0.0 : substance.amount(had); });
  }

  double at_once(const Substance& substance) const {
    double sum = 0;
    for (const auto& said : line_) sum += substance.amount(said);
    return sum;
  }

 private:
  template <typename Amount>
  double largest_sum(hours window, const Amount& amount) const {
    std::vector<calendar::Instant> said;  // by the line
    for (const auto& row : line_) {
      if (amount(row) > 0) said.push_back(row.when.at);
    }
    std::ranges::sort(said);
    // Forward once, for a day of notes may have thousands of rows.
    double largest = 0;
    double sum = 0;
    std::size_t end = 0;
    std::size_t next_said = 0;
    for (std::size_t first = 0; first < rows_.size(); ++first) {
      const auto from = rows_[first].when.at;
      for (; end < rows_.size() && rows_[end].when.at - from < window; ++end) sum += amount(rows_[end]);
      while (next_said < said.size() && said[next_said] < from) ++next_said;
      if (next_said < said.size() && said[next_said] - from < window)
        largest = std::max(largest, std::round(sum * 1e6) / 1e6);  // what came and went leaves no crumbs
      sum -= amount(rows_[first]);
    }
    return largest;
  }

  std::vector<Had> rows_;
  std::vector<Had> line_;
};

std::string help_now(const DoseProfile& person) {
  return fmt::format(
      "Please call your emergency number or {} now, also if you feel well. If it was a slip of the keys: "
      "lytes undo.",
      person.poison_centre);
}

std::string ask_today(const DoseProfile& person) {
  return fmt::format(
      "Please call a doctor, pharmacist or {} today, before you take more. If it was a slip of the keys: "
      "lytes undo.",
      person.poison_centre);
}

std::string what_to_do(Level level, const DoseProfile& person) {
  return level == Level::Emergency ? help_now(person) : ask_today(person);
}

Level for_age(Level level, const DoseProfile& person) {
  return person.under_18 && level == Level::Soon ? Level::Emergency : level;
}

std::optional<Remark> magnesium_dose(const Around& around, const DoseProfile& person) {
  const double day = around.within(magnesium, hours{24});
  const double soon_from = person.no_more_magnesium ? 350 : 2500;
  const double emergency_from = person.no_more_magnesium ? 2500 : 5000;
  if (day < soon_from || (person.no_more_magnesium && day <= soon_from)) return std::nullopt;
  const Level level = for_age(day >= emergency_from ? Level::Emergency : Level::Soon, person);
  if (day < 1000 && level == Level::Soon) {
    return Remark{
        level, "magnesium_dose",
        fmt::format("{:.0f} mg of magnesium from supplements within a day is above the 250 to 350 mg that are "
                    "advised as the most for adults (food does not count), and with what stands in your "
                    "profile it can build up. Please ask a doctor or pharmacist before you take more.",
                    day)};
  }
  return Remark{
      level, "magnesium_dose",
      fmt::format("{:.0f} mg of magnesium from supplements within a day is far above the 250 to 350 mg that are "
                  "advised as the most for adults (food does not count). So much can lower the blood pressure and slow "
                  "the heart. {}",
                  day, what_to_do(level, person))};
}

std::optional<Remark> potassium_dose(const Around& around, const DoseProfile& person) {
  const double day = around.within(potassium, hours{24});
  const double fast = around.within(potassium, hours{6});
  if (day <= 0) return std::nullopt;
  std::optional<Level> level;
  if (day > 975) level = Level::Care;
  if (fast >= 2000 || day >= 3000 || person.no_more_potassium) level = Level::Soon;
  if (fast >= 5000 || (person.no_more_potassium && day >= 1500)) level = Level::Emergency;
  if (!level) return std::nullopt;
  level = for_age(*level, person);
  if (*level == Level::Care) {
    return Remark{
        Level::Care, "potassium_dose",
        fmt::format("That makes {:.0f} mg of potassium from supplements within a day. Above 975 mg labels ask "
                    "to take it only with a doctor's advice: with weak kidneys or some medicines it troubles "
                    "the heart.",
                    day)};
  }
  // For those whose potassium may rise a small dose has its own words beside the day's other cautions.
  if (person.no_more_potassium && day < 975 && *level == Level::Soon) return std::nullopt;
  return Remark{*level, "potassium_dose",
                fmt::format("{:.0f} mg of potassium from supplements {} can trouble the heart{}. {}",
                            std::max(fast, day), fast >= 2000 ? "within a few hours" : "within a day",
                            person.no_more_potassium ? ", more so with what stands in your profile" : "",
                            what_to_do(*level, person))};
}

std::optional<Remark> fluid_dose(const Around& around, const DoseProfile& person) {
  const double hour = around.within(fluid, hours{1});
  const double four = around.within(fluid, hours{4});
  const double day = around.within(fluid, hours{24});
  std::optional<Level> level;
  if (hour >= 1000 || four >= 3000) level = Level::Care;
  if (four >= 4000 || day >= 8000) level = Level::Soon;
  if (four >= 6000) level = Level::Emergency;
  if (!level) return std::nullopt;
  const bool much_at_once =
      around.within_at_once(fluid, hours{1}) >= 2000 || around.within_at_once(fluid, hours{4}) >= 3000;
  if (person.no_more_fluid && much_at_once) level = std::min(*level, Level::Soon);
  const bool little_by_little =
      around.within_at_once(fluid, hours{1}) < 1000 && around.within_at_once(fluid, hours{4}) < 3000;
  if (*level == Level::Care && little_by_little && !person.unwell && !person.no_more_fluid) return std::nullopt;
  const bool excess = four >= 3000 || day >= 8000 || person.no_more_fluid;
  const bool thin_blood = person.unwell && excess;
  level = thin_blood ? Level::Emergency : for_age(*level, person);
  const bool is_day = four < 3000 && hour < 1000 && day >= 8000;
  const double litres = (four >= 3000 ? four : is_day ? day : hour) / 1000;
  const char* how_fast = four >= 3000 ? "within four hours" : is_day ? "within a day" : "within an hour";
  if (*level == Level::Care) {
    return Remark{
        Level::Care, "fluid_dose",
        fmt::format("{:.1f} l to drink {} is at least as much as healthy kidneys can pass. {}", litres, how_fast,
                    person.no_more_fluid ? "With what stands in your profile, please ask your doctor or team "
                                           "how much is right; with headache, sickness, confusion or trouble "
                                           "breathing get medical help at once."
                                         : "Drink to thirst, and slower. With headache, sickness or "
                                           "confusion, stop and get medical help.")};
  }
  if (thin_blood) {
    return Remark{Level::Emergency, "fluid_dose",
                  fmt::format("{:.1f} l to drink {}, and headache, vomiting or confusion: the sodium in the blood may "
                              "have become too thin. Stop drinking, and call your emergency number now.",
                              litres, how_fast)};
  }
  return Remark{*level, "fluid_dose",
                fmt::format("{:.1f} l to drink {} can thin the sodium in the blood, which is dangerous. Stop drinking "
                            "for now, and {} If it was a slip of the keys: lytes undo.",
                            litres, how_fast,
                            *level == Level::Emergency
                                ? "call your emergency number now, also if you feel well."
                                : "ask a doctor or pharmacist today; with headache, vomiting or confusion call your "
                                  "emergency number.")};
}

std::optional<Remark> salt_dose(const Around& around, const DoseProfile& person) {
  constexpr double least_grams = 25;
  constexpr double part_of_dose_mg = 4000;
  const double grams = around.within(sodium, hours{1}) / sodium_of_salt / 1000;
  if (grams < least_grams || around.at_once(sodium) < part_of_dose_mg) return std::nullopt;
  return Remark{
      Level::Emergency, "salt_dose",
      fmt::format("{:.0f} g of salt within an hour can raise the sodium in the blood so far that it kills. {}", grams,
                  help_now(person))};
}

std::optional<Remark> caffeine_dose(const Around& around, const DoseProfile& person) {
  constexpr double least_mg = 1200;
  const double day = around.within(caffeine, hours{24});
  if (day < least_mg) return std::nullopt;
  const Level level = for_age(Level::Soon, person);
  return Remark{
      level, "caffeine_dose",
      fmt::format("{:.0f} mg of caffeine within a day is three times what adults are advised to stay below. It "
                  "can bring palpitations and seizures. {}",
                  day, what_to_do(level, person))};
}

}  // namespace

DoseProfile dose_profile(const targets::PersonalAdvice& personal, std::optional<int> age) {
  return {!may_suggest_more(Nutrient::Water, personal), !may_suggest_more(Nutrient::Potassium, personal),
          !may_suggest_more(Nutrient::Magnesium, personal), targets::may_be_under_18(age)};
}

std::string poison_centre(storage::ReadOnlyFile& catalogue, std::string_view zone) {
  return catalogue.guarded([&]() -> std::string {
    SQLite::Statement row(catalogue.database(),
                          "SELECT name, number FROM poison_centre WHERE zone = ?1 OR (zone LIKE '%/' AND "
                          "substr(?1, 1, length(zone)) = zone) ORDER BY length(zone) DESC");
    row.bind(1, std::string(zone));
    if (!row.executeStep()) return "your poison centre";
    return fmt::format("{} ({})", row.getColumn(0).getString(), row.getColumn(1).getString());
  });
}

bool says_whole_day(const std::optional<std::string>& note) {
  if (!note) return false;
  const std::string words = " " + text::plain_words(*note) + " ";
  return std::ranges::any_of(
      std::array<std::string_view, 8>{" over the day ", " throughout the day ", " during the day ", " across the day ",
                                      " all day ", " in total ", " so far ", " over the course of the day "},
      [&](std::string_view phrase) { return words.find(phrase) != std::string::npos; });
}

bool may_be_too_much(std::span<const journal::Entry> line, const DoseProfile& person) {
  // The least share of a line in what is too much that can matter: smaller sips are told with the larger ones.
  constexpr double least_fluid_ml = 100;
  constexpr double least_caffeine_mg = 80;
  constexpr double least_sodium_mg = 4000;
  const Around alone(line, {});
  return alone.at_once(magnesium) > 0 || alone.at_once(potassium) > 0 || alone.at_once(fluid) >= least_fluid_ml ||
         alone.at_once(caffeine) >= least_caffeine_mg || alone.at_once(sodium) >= least_sodium_mg ||
         (person.no_more_fluid && alone.at_once(fluid) > 0);
}

std::vector<Remark> doses_of(std::span<const journal::Entry> line, std::span<const IntakeRow> around,
                             const DoseProfile& person) {
  const Around all(line, around);
  std::vector<Remark> remarks;
  for (auto& remark : {magnesium_dose(all, person), potassium_dose(all, person), fluid_dose(all, person),
                       salt_dose(all, person), caffeine_dose(all, person)}) {
    if (remark) remarks.push_back(*remark);
  }
  std::ranges::stable_sort(remarks, {}, &Remark::level);
  return remarks;
}

bool speaks_of_thin_blood(std::span<const ToldSign> told) {
  return std::ranges::any_of(told, [](const ToldSign& sign) {
    return text::is_one_of(sign.name, "headache|vomiting|confusion|sudden worst headache");
  });
}

std::optional<Remark> unwell_after_drinking(std::span<const IntakeRow> before, const DoseProfile& person) {
  DoseProfile unwell = person;
  unwell.unwell = true;
  auto dose = fluid_dose(Around(before), unwell);
  return dose && dose->level == Level::Emergency ? dose : std::nullopt;
}

}  // namespace lytes::safety

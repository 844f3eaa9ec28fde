#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/grade.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/stats/estimate.hpp"
#include "lytes/stats/joint_model.hpp"
#include "lytes/stats/rate_ratio.hpp"
#include "lytes/stats/shift_calibrated_effect.hpp"

namespace lytes::insight {

/// What a person may go short of.
enum class Exposure { Water, Magnesium, Potassium };

inline constexpr std::size_t exposure_count = static_cast<std::size_t>(Exposure::Potassium) + 1;

struct ExposureFacts {
  Exposure exposure;
  quantity::Nutrient nutrient;
};

/// One row for each exposure, in their order.
inline constexpr auto exposure_table = std::to_array<ExposureFacts>({
    {Exposure::Water, quantity::Nutrient::Water},
    {Exposure::Magnesium, quantity::Nutrient::Magnesium},
    {Exposure::Potassium, quantity::Nutrient::Potassium},
});
static_assert(quantity::detail::is_whole(exposure_table, exposure_count, [](const auto& row) { return row.exposure; }),
              "a row for each exposure, in their order");

inline constexpr std::array<Exposure, exposure_count> all_exposures = [] {
  std::array<Exposure, exposure_count> all{};
  for (std::size_t i = 0; i < exposure_count; ++i) all[i] = exposure_table[i].exposure;
  return all;
}();

constexpr quantity::Nutrient nutrient_of(Exposure exposure) {
  return exposure_table[static_cast<std::size_t>(exposure)].nutrient;
}

/// "water", "magnesium", "potassium": as in JSON and in sentences.
constexpr std::string_view word(Exposure exposure) { return quantity::facts_of(nutrient_of(exposure)).name; }

/// What else a diary may hold that may go with spasms.
enum class ComparedFactor {
  Stress,
  Sleep,
  Exertion,
  Sitting,
  Caffeine,
  Alcohol,
  // A day with it or without.
  Strain,
  UnaccustomedExertion,
  PhysicalWork,
  RepetitiveMotion,
  BadPosture,
  LongSitting,
  AwkwardSleep,
  SuddenMovement,
  Impact,
  Tension,
  FluidLoss
};

inline constexpr std::size_t factor_count = static_cast<std::size_t>(ComparedFactor::FluidLoss) + 1;

/// What a step of a factor is that a day has or has not.
inline constexpr std::string_view day_with_it = "day with it";

struct FactorFacts {
  ComparedFactor factor;
  std::string_view name;  ///< as in JSON and in sentences
  std::string_view step;  ///< of which a ratio speaks: "point", "hour", `day_with_it`
};

/// One row for each factor, in their order.
inline constexpr auto factor_table = std::to_array<FactorFacts>({
    {ComparedFactor::Stress, "stress", "point"},
    {ComparedFactor::Sleep, "sleep", "hour"},
    {ComparedFactor::Exertion, "exertion", "point"},
    {ComparedFactor::Sitting, "sitting", "hour"},
    {ComparedFactor::Caffeine, "caffeine", "100 mg"},
    {ComparedFactor::Alcohol, "alcohol", "10 g"},
    {ComparedFactor::Strain, "strain or lifting", day_with_it},
    {ComparedFactor::UnaccustomedExertion, "unaccustomed exertion", day_with_it},
    {ComparedFactor::PhysicalWork, "sport or physical work", day_with_it},
    {ComparedFactor::RepetitiveMotion, "repetitive motion", day_with_it},
    {ComparedFactor::BadPosture, "bad posture", day_with_it},
    {ComparedFactor::LongSitting, "long sitting", day_with_it},
    {ComparedFactor::AwkwardSleep, "awkward sleep", day_with_it},
    {ComparedFactor::SuddenMovement, "sudden movement", day_with_it},
    {ComparedFactor::Impact, "fall or impact", day_with_it},
    {ComparedFactor::Tension, "anxiety or tension", day_with_it},
    {ComparedFactor::FluidLoss, "fluid lost (sweat, heat, fever, diarrhoea, vomiting)", day_with_it},
});
static_assert(quantity::detail::is_whole(factor_table, factor_count, [](const auto& row) { return row.factor; }),
              "a row for each factor, in their order");

inline constexpr std::array<ComparedFactor, factor_count> all_factors = [] {
  std::array<ComparedFactor, factor_count> all{};
  for (std::size_t i = 0; i < factor_count; ++i) all[i] = factor_table[i].factor;
  return all;
}();

constexpr std::string_view word(ComparedFactor factor) { return factor_table[static_cast<std::size_t>(factor)].name; }

/// Days of the diary that give no pair, each counted once under the first of these that holds.
struct LeftOut {
  int not_closed = 0;        ///< intake open, partial or nothing logged
  int possibly_partial = 0;  ///< closed, but looks half logged
  int figures_unknown = 0;   ///< more than one in five of the day's items without a figure
  int no_target = 0;
  int spasms_unknown = 0;  ///< the intake of the day is known, the spasms of the next are not

  bool operator==(const LeftOut&) const = default;
};

/// Why a grade is what it is. The numbers that belong to each stand in `Reason`.
enum class ReasonCode {
  // Too little to judge: have and need are counts.
  CalendarDays,
  Spasms,
  DeficientDays,
  SufficientDays,
  DeficientSpasms,
  SufficientSpasms,
  Separated,      ///< no finite estimate
  OthersExplain,  ///< short on the same days as of something else; have and need are VIFs
  NoEstimate,     ///< these days give none
  // The verdict itself: have is the probability of the side it leans to, need the one of the next grade.
  LeansUp,      ///< more spasms after deficient days
  LeansDown,    ///< fewer
  Balanced,     ///< the days do not say which
  SmallAtMost,  ///< whatever difference there is lies between 0.8 and 1.25 times
  // What holds a grade down or qualifies it.
  NotHeld,           ///< have of need weekly looks in a row would carry the next grade
  OppositeSides,     ///< the day before and the week before have each held, on opposite sides
  UnknownDays,       ///< the side with fewer spasms was followed by unknown days more often; have is Fisher's p
  IntakeMayFollow,   ///< lead check; have is its p after Holm
  QuarterDecides,    ///< without one quarter of the diary the sign turns
  PartialDaysDecide  ///< with possibly partial days in, the sign turns
};

/// "too_few_spasms", ...: stable words for scripts.
std::string_view code(ReasonCode reason);

struct Reason {
  ReasonCode code;
  double have = 0;
  double need = 0;
};

/// Tomorrow's deficiency against today's spasms: is it the other way round?
struct LeadCheck {
  std::optional<double> p_shift;  ///< empty without spasms or contrast
  std::optional<double> p_holm;   ///< over the three
  bool flagged = false;           ///< same-day results say nothing, then
};

/// Whether the next day's spasms are known, after days short of it and after days with enough.
struct NextDayUnknown {
  int after_short = 0;
  int of_short = 0;
  int after_enough = 0;
  int of_enough = 0;
  double p = 1.0;  ///< Fisher's exact, two-sided
};

/// How bad the days that nobody knows would have to be to take away the finding.
struct TippingPoint {
  int unknown_days;               ///< that follow days of the sort with fewer spasms
  double spasms_per_unknown_day;  ///< from which on the interval would hold 1
  double usual;                   ///< spasms a day on the known ones
};

/// The estimate as it was after so many days of the diary.
struct Look {
  std::size_t days;
  double probability_above_1;
  double bayes_factor;
};

/// How much longer a diary has to be, if it goes on as it was.
struct MoreDays {
  int closed_days = 0;
  bool at_least = false;  ///< something that is short has hardly happened yet, so it may take longer
};

/// Calendar days of diary, in all, after which a ratio of 1.5 or 2 would be called moderate in four cases of five.
/// Empty where it would take a lifetime.
struct DaysNeeded {
  std::optional<double> for_1_5;
  std::optional<double> for_2;
};

/// The question whose figures are shown.
enum class Question { DayBefore, WeekBefore };

enum class TrialState;

/// A finished experiment of the person's own that rules the grade: a confirmed one makes it so, one without a
/// difference holds it at a hint.
struct TrialRule {
  TrialState state;
  calendar::Day ended;
  calendar::Day until;                   ///< the last day on which it rules
  std::optional<stats::Estimate> ratio;  ///< after reaching the target over after leaving it
};

/// How spasms differ between days after deficient and days after sufficient ones. Never a cause.
struct Association {
  Exposure exposure = Exposure::Water;

  stats::Arms arms;  ///< rows after days short of it and after days with enough; hold whatever the grade
  LeftOut left_out;
  NextDayUnknown next_day_unknown;
  LeadCheck lead;

  std::vector<Shortage> shortages;
  bool enough_data() const { return shortages.empty(); }
  /// Until there is enough data; empty with enough, and where more days would not help.
  std::optional<MoreDays> more_days;

  /// In the one model, of the day before and of the week before. Shown only with enough data.
  std::optional<stats::JointEffect> effect;
  std::optional<stats::JointEffect> week;
  std::optional<double> p_holm;  ///< over those of the three with enough data; decides nothing

  // Only with enough data.
  std::vector<Look> looks;             ///< weekly ones, the newest first, as far back as it took to settle the grade
  bool held_day = false;               ///< at five weekly looks in a row the day before would carry "moderate"
  bool held_week = false;              ///< the week before would
  bool held_hint = false;              ///< the day before would carry "a hint"
  bool capped = false;                 ///< unknown days alone could make it: a hint at most
  std::optional<bool> quarters_agree;  ///< looked at only where it may be strong
  std::optional<TippingPoint> tipping;
  std::optional<DaysNeeded> days_needed;  ///< also without enough data, once there are spasms and both sorts of days
  std::optional<double> evalue;           ///< of the ratio
  std::optional<double> evalue_of_interval;
  /// What the verdict rests on, or would.
  Question question = Question::DayBefore;

  Grade grade = Grade::Insufficient;
  std::vector<Reason> reasons;  ///< the most important first

  /// By itself, beside the calendar alone: for exploring, no part of any verdict.
  stats::Effect alone;
  std::optional<stats::RateRatio> described;  ///< mid-P, taking days as independent: description only

  std::optional<TrialRule> trial;

  /// More of it is nothing that may be suggested to this person, so nothing of all this is to be told.
  bool withheld = false;
  /// The last day of an experiment with it that is under way, as long as that keeps the answer out of sight.
  std::optional<calendar::Day> tried_until;

  bool is_out_of_sight() const { return withheld || tried_until; }
  const std::optional<stats::JointEffect>& shown() const { return question == Question::WeekBefore ? week : effect; }
  bool leans_up() const { return shown() && shown()->log_ratio > 0; }
};

}  // namespace lytes::insight

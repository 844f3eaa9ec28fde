#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "lytes/insight/grade.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/stats/posterior.hpp"
#include "lytes/stats/rate_ratio.hpp"
#include "lytes/stats/robustness.hpp"
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
  CalendarExplains,  ///< weekday and season already tell when intake is low; have and need are VIFs
  NoEstimate,        ///< no finite estimate from these days
  // The verdict itself: have is the probability of the side it leans to, need the one of the next grade.
  LeansUp,      ///< more spasms after deficient days
  LeansDown,    ///< fewer
  Balanced,     ///< the days do not say which
  SmallAtMost,  ///< whatever difference there is lies between 0.8 and 1.25 times
  // What holds a grade down or qualifies it.
  IntakeFollowsSpasms,  ///< lead check; have is its p
  HistoryExplains,      ///< beside recent spasms the estimate does not stay what it is
  ManyQuestions,        ///< Holm's p over the three is above 0.05; have is that p
  AdjustedUnsure,       ///< have is the probability of the same side in the adjusted model
  AdjustedDiffers,      ///< in sign, or by more than half; have is its ratio
  NoAdjusted,           ///< there was nothing to put beside it
  ModelsDisagree,       ///< negative binomial or case-crossover: another sign, or no answer
  QuarterDecides,       ///< without one quarter of the diary the sign turns; have is which, 1 to 4
  PartialDaysDecide     ///< with possibly partial days in, the sign turns; have is that ratio
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
  double p = 1.0;
  bool flag = false;
  bool survives_history = false;  ///< see stats::survives_history; only looked at when flagged
};

struct Adjusted {
  stats::Effect effect;
  stats::Posterior posterior;
  std::vector<Exposure> other_exposures;  ///< that stand in the model beside it
  std::vector<ComparedFactor> factors;
  bool differs = false;  ///< in sign, or by more than half, from the headline
};

/// How much longer a diary has to be, if it goes on as it was.
struct MoreDays {
  int closed_days = 0;
  bool at_least = false;  ///< something that is short has hardly happened yet, so it may take longer
};

/// Calendar days of diary that would show a ratio of 1.5 or 2 with a power of 80 %.
struct DaysNeeded {
  double in_all_for_1_5;
  double in_all_for_2;
  double still_for_1_5;  ///< that minus the diary so far, not below 0
  double still_for_2;
};

/// How spasm rates differ between days after deficient and days after sufficient ones. Never a cause.
struct Association {
  Exposure exposure = Exposure::Water;
  int lag_days = 1;

  /// The calendar-adjusted headline. Its counts hold whatever the grade; the rest only from `enough_data` on.
  stats::Effect effect;
  std::optional<stats::RateRatio> described;  ///< mid-P, taking days as independent: description only
  LeftOut left_out;

  std::vector<Shortage> shortages;
  bool enough_data() const { return shortages.empty(); }
  /// Until there is enough data; empty with enough, and where more days would not help.
  std::optional<MoreDays> more_days;

  // Only with enough data.
  std::optional<stats::Posterior> posterior;
  std::optional<double> p_holm;  ///< over the primary family: those of the three with enough data
  std::optional<Adjusted> adjusted;
  std::optional<stats::Effect> with_possibly_partial;  ///< only if there are such days
  std::optional<stats::Robustness> in_other_ways;      ///< only from a hint on; below, a sign means nothing
  std::optional<stats::RatioInterval> always_valid;    ///< for those who look every week
  std::optional<double> evalue;
  std::optional<double> evalue_of_interval;

  LeadCheck lead;                         ///< p is 1 when there is too little for it
  std::optional<DaysNeeded> days_needed;  ///< empty without spasms or without days of both sorts
  Grade grade = Grade::Insufficient;
  std::vector<Reason> reasons;  ///< the most important first

  /// More of it is nothing that may be suggested to this person, so nothing of all this is to be told.
  bool withheld = false;
};

}  // namespace lytes::insight

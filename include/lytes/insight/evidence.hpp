#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/insight/diary_days.hpp"
#include "lytes/insight/exploration.hpp"
#include "lytes/insight/trial.hpp"
#include "lytes/safety/over_days.hpp"
#include "lytes/timeline/sums.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::targets {
class PersonalAdvice;
class TargetBook;
}  // namespace lytes::targets

namespace lytes::insight {

/// How often days with spasms, or days after them, stayed open, against other days. For description: mid-P.
struct OpenDays {
  int open_with_spasms = 0;
  int days_with_spasms = 0;
  int open_others = 0;
  int other_days = 0;
  std::optional<stats::RateRatio> ratio;  ///< empty when one side has no day
  bool differs = false;                   ///< the 95 % interval leaves out 1
};

/// Are days less often closed because of spasms? Then what is missing is not missing by chance.
///
/// "On" is looked at among days with some intake logged, "after" among days whose day before has a known number of
/// spasms: a day that nobody opened cannot show a spasm, so taking both together would find a difference where none is.
struct LoggingBias {
  OpenDays on_spasm_days;
  OpenDays after_spasm_days;

  bool suspected() const { return on_spasm_days.differs || after_spasm_days.differs; }
};

/// A grade that is not what it was a week before, one of the two being moderate or better: what lies below comes and
/// goes by chance, and is no news.
struct GradeChange {
  Exposure exposure;
  Grade before;
  Grade now;
};

/// Since the evidence of seven days before.
struct SinceLastWeek {
  int more_closed_days = 0;
  int more_spasms = 0;  ///< on days whose number is known
  std::vector<GradeChange> grades;
};

/// The most useful thing to do next.
enum class NextStepKind {
  SeeDoctor,         ///< a sign comes before all figures
  StartLogging,      ///< nothing is logged yet
  CloseDays,         ///< count: days of the last 14 that were logged but left open
  SaySpasms,         ///< count: days of the last 14 whose number of spasms is not known
  GiveFigures,       ///< count: closed days lost because items have no figure; exposure: of what
  KeepGoing,         ///< count: closed days still needed before anything can be said
  SettleDoubling,    ///< count: days until a doubling would show; exposure: the one that is nearest
  ReachAfterAsking,  ///< exposure: something stands out, and a doctor has to be asked before more of it is taken
  ReachTarget,       ///< exposure: the same where nothing speaks against it
  PlanTrial,         ///< exposure: the same where a coin could confirm it in a year
  GoOnWithTrial,     ///< exposure: an experiment is under way
  ReachConfirmed,    ///< exposure: an experiment has confirmed it
  AskAboutFewer,     ///< exposure: fewer spasms after days short of it, which is no reason to go short
  SayHealth,         ///< exposure: something stands out, and the profile was never asked about conditions and medicines
  AskYourTeam,       ///< none of the three is a goal for this person, so there is nothing here to suggest
  NothingToChange    ///< all three are settled, or there is nothing that more days would tell
};

/// "see_doctor", "start_logging", ...: stable words for scripts.
std::string_view code(NextStepKind kind);

struct NextStep {
  NextStepKind kind = NextStepKind::StartLogging;
  std::optional<Exposure> exposure;
  int count = 0;
};

/// All that a report says beyond the days themselves.
struct Evidence {
  /// The days it rests on; empty for an empty journal.
  std::optional<calendar::DayRange> range;
  int closed_days = 0;                                     ///< intake complete
  int spasm_days_known = 0;                                ///< number of spasms known, on closed days or not
  int spasms = 0;                                          ///< on those
  bool drinks_only = false;                                ///< water is held against drinks on the latest day
  bool general_adult = false;                              ///< targets of the latest day are those of adults in general
  std::array<timeline::IntakeSum, exposure_count> intake;  ///< water, magnesium, potassium over these days

  /// The one model of the days before, and the names of its factors in its order.
  stats::JointModel model;
  std::vector<std::string> factor_names;
  std::array<Association, exposure_count> associations;  ///< water, magnesium, potassium
  LagProfile lags;
  std::vector<FactorAssociation> factors;  ///< those of which anything was logged

  LoggingBias logging_bias;
  std::vector<calendar::Day> possibly_partial;

  std::vector<safety::OpenSign> open_signs;      ///< emergencies first
  std::vector<safety::DatedCaution> cautions;    ///< the most serious first, each once
  std::optional<SinceLastWeek> since_last_week;  ///< empty in the first week
  std::vector<TrialStanding> trials;             ///< oldest first
  NextStep next_step;

  /// Whether the answer about this exposure may be told; see Association::withheld.
  bool any_told() const;
  /// For pages that people read: while an experiment with an exposure is under way, the diary's answer about it and
  /// what the search found of it are no news to whoever obeys its coins.
  Evidence with_experiments_blind() const;

  const Association& of(Exposure exposure) const { return associations[static_cast<std::size_t>(exposure)]; }
};

/// What is to be judged.
struct Scope {
  /// All days to rest on. Every calendar day in it counts, also one that nobody logged.
  std::optional<calendar::DayRange> diary;
  calendar::DayRange shown;  ///< what the report is about, for signs and cautions
};

/// Judges a diary.
///
/// For what is no goal for this person the answer is withheld, and the search leaves it out; as a column of the models
/// it still adjusts the others. Cautions are those of the shown days and of the last 28 of the diary.
/// @param days all of the diary
/// @param latest holds at least `days_to_keep`; days outside it count as unlogged
/// @param shown what the report is about, for signs and cautions
/// @param open_signs of those days, for they come before everything that can be told to be done
/// @param trials this person's experiments, as they stood at the end of the diary
Evidence assess(DiaryDays days, const timeline::Timeline& latest, calendar::DayRange shown,
                const targets::TargetBook& targets, const targets::PersonalAdvice& personal,
                std::vector<safety::OpenSign> open_signs, std::vector<TrialStanding> trials = {});

/// The days whose rows are needed beside what `DiaryDays` keeps of them.
/// @param diary empty where there is none
calendar::DayRange days_to_keep(const std::optional<calendar::DayRange>& diary, calendar::DayRange shown);

/// The same where the rows of all days are at hand.
/// @param timeline holds at least the scope's days; days outside it count as unlogged
Evidence assess(const timeline::Timeline& timeline, const Scope& scope, const targets::TargetBook& targets,
                const targets::PersonalAdvice& personal, std::vector<safety::OpenSign> open_signs,
                std::vector<TrialStanding> trials = {});

}  // namespace lytes::insight

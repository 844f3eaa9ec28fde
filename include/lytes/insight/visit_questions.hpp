#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/insight/evidence.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/safety/intake_course.hpp"
#include "lytes/timeline/course.hpp"

namespace lytes::targets {
class PersonalAdvice;
}

namespace lytes::insight {

/// What is worth asking a doctor, and the reason for it in the diary or the profile.
enum class QuestionKind {
  OpenSign,            ///< signs: told, and no doctor is known to have seen them; emergencies do not wait for a visit
  SignOverDays,        ///< signs: one, of a rule over days
  MoreSpasms,          ///< the second half had half as many again, and six more
  AboveLimit,          ///< nutrient, days, of, amount
  SupplementAbove,     ///< magnesium above the limit for supplements: days, amount the limit, most
  SupplementHeldBack,  ///< nutrient, days, most; names: what in the profile speaks against it
  MayRise,             ///< nutrient, names: what can raise it in the blood
  MayFall,             ///< nutrient, names
  HowMuch,             ///< nutrients that are no goal for this person; names: because of what
  AskFirst,            ///< names: because of what nothing is suggested before somebody was asked
  Unknown,             ///< names: what lytes does not know and nobody was asked about
  HealthNotSaid,       ///< the profile was never asked about conditions and medicines
  BelowGoal,           ///< nutrient, days far below the goal, of, amount
  StandsOut,           ///< exposure: moderate evidence or better, for more spasms or fewer
  CrampsWith,          ///< names: medicines and conditions that cramps are known to go together with
  OwnReason            ///< names: what by itself goes with spasms, whatever is eaten
};

/// "open_sign", ...: stable words for scripts.
std::string_view code(QuestionKind kind);

struct VisitQuestion {
  QuestionKind kind;
  std::vector<std::string> names = {};  ///< in the person's own words
  std::vector<quantity::Nutrient> nutrients = {};
  int days = 0;
  int of = 0;
  double amount = 0;  ///< ml or mg
  double most = 0;    ///< ml or mg in a day
  std::vector<const safety::OpenSign*> signs = {};
  const Association* association = nullptr;
};

/// Each only where its reason stands in the diary or the profile, what is most urgent first. Nobody who must not take
/// more of something is asked about taking more.
///
/// The result points into `evidence`.
std::vector<VisitQuestion> visit_questions(const Evidence& evidence, std::span<const safety::IntakeCourse> intake,
                                           const std::array<timeline::CoursePart, 2>& halves,
                                           const targets::PersonalAdvice& personal);

}  // namespace lytes::insight

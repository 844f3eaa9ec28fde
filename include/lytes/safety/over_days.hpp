#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/seen_signs.hpp"
#include "lytes/remark.hpp"
#include "lytes/safety/signs.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::targets {
class PersonalAdvice;
class TargetBook;
}  // namespace lytes::targets

namespace lytes::safety {

/// A sign that belongs in a doctor's hands, over the days it is kept in sight.
struct OpenSign {
  Sign sign;
  int times;  ///< with how many entries it was told; of a rule over days the spasms it rests on
  calendar::Day last;
  std::vector<std::string> places = {};  ///< on the body, each once; none where none was said
  bool without_place = false;            ///< told at least once with no place
  bool fresh = false;                    ///< told in the last 48 hours
  std::string figures = {};              ///< of a rule over days: what it rests on, a whole sentence

  bool is_over_days() const { return !figures.empty(); }
};

/// For how long a sign stays in sight.
inline constexpr int open_sign_days = 28;

/// A caution and the days that call for it; none for what the profile alone calls for.
struct DatedCaution {
  Remark caution;  ///< as the last of the days words it
  std::optional<calendar::Day> last;
  int days = 0;
};

/// How long after it was told an emergency is answered with "call now"; then it is "if it is still there, call now,
/// otherwise be seen today".
inline constexpr std::chrono::hours fresh_for{48};

/// For how long a sign stays silent at its place once a doctor has seen it.
inline constexpr std::chrono::days silent_once_seen{90};

/// The signs that were told and that no doctor has seen since, emergencies first, then by name. What was seen is silent
/// at that place, and stays so when it is told again within 90 days; an emergency that is told anew never is.
/// @param now by which a sign is fresh
std::vector<OpenSign> open_signs(std::span<const ToldSign> told, std::span<const journal::SeenSign> seen,
                                 calendar::Instant now, const SignBook& book);

/// What was told and is silent because a doctor has seen it.
struct SeenToldSign {
  OpenSign told;
  calendar::Instant seen;  ///< the latest
  calendar::Day day = {};  ///< of that on the person's own clock
};

/// Those of the told signs that `open_signs` leaves out, in the same order.
std::vector<SeenToldSign> told_and_seen(std::span<const ToldSign> told, std::span<const journal::SeenSign> seen,
                                        calendar::Instant now, const SignBook& book);

/// What the sums of these days and the profile call for, the most serious first, each once.
std::vector<DatedCaution> cautions_over(std::span<const timeline::DayRow> rows, const targets::TargetBook& targets,
                                        const targets::PersonalAdvice& personal);

}  // namespace lytes::safety

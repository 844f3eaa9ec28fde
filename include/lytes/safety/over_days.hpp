#pragma once

#include <optional>
#include <span>
#include <vector>

#include "lytes/calendar/day.hpp"
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
  int spasms;  ///< how many it came with
  calendar::Day last;
};

/// For how long a sign stays in sight.
inline constexpr int open_sign_days = 28;

/// A caution and the days that call for it; none for what the profile alone calls for.
struct DatedCaution {
  Remark caution;  ///< as the last of the days words it
  std::optional<calendar::Day> last;
  int days = 0;
};

/// Every sign that stands beside a spasm of these days or that its numbers say, emergencies first, then by name.
std::vector<OpenSign> open_signs(std::span<const timeline::DayRow> rows, const SignBook& book);

/// What the sums of these days and the profile call for, the most serious first, each once.
std::vector<DatedCaution> cautions_over(std::span<const timeline::DayRow> rows, const targets::TargetBook& targets,
                                        const targets::PersonalAdvice& personal);

}  // namespace lytes::safety

#pragma once

#include "diary_series.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::insight {

/// @param evidence all but its next step
/// @param days of the whole diary
/// @param latest its last days, at least `trial_looks_back` as far as there are so many
NextStep next_step(const Evidence& evidence, Facts days, Rows latest, const targets::TargetBook& targets,
                   const targets::PersonalAdvice& personal);

}  // namespace lytes::insight

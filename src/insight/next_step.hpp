#pragma once

#include "diary_series.hpp"
#include "lytes/insight/evidence.hpp"

namespace lytes::insight {

/// @param evidence all but its next step
NextStep next_step(const Evidence& evidence, Rows rows, const targets::TargetBook& targets,
                   const targets::PersonalAdvice& personal);

}  // namespace lytes::insight

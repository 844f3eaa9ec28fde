#pragma once

#include <array>

#include "diary_series.hpp"
#include "looks.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/stats/outcome.hpp"

namespace lytes::insight {

using Associations = std::array<Association, exposure_count>;

/// What the model is told of a diary. Views of `diary`, which has to outlive it.
stats::JointData joint_data(const DiarySeries& diary);

/// The same with possibly partial days taken as they are; empty where there are none.
std::optional<stats::JointData> joint_data_with_partial(const DiarySeries& diary);

/// Water, magnesium and potassium in the one model.
/// @param outcome the diary's spasms, for what each of them is by itself
Associations associations(Rows rows, const DiarySeries& diary, Looks& looks, const stats::Outcome& outcome);

/// Only the grades, as they were a week before: moderate stands for strong, too.
std::array<Grade, exposure_count> grades_a_week_before(Looks& looks);

}  // namespace lytes::insight

#pragma once

#include <array>
#include <span>

#include "diary_series.hpp"
#include "looks.hpp"
#include "lytes/insight/association.hpp"
#include "lytes/stats/scored_series.hpp"

namespace lytes::insight {

using Associations = std::array<Association, exposure_count>;

/// What the model is told of a diary. Views of `diary`, which has to outlive it.
stats::JointData joint_data(const DiarySeries& diary);

/// The same with possibly partial days taken as they are; empty where there are none.
std::optional<stats::JointData> joint_data_with_partial(const DiarySeries& diary);

/// What the diary says of water, magnesium and potassium each by itself, and in today's model.
/// @param deficient the diary's, beside its spasms
Associations described(const DiarySeries& diary, const stats::JointModel& model,
                       std::span<const stats::ScoredSeries, exposure_count> deficient);

/// Grades them, which may take earlier looks.
/// @param family as described by today's model
void weigh(const DiarySeries& diary, Looks& looks, Associations& family);

/// Only the grades, as they were a week before: moderate stands for strong, too.
std::array<Grade, exposure_count> grades_a_week_before(Looks& looks);

}  // namespace lytes::insight

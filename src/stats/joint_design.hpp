#pragma once

#include <optional>
#include <vector>

#include "lytes/stats/design.hpp"
#include "lytes/stats/joint_model.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {

/// The rows of a joint model and all of its columns, exposures last.
struct JointDesign {
  Vector used;                      ///< 1 on the rows, 0 on other days
  std::vector<std::uint8_t> rows;   ///< the same
  std::optional<Design> nuisance;   ///< all columns but the exposures'; empty if nothing can be fitted
  std::vector<ModelColumn> plain;   ///< what its columns behind the calendar's are
  std::vector<Vector> exposed;      ///< the exposures that entered, with 0 where unknown
  std::vector<std::size_t> places;  ///< which exposures these are
};

/// Settles rows, arms and factors, fills them into `model`, and builds the columns.
JointDesign joint_design(const JointData& data, const JointOptions& options, JointModel& model);

}  // namespace lytes::stats

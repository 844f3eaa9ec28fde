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
  std::optional<Design> design;     ///< all columns, the exposures' last; empty if nothing can be fitted
  std::vector<ModelColumn> plain;   ///< what its columns behind the calendar's are, without the exposures'
  std::vector<std::size_t> places;  ///< which exposures entered

  /// All columns but the exposures'.
  DesignView nuisance() const { return design->view().first_plain(plain.size()); }
  /// One that entered, with 0 where unknown.
  Eigen::Map<const Vector> exposed(std::size_t entered) const {
    const auto values = design->plain_column(plain.size() + entered);
    return {values.data(), static_cast<Eigen::Index>(values.size())};
  }
};

/// Settles rows, arms and factors, fills them into `model`, and builds the columns.
JointDesign joint_design(const JointData& data, const JointOptions& options, JointModel& model);

}  // namespace lytes::stats

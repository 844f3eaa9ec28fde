#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "lytes/stats/design.hpp"
#include "lytes/stats/joint_model.hpp"
#include "normal_equations.hpp"

namespace lytes::stats {

/// The rows of a joint model, the days that it uses one after another, and all of its columns on them.
struct JointDesign {
  std::size_t days = 0;             ///< of the diary
  std::vector<std::uint32_t> rows;  ///< the days that are used, in order
  SeriesData counts;                ///< on the rows, all known
  std::optional<Design> design;     ///< all columns on the rows, the exposures' last; empty if nothing can be fitted
  std::vector<ModelColumn> plain;   ///< what its columns behind the calendar's are, without the exposures'
  std::vector<std::size_t> places;  ///< which exposures entered

  /// All columns but the exposures'.
  DesignView nuisance() const { return design->view().first_plain(plain.size()); }
  /// One that entered, with 0 where unknown.
  Eigen::Map<const Vector> exposed(std::size_t entered) const {
    const auto values = design->plain_column(plain.size() + entered);
    return {values.data(), static_cast<Eigen::Index>(values.size())};
  }
  /// What rows have, on every day of the diary; 0 on days that are no row.
  Vector on_every_day(const Vector& per_row) const;
};

/// Settles rows, arms and factors, fills them into `model`, and builds the columns.
JointDesign joint_design(const JointData& data, const JointOptions& options, JointModel& model);

}  // namespace lytes::stats

#pragma once

#include <array>
#include <memory>
#include <optional>
#include <vector>

#include "lytes/insight/association.hpp"
#include "lytes/stats/joint_model.hpp"

namespace lytes::insight {

/// The one model at weekly looks back, each worked out when it is first asked for: most diaries need the newest only.
class Looks {
 public:
  /// @param data views that outlive this
  explicit Looks(stats::JointData data) : data_(std::move(data)) {}

  std::size_t days(std::size_t weeks_back) const;
  stats::JointData data(std::size_t weeks_back) const { return data_.first(days(weeks_back)); }

  /// Null where the diary was too short for a look. Today's is always there.
  const stats::JointModel* model(std::size_t weeks_back, stats::Past past);
  const stats::JointModel& today(stats::Past past) { return *model(0, past); }

  /// Has every look in a row from `weeks_back` on enough data, and an effect that reaches the bounds, on one side? Asks
  /// for earlier looks only while the later ones do.
  bool held(std::size_t weeks_back, std::size_t exposure, stats::Past past, const Bounds& bounds);

  /// The looks at the day before that were asked for and had enough data for this exposure, the newest first.
  std::vector<Look> looked(std::size_t exposure) const;

 private:
  using Models = std::vector<std::unique_ptr<stats::JointModel>>;

  bool exists(std::size_t weeks_back) const;

  stats::JointData data_;
  std::array<Models, 2> models_;  ///< by past
};

}  // namespace lytes::insight

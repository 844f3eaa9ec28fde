#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "lytes/insight/association.hpp"
#include "lytes/stats/joint_model.hpp"

namespace lytes::insight {

/// The one model at weekly looks back, each worked out when it is first asked for: most diaries need the newest only.
class Looks {
 public:
  /// @param data views that outlive this
  /// @param with_partial the same diary with possibly partial days taken as they are; empty where there are none
  Looks(stats::JointData data, std::optional<stats::JointData> with_partial)
      : data_(std::move(data)), with_partial_(std::move(with_partial)) {}

  std::size_t days(std::size_t weeks_back) const;
  stats::JointData data(std::size_t weeks_back) const { return data_.first(days(weeks_back)); }

  /// Null where the diary was too short for a look. Today's is always there.
  const stats::JointModel* model(std::size_t weeks_back, stats::Past past);
  const stats::JointModel& today(stats::Past past) { return *model(0, past); }

  /// Does each exposure's effect of today keep its side with any quarter of the days left out? Worked out once for all.
  /// @param side whether it is above 0
  bool quarters_agree(std::size_t exposure, bool side);
  /// The same with possibly partial days; empty where there are none.
  std::optional<bool> partial_days_agree(std::size_t exposure, bool side);

  /// Has every look in a row from `weeks_back` on enough data, and an effect that reaches the bounds, on one side? Asks
  /// for earlier looks only while the later ones do.
  bool held(std::size_t weeks_back, std::size_t exposure, stats::Past past, const Bounds& bounds);

  /// The looks at the day before that were asked for and had enough data for this exposure, the newest first.
  std::vector<Look> looked(std::size_t exposure) const;

 private:
  using Models = std::vector<std::unique_ptr<stats::JointModel>>;

  bool exists(std::size_t weeks_back) const;
  /// What the model nearest to a look expects, where one was worked out.
  std::span<const double> near(std::size_t weeks_back, stats::Past past) const;

  stats::JointData data_;
  std::optional<stats::JointData> with_partial_;
  std::array<Models, 2> models_;               ///< by past
  std::vector<stats::JointModel> by_quarter_;  ///< of today, without each quarter; as far as asked for
  std::optional<stats::JointModel> partial_;
};

}  // namespace lytes::insight

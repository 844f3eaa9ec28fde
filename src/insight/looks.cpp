#include "looks.hpp"

#include <algorithm>

namespace lytes::insight {

using stats::JointModel;
using stats::Past;

std::size_t Looks::days(std::size_t weeks_back) const {
  const std::size_t back = weeks_back * days_between_looks;
  return data_.days() > back ? data_.days() - back : 0;
}

bool Looks::exists(std::size_t weeks_back) const {
  return weeks_back == 0 || static_cast<double>(days(weeks_back)) >= MinimumData{}.calendar_days;
}

const JointModel* Looks::model(std::size_t weeks_back, Past past) {
  if (!exists(weeks_back)) return nullptr;
  Models& models = models_[static_cast<std::size_t>(past)];
  if (models.size() <= weeks_back) models.resize(weeks_back + 1);
  auto& model = models[weeks_back];
  if (!model) {
    model = std::make_unique<JointModel>(
        stats::joint_model(data(weeks_back), {.past = past, .near = near(weeks_back, past)}));
  }
  return model.get();
}

std::span<const double> Looks::near(std::size_t weeks_back, Past past) const {
  const Models& same = models_[static_cast<std::size_t>(past)];
  for (std::size_t look = std::min(weeks_back, same.size()); look-- > 0;) {
    if (same[look]) return same[look]->expected;
  }
  const Models& days = models_[static_cast<std::size_t>(Past::DayBefore)];
  return !days.empty() && days.front() ? std::span<const double>(days.front()->expected) : std::span<const double>();
}

namespace {

bool keeps_side(const JointModel& model, std::size_t exposure, bool side) {
  const auto& effect = model.effects[exposure];
  return effect && (effect->log_ratio > 0) == side;
}

}  // namespace

bool Looks::quarters_agree(std::size_t exposure, bool side) {
  constexpr std::size_t quarters = 4;
  for (std::size_t quarter = 0; quarter < quarters; ++quarter) {
    if (by_quarter_.size() == quarter) {
      std::vector<std::uint8_t> left_out(data_.days(), 0);
      const auto place = [&](std::size_t of) { return static_cast<std::ptrdiff_t>(data_.days() * of / quarters); };
      std::fill(left_out.begin() + place(quarter), left_out.begin() + place(quarter + 1), 1);
      by_quarter_.push_back(stats::joint_model(
          data_,
          {.left_out = left_out, .by_arms = false, .near = today(Past::DayBefore).expected, .only_ratios = true}));
    }
    if (!keeps_side(by_quarter_[quarter], exposure, side)) return false;
  }
  return true;
}

std::optional<bool> Looks::partial_days_agree(std::size_t exposure, bool side) {
  if (!with_partial_) return std::nullopt;
  if (!partial_) {
    partial_ = stats::joint_model(*with_partial_, {.near = today(Past::DayBefore).expected, .only_ratios = true});
  }
  return keeps_side(*partial_, exposure, side);
}

bool Looks::held(std::size_t weeks_back, std::size_t exposure, Past past, const Bounds& bounds) {
  std::optional<bool> up;
  for (std::size_t look = weeks_back; look < weeks_back + looks_in_a_row; ++look) {
    const JointModel* by_day = model(look, Past::DayBefore);
    if (!by_day || !shortages(*by_day, exposure).empty()) return false;
    const auto& effect = model(look, past)->effects[exposure];
    if (!effect || !reaches(*effect, bounds)) return false;
    const bool now_up = effect->posterior.probability_above_1 >= 0.5;
    if (up.value_or(now_up) != now_up) return false;
    up = now_up;
  }
  return true;
}

std::vector<Look> Looks::looked(std::size_t exposure) const {
  std::vector<Look> found;
  for (const auto& model : models_[static_cast<std::size_t>(Past::DayBefore)]) {
    if (!model || !model->effects[exposure] || !shortages(*model, exposure).empty()) continue;
    const auto& belief = model->effects[exposure]->posterior;
    found.push_back({model->days, belief.probability_above_1, belief.bayes_factor});
  }
  return found;
}

}  // namespace lytes::insight

#include "samples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace lytes::exchange {

namespace {

using quantity::Nutrient;

constexpr std::size_t most_apps = 1'000;

}  // namespace

std::uint32_t Samples::number_of(std::vector<std::string>& texts,
                                 std::unordered_map<std::string, std::uint32_t>& numbers, std::string_view text) const {
  const auto [found, fresh] = numbers.try_emplace(std::string(text), static_cast<std::uint32_t>(texts.size()));
  if (fresh) texts.emplace_back(text);
  return found->second;
}

bool Samples::add(const Sample& sample) {
  const When when = collector_.at_instant(sample.at, sample.utc_offset);
  Packed packed{};
  packed.at = sample.at.time_since_epoch().count();
  packed.amount = sample.amount;
  packed.utc_offset = static_cast<std::int32_t>(sample.utc_offset.count());
  packed.day = static_cast<std::int32_t>(when.moment.day.time_since_epoch().count());
  packed.name = number_of(names_, name_numbers_, sample.name);
  const auto app = number_of(apps_, app_numbers_, sample.app);
  if (app >= most_apps) return false;
  packed.app = static_cast<std::uint16_t>(app);
  packed.nutrient = static_cast<std::uint8_t>(sample.nutrient);
  if (ids_.empty() || ids_.back() != sample.id) ids_.emplace_back(sample.id);
  packed.id = static_cast<std::uint32_t>(ids_.size() - 1);
  samples_.push_back(packed);
  return true;
}

void Samples::name_last(std::string_view name) {
  if (!samples_.empty()) samples_.back().name = number_of(names_, name_numbers_, name);
}

/// The preferred apps first, then those that wrote this nutrient on the most days.
std::vector<std::size_t> Samples::ranked_apps(std::uint8_t nutrient) const {
  std::vector<std::set<std::int32_t>> days(apps_.size());
  for (const Packed& sample : samples_) {
    if (sample.nutrient == nutrient) days[sample.app].insert(sample.day);
  }
  const auto& preferred = collector_.reading().preferred;
  const auto preference = [&](std::size_t app) {
    const auto found =
        std::ranges::find_if(preferred, [&](const auto& said) { return is_called(format_ + "." + apps_[app], said); });
    return found - preferred.begin();
  };
  std::vector<std::size_t> apps(apps_.size());
  for (std::size_t app = 0; app < apps.size(); ++app) apps[app] = app;
  std::ranges::sort(apps, [&](std::size_t one, std::size_t other) {
    return std::tuple(preference(one), days[other].size(), apps_[one]) <
           std::tuple(preference(other), days[one].size(), apps_[other]);
  });
  std::vector<std::size_t> ranks(apps.size());
  for (std::size_t rank = 0; rank < apps.size(); ++rank) ranks[apps[rank]] = rank;
  return ranks;
}

void Samples::leave_out_other_apps() {
  std::map<std::pair<std::size_t, std::size_t>, std::map<Nutrient, std::set<std::int32_t>>> left_out;
  for (const Nutrient nutrient : quantity::all_nutrients) {
    const auto number = static_cast<std::uint8_t>(nutrient);
    const auto ranks = ranked_apps(number);
    std::unordered_map<std::int32_t, std::size_t> chosen;  // the app, by day
    for (const Packed& sample : samples_) {
      if (sample.nutrient != number) continue;
      const auto [found, fresh] = chosen.try_emplace(sample.day, sample.app);
      if (!fresh && ranks[sample.app] < ranks[found->second]) found->second = sample.app;
    }
    for (Packed& sample : samples_) {
      if (sample.nutrient != number || chosen.at(sample.day) == sample.app) continue;
      sample.left_out = true;
      left_out[{chosen.at(sample.day), sample.app}][nutrient].insert(sample.day);
    }
  }
  for (const auto& [apps, nutrients] : left_out) {
    std::vector<std::string> said;
    for (const auto& [nutrient, days] : nutrients)
      said.push_back(fmt::format("{} on {} {}", quantity::facts_of(nutrient).name, days.size(),
                                 days.size() == 1 ? "day" : "days"));
    collector_.remark("two_sources",
                      fmt::format("{} and {} both wrote {}; {}'s figures are taken there and the other's left out, so "
                                  "that nothing counts twice (--prefer \"{}\" turns it round)",
                                  apps_[apps.first], apps_[apps.second], fmt::join(said, ", "), apps_[apps.first],
                                  apps_[apps.second]));
  }
}

void Samples::finish() {
  leave_out_other_apps();
  std::erase_if(samples_, [](const Packed& sample) { return sample.left_out; });
  const auto place = [this](const Packed& sample) {
    return std::tuple(sample.at, sample.app, std::string_view(ids_[sample.id]));
  };
  std::ranges::stable_sort(samples_, {}, place);
  std::size_t first = 0;
  std::array<bool, quantity::nutrient_count> seen{};
  for (std::size_t i = 0; i < samples_.size(); ++i) {
    const bool same = i > first && place(samples_[i]) == place(samples_[first]) && !seen.at(samples_[i].nutrient);
    if (!same && i > first) {
      add_entry(first, i);
      first = i;
    }
    if (!same) seen.fill(false);
    seen.at(samples_[i].nutrient) = true;
  }
  if (first < samples_.size()) add_entry(first, samples_.size());
  samples_.clear();
  samples_.shrink_to_fit();
}

void Samples::add_entry(std::size_t first, std::size_t last) {
  const Packed& sample = samples_[first];
  const calendar::Instant at{std::chrono::seconds(sample.at)};
  const When when = collector_.at_instant(at, std::chrono::seconds(sample.utc_offset));
  const std::string& app = apps_[sample.app];
  const std::string place = fmt::format("{}, {}", app, calendar::iso(when.moment));
  if (!collector_.has_come(when, place)) return;
  journal::Intake intake;
  std::string nutrients;
  for (std::size_t i = first; i < last; ++i) {
    const auto nutrient = static_cast<Nutrient>(samples_[i].nutrient);
    intake.nutrients[nutrient] = samples_[i].amount;
    nutrients += quantity::facts_of(nutrient).symbol;
    if (!names_[samples_[i].name].empty()) intake.description = names_[samples_[i].name];
  }
  const bool is_drink = intake.nutrients[Nutrient::Water] && last - first == 1;
  const std::string identity = fmt::format("{}\n{}\n{}", sample.at, intake.description, nutrients);
  if (intake.description.empty()) intake.description = is_drink ? "Water" : "Food, by " + app;
  intake.amount = is_drink ? fmt::format("{:.0f} ml", *intake.nutrients[Nutrient::Water]) : "1";
  const auto kind = is_drink ? journal::EntryKind::Drink : journal::EntryKind::Food;
  const std::string source = format_ + "." + app;
  if (ids_[sample.id].empty()) return collector_.add(source, when, identity, kind, std::move(intake));
  collector_.add_with_id(source, when, ids_[sample.id], place, kind, std::move(intake));
}

}  // namespace lytes::exchange

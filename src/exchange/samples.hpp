#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "collector.hpp"
#include "lytes/exchange/import.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::exchange {

/// Figures that apps wrote into a store that many share, one nutrient at one moment each: Apple Health, Health Connect.
///
/// The same drink may have been written by two apps, and an app may write running totals. So of every nutrient the
/// figures of one app a day are taken, and those of the others left out and told.
class Samples {
 public:
  /// @param format "apple-health"; an app's figures have the source "apple-health.WaterMinder"
  Samples(Collector& collector, std::string format) : collector_(collector), format_(std::move(format)) {}

  struct Sample {
    calendar::Instant at;
    std::chrono::seconds utc_offset;
    quantity::Nutrient nutrient;
    double amount;
    std::string_view app;
    std::string_view name = {};  ///< of what was had; may be empty
    std::string_view id = {};    ///< of the record it is in; may be empty
  };
  /// @return whether it was added: not where more apps wrote than can be meant
  [[nodiscard]] bool add(const Sample& sample);
  /// Names what the sample added last is of.
  void name_last(std::string_view name);

  /// Adds the entries: what one app wrote at one moment is one of them.
  void finish();

 private:
  /// A sample in few bytes: an export holds years of them.
  struct Packed {
    std::int64_t at;
    double amount;
    std::int32_t utc_offset;
    std::int32_t day;
    std::uint32_t name;
    std::uint32_t id;
    std::uint16_t app;
    std::uint8_t nutrient;
    bool left_out;
  };
  std::uint32_t number_of(std::vector<std::string>& texts, std::unordered_map<std::string, std::uint32_t>& numbers,
                          std::string_view text) const;
  void leave_out_other_apps();
  std::vector<std::size_t> ranked_apps(std::uint8_t nutrient) const;
  void add_entry(std::size_t first, std::size_t last);

  Collector& collector_;
  std::string format_;
  std::vector<std::string> apps_;
  std::vector<std::string> names_;
  std::vector<std::string> ids_;
  std::unordered_map<std::string, std::uint32_t> app_numbers_;
  std::unordered_map<std::string, std::uint32_t> name_numbers_;
  std::vector<Packed> samples_;
};

}  // namespace lytes::exchange

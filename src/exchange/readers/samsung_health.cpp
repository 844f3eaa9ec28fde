// Samsung Health: the water that its tracker counted
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "collector.hpp"
#include "lytes/text/letters.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"

namespace lytes::exchange {
namespace {

/// The column that is called so; its name may carry the type in front: "com.samsung.health.water_intake.amount".
std::optional<std::string> column_called(const std::vector<std::string>& header, std::string_view name) {
  for (const std::string& column : header) {
    const std::string plain = csv::plain_name(column);
    if (plain == name || plain.ends_with("." + std::string(name))) return column;
  }
  return std::nullopt;
}

std::vector<std::string> header_after(const InputFile& file, std::size_t lines) {
  return csv::header_of(file.beginning(), {std::nullopt, lines});
}

bool holds_water(const std::vector<std::string>& header) {
  return column_called(header, "amount") && column_called(header, "unit_amount") &&
         (column_called(header, "start_time") || column_called(header, "create_time"));
}

/// The export begins with a line that says what it is.
std::optional<std::size_t> lines_before_header(const InputFile& file) {
  if (file.is_zip()) return std::nullopt;
  for (const std::size_t lines : {std::size_t{0}, std::size_t{1}}) {
    if (holds_water(header_after(file, lines))) return lines;
  }
  return std::nullopt;
}

class WaterReader {
 public:
  WaterReader(const InputFile& file, Reading& reading, std::size_t lines)
      : sheet_(file, reading, lines), collector_(reading, "Samsung Health, water") {
    const auto& header = sheet_.header();
    time_ = column_called(header, "start_time").value_or(column_called(header, "create_time").value_or(""));
    offset_ = column_called(header, "time_offset").value_or("");
    amount_ = column_called(header, "amount").value_or("");
    comment_ = column_called(header, "comment").value_or("");
    id_ = column_called(header, "datauuid").value_or("");
  }

  Incoming read() {
    sheet_.each_row([&](const csv::Row& row) { take(row); });
    return collector_.take();
  }

 private:
  void take(const csv::Row& row) {
    collector_.count_row();
    constexpr double most = 30'000;
    const auto amount = amount_in(row, amount_, most);
    const When when = moment(row);
    if (!collector_.has_come(when, place_of(row))) return;
    if (!amount || *amount == 0) return collector_.skip(place_of(row), "has no amount");
    journal::Intake water{std::nullopt, "Water", fmt::format("{:.0f} ml", *amount), std::nullopt, {}};
    water.nutrients[quantity::Nutrient::Water] = amount;
    const std::string note = comment_.empty() ? "" : text_in(row, comment_);
    const std::string id = id_.empty() ? "" : text_in(row, id_);
    constexpr std::string_view source = "samsung-health";
    constexpr std::size_t longest_id = 100;
    if (!id.empty() && id.size() <= longest_id)
      return collector_.add_with_id(source, when, id, place_of(row), journal::EntryKind::Drink, std::move(water), note);
    collector_.add(source, when, fmt::format("{}", when.moment.at.time_since_epoch().count()),
                   journal::EntryKind::Drink, std::move(water), note);
  }

  /// With an offset beside it the time is UTC; without one it is what clocks showed.
  When moment(const csv::Row& row) {
    const std::string said = text_in(row, time_);
    const auto offset = offset_.empty() ? std::nullopt : read_offset(text_in(row, offset_));
    std::int64_t milliseconds = 0;
    const auto [end, error] = std::from_chars(said.data(), said.data() + said.size(), milliseconds);
    constexpr std::int64_t last = 7'000'000'000'000;
    if (!said.empty() && error == std::errc{} && end == said.data() + said.size() && milliseconds > 0 &&
        milliseconds < last) {
      return collector_.at_instant(calendar::Instant(std::chrono::seconds(milliseconds / 1000)),
                                   offset.value_or(std::chrono::seconds{0}));
    }
    const auto day = day_in(row, time_, calendar::DateOrder::Unsaid);
    const auto clock = read_clock(read_date(said, calendar::DateOrder::Unsaid)->rest);
    if (!clock) refuse(row, time_, "not a time", "a time such as 2026-11-01 08:30:00.000");
    if (!offset || text_in(row, offset_).empty()) return collector_.at_local(day, clock);
    return collector_.at_instant(calendar::Instant(day.time_since_epoch() + *clock), *offset);
  }

  Sheet sheet_;
  Collector collector_;
  std::string time_;
  std::string offset_;
  std::string amount_;
  std::string comment_;
  std::string id_;
};

}  // namespace

bool is_samsung_health(const InputFile& file) { return lines_before_header(file).has_value(); }

Incoming read_samsung_health(const InputFile& file, Reading& reading) {
  const auto lines = lines_before_header(file);
  if (!lines)
    refuse_header(file, "this is no table of water of Samsung Health", "start_time, time_offset, amount, unit_amount");
  return WaterReader(file, reading, *lines).read();
}

}  // namespace lytes::exchange

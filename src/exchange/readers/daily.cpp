#include "lytes/exchange/daily_diary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "daily_columns.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"
#include "readers/readers.hpp"
#include "sheet.hpp"

namespace lytes::exchange {
namespace {

using calendar::Day;
using journal::DayStatus;
using journal::EntryKind;
using journal::Stream;
using quantity::Nutrient;

constexpr double most_spasms = 200;
constexpr double most_of_a_rating = 10;

constexpr std::array other_columns = {"date", "status", "stress", "spasms"};

/// A column "f_weather" is the person's own rating of the weather, 0 to 10.
constexpr std::string_view own_factor = "f_";

bool is_diary_column(std::string_view name) {
  if (name.starts_with(own_factor) && name.size() > own_factor.size()) return true;
  const auto has_name = [&](const auto& column) { return name == column.name; };
  return std::ranges::any_of(other_columns, [&](const char* other) { return name == other; }) ||
         std::ranges::any_of(factor_columns, has_name) || std::ranges::any_of(nutrient_columns, has_name);
}

class DiaryReader {
 public:
  // A date that clocks already show may be logged, also in the small hours before its logical day has begun.
  explicit DiaryReader(const calendar::Reckoning& reckoning)
      : reckoning_(reckoning),
        latest_(
            std::max(calendar::today(reckoning), calendar::civil_day(calendar::moment_at(reckoning.now, reckoning)))) {}

  void read(const csv::Row& row) {
    if (row.blank()) return;
    ++incoming_.rows;
    if (incoming_.days == 0) {
      require_columns(row);
      note_columns(row);
    }
    const Day day = day_of(row);
    when_ = moment_on(row, day);
    key_ = std::string(journal::day_only_key) + calendar::iso(day);
    read_intake(row);
    read_status(row, day);
    read_stress(row);
    for (const FactorColumn& factor : factor_columns) read_factor(row, factor);
    for (const auto& [column, factor] : own_factors_) {
      read_factor(row, {column.c_str(), factor.c_str(), nullptr, most_of_a_rating});
    }
    read_spasms(row, day);
    ++incoming_.days;
  }

  Incoming take() {
    incoming_.title = "Daily diary";
    return std::move(incoming_);
  }

 private:
  [[noreturn]] static void refuse(const csv::Row& row, const char* column, const std::string& what,
                                  const std::string& valid) {
    throw InputError(row.place(column) + ": " + what, std::string(row[column]), 0, valid);
  }

  static void require_columns(const csv::Row& row) {
    const auto columns = row.columns();
    const auto known =
        std::ranges::count_if(columns, [](const auto& name) { return is_diary_column(csv::plain_name(name)); });
    if (row.has("date") && known > 1) return;
    throw InputError(row.place("date") + ": this is not a daily diary", fmt::format("{}", fmt::join(columns, ", ")), 0,
                     fmt::format("a header with date and any of {}", daily_diary_columns));
  }

  void note_columns(const csv::Row& row) {
    for (const std::string& name : row.columns()) {
      const std::string plain = csv::plain_name(name);
      if (!is_diary_column(plain)) incoming_.columns_not_read.push_back(name);
      if (!plain.starts_with(own_factor)) continue;
      std::string factor = plain.substr(own_factor.size());
      std::ranges::replace(factor, '_', ' ');
      own_factors_.emplace_back(plain, std::move(factor));
    }
  }

  Day day_of(const csv::Row& row) {
    const auto day = calendar::parse_iso_day(row.required("date"));
    if (!day) refuse(row, "date", "not a date", "a date such as 2026-11-20");
    if (*day < calendar::earliest_day || *day > calendar::latest_day) {
      refuse(row, "date", fmt::format("lytes keeps days from {}", calendar::known_years), "a date in those years");
    }
    if (*day > latest_) refuse(row, "date", "this day has not come yet", "days up to " + calendar::iso(latest_));
    if (const auto [first, fresh] = lines_.emplace(*day, row.line()); !fresh) {
      refuse(row, "date", fmt::format("line {} is about the same day", first->second), "one row for each day");
    }
    return *day;
  }

  calendar::Moment moment_on(const csv::Row& row, Day day) const {
    using namespace std::chrono;
    const minutes clock = std::max(minutes{hours{12}}, reckoning_.day_start);
    try {
      auto when = calendar::moment_at_local(local_seconds(day.time_since_epoch() + clock), reckoning_);
      if (when.at > reckoning_.now) {
        when = calendar::moment_at(reckoning_.now, reckoning_);
        when.day = day;  // in the small hours now is still the day before
      }
      return when;
    } catch (const InputError& error) {
      refuse(row, "date", error.what(), error.valid);
    }
  }

  /// @throws InputError also where a mark leaves open which of two figures that can be is meant
  static std::optional<double> number(const csv::Row& row, const char* column, const Bounds& bounds) {
    if (const auto both = quantity::two_readings(row[column]); both && both->as_thousands <= bounds.most) {
      refuse(row, column, "this could be " + both->in_words(),
             both->in_words() + ", without a mark before three digits");
    }
    const auto value = row.number(column);
    if (!value || *value == 0) return value;
    if (*value < 0 || *value > bounds.most) {
      refuse(row, column, "out of range",
             fmt::format("a number from 0 to {:.0f}, or nothing if it is not known", bounds.most));
    }
    if (*value < bounds.least) refuse_small_unit(row, column, *value, bounds);
    return value;
  }

  [[noreturn]] static void refuse_small_unit(const csv::Row& row, const char* column, double value,
                                             const Bounds& bounds) {
    const bool volume = std::string_view(bounds.unit) == "ml";
    refuse(row, column, fmt::format("{} {} in a day can hardly be meant", row[column], bounds.unit),
           fmt::format("{}, such as {} for {} {}; or nothing if it is not known", volume ? "millilitres" : "milligrams",
                       quantity::format_number(value * 1000), quantity::format_number(value), volume ? "l" : "g"));
  }

  void add(EntryKind kind, journal::What what, const std::string& key) {
    journal::Entry entry;
    entry.kind = kind;
    entry.when = when_;
    entry.import_key = key;
    entry.what = std::move(what);
    incoming_.entries.push_back(std::move(entry));
  }

  void read_intake(const csv::Row& row) {
    journal::Intake total{std::nullopt, "Daily total", "1 day", std::nullopt, {}};
    bool any = false;
    for (const auto& [column, nutrient, bounds] : nutrient_columns) {
      total.nutrients[nutrient] = number(row, column, bounds);
      any = any || total.nutrients[nutrient];
    }
    if (any) add(EntryKind::Total, std::move(total), key_);
  }

  void read_status(const csv::Row& row, Day day) {
    const std::string text = csv::plain_name(row["status"]);
    if (text.empty()) return;
    for (const auto status : {DayStatus::Complete, DayStatus::Partial, DayStatus::None}) {
      if (text == journal::word(status)) {
        incoming_.said.push_back({day, Stream::Intake, status});
        return;
      }
    }
    refuse(row, "status", "not a status", "complete, partial or none");
  }

  void read_stress(const csv::Row& row) {
    if (const auto rating = number(row, "stress", {0, 10, ""}))
      add(EntryKind::Stress, journal::Stress{*rating}, key_ + ":stress");
  }

  void read_factor(const csv::Row& row, const FactorColumn& column) {
    const auto value = number(row, column.name, {0, column.most, ""});
    if (!value) return;
    const auto unit = column.unit ? std::optional<std::string>(column.unit) : std::nullopt;
    add(EntryKind::Factor, journal::Factor{column.factor, value, unit}, key_ + ":" + column.factor);
  }

  void read_spasms(const csv::Row& row, Day day) {
    const auto count = number(row, "spasms", {0, most_spasms, ""});
    if (!count) return;
    if (*count != std::floor(*count)) refuse(row, "spasms", "not a whole number", "how many there were: 0, 1, 2 ...");
    for (int spasm = 1; spasm <= static_cast<int>(*count); ++spasm) {
      add(EntryKind::Spasm, journal::Spasm{"unspecified", std::nullopt, std::nullopt, {}},
          fmt::format("{}:spasm:{}", key_, spasm));
    }
    incoming_.said.push_back({day, Stream::Spasms, DayStatus::Complete});
  }

  const calendar::Reckoning& reckoning_;
  Day latest_;
  std::map<Day, std::size_t> lines_;
  std::vector<std::pair<std::string, std::string>> own_factors_;  ///< column and factor
  calendar::Moment when_{};
  std::string key_;
  Incoming incoming_;
};

}  // namespace

bool is_daily(const InputFile& file) {
  if (file.is_zip()) return false;
  const auto header = csv::header_of(file.beginning());
  const auto known =
      std::ranges::count_if(header, [](const auto& name) { return is_diary_column(csv::plain_name(name)); });
  return known > 1 && std::ranges::any_of(header, [](const auto& name) { return csv::plain_name(name) == "date"; });
}

Incoming read_daily(const InputFile& file, Reading& reading) {
  DiaryReader reader(reading.speaker.reckoning());
  csv::read_blocks([&](const csv::Sink& sink) { file.each_block(sink); }, file.name(), {reading.encoding, 0},
                   [&](const csv::Row& row) { reader.read(row); });
  Incoming incoming = reader.take();
  if (incoming.rows == 0 && !is_daily(file)) {
    refuse_header(file, "this is not a daily diary", fmt::format("date and any of {}", daily_diary_columns));
  }
  return incoming;
}

Incoming read_daily_diary(std::string_view text, const std::string& name, const calendar::Reckoning& reckoning) {
  DiaryReader reader(reckoning);
  csv::read_text(text, name, [&](const csv::Row& row) { reader.read(row); });
  return reader.take();
}

}  // namespace lytes::exchange

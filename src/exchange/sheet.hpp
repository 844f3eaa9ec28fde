#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/csv/csv.hpp"
#include "lytes/exchange/formats.hpp"
#include "lytes/quantity/nutrients.hpp"

namespace lytes::exchange {

/// A table in a file, or in a file of a zip.
class Sheet {
 public:
  Sheet(const InputFile& file, const Reading& reading, std::size_t lines_before_header = 0,
        const archive::Member* member = nullptr);

  /// The names in its header, as they are written.
  const std::vector<std::string>& header() const { return header_; }
  bool has(std::string_view column) const;
  void each_row(const std::function<void(const csv::Row&)>& each) const;

 private:
  const InputFile& file_;
  const archive::Member* member_;
  std::string name_;
  csv::Form form_;
  std::vector<std::string> header_;
};

/// Whether the header of a file has all of these names.
bool has_columns(const InputFile& file, std::initializer_list<std::string_view> columns,
                 std::size_t lines_before_header = 0);

/// "servings.csv:12"
std::string place_of(const csv::Row& row);

[[noreturn]] void refuse(const csv::Row& row, std::string_view column, const std::string& what,
                         const std::string& valid);

/// That a file is not the table it was to be.
[[noreturn]] void refuse_header(const InputFile& file, const std::string& what, const std::string& columns);

/// A cell without the blanks around it.
/// @throws InputError for one that is longer than what is kept
std::string text_in(const csv::Row& row, std::string_view column);

/// A number from 0 to `most`; nothing where the cell is blank.
/// @throws InputError also where its point may part thousands as well as decimals
std::optional<double> amount_in(const csv::Row& row, std::string_view column, double most);

/// `2024-05-01`, `2011-4-18`, `1/27/2026`, `27.1.2026`, `8th Dec 2021`, `Dec 8, 2021`, and what time stands behind.
struct DateText {
  calendar::Day day;
  std::string rest;
};
std::optional<DateText> read_date(std::string_view text, calendar::DateOrder order);

/// The day that a cell names.
/// @throws InputError also for one that lytes has no days for
calendar::Day day_in(const csv::Row& row, std::string_view column, calendar::DateOrder order);

/// The days of a column. What stands first in dates with slashes is what one of them shows that can only be read one
/// way; otherwise what the reader's own dates are like, and else the month, as in the apps' home. A file is read for
/// it when the first such date is met, and not at all where there is none.
class DateColumn {
 public:
  /// @param sheet, reckoning must outlive it
  DateColumn(const Sheet& sheet, std::string_view column, const calendar::Reckoning& reckoning)
      : sheet_(sheet), column_(column), reckoning_(reckoning) {}

  /// @throws InputError as `day_in`
  calendar::Day day_in(const csv::Row& row);

 private:
  calendar::DateOrder order_of_file() const;

  const Sheet& sheet_;
  std::string column_;
  const calendar::Reckoning& reckoning_;
  std::optional<calendar::DateOrder> order_;
};

/// `05:17`, `9:51 AM`, `9:51 p.m.`, `07:10 `, `17:10:05`, `00:00:00.000`; nothing for anything else.
std::optional<std::chrono::seconds> read_clock(std::string_view text);

/// The time that a cell names; nothing where it is blank.
std::optional<std::chrono::seconds> clock_in(const csv::Row& row, std::string_view column);

/// `+1200`, `-07:00`, `UTC+0900`, `Z`.
std::optional<std::chrono::seconds> read_offset(std::string_view text);

/// A column that holds a nutrient, and what its figures are multiplied with.
struct NutrientCell {
  std::string column;
  quantity::Nutrient nutrient;
  double factor;
};

/// The columns of a header that name one of the seven with a unit: "Water (g)", "magnesium (mg)".
std::vector<NutrientCell> nutrient_cells(const std::vector<std::string>& header);

/// The figures of a row; a blank is unknown.
quantity::Nutrients nutrients_in(const csv::Row& row, const std::vector<NutrientCell>& cells);

bool any_known(const quantity::Nutrients& nutrients);

}  // namespace lytes::exchange

// Health Connect: the database that Android exports, or the zip it comes in
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <utility>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/strange_file.hpp"
#include "lytes/text/encoding.hpp"
#include "readers/readers.hpp"
#include "samples.hpp"

namespace lytes::exchange {
namespace {

using quantity::Nutrient;

/// What a table of the database has that is read: its name, and each column with what it becomes.
struct NutrientColumn {
  const char* name;
  Nutrient nutrient;
  double factor;  ///< from litres or grams
};

constexpr std::array hydration_columns = {NutrientColumn{"volume", Nutrient::Water, 1e3}};
constexpr std::array nutrition_columns = {
    NutrientColumn{"magnesium", Nutrient::Magnesium, 1e3}, NutrientColumn{"potassium", Nutrient::Potassium, 1e3},
    NutrientColumn{"sodium", Nutrient::Sodium, 1e3}, NutrientColumn{"calcium", Nutrient::Calcium, 1e3},
    NutrientColumn{"caffeine", Nutrient::Caffeine, 1e3}};

class ExportReader {
 public:
  ExportReader(storage::StrangeFile& file, Reading& reading, std::string name)
      : file_(file),
        collector_(reading, "Health Connect"),
        samples_(collector_, "health-connect"),
        name_(std::move(name)) {}

  Incoming read() {
    const bool any = file_.has_table("hydration_record_table") || file_.has_table("nutrition_record_table");
    if (!any) throw InputError(name_ + ": this is no export of Health Connect");
    read_apps();
    read_table("hydration_record_table", hydration_columns, {});
    read_table("nutrition_record_table", nutrition_columns, "meal_name");
    read_weights();
    samples_.finish();
    return collector_.take();
  }

 private:
  [[noreturn]] void refuse(const std::string& table, std::int64_t row, const std::string& what) const {
    throw InputError(fmt::format("{}, {}, row {}: {}", name_, table, row, what), {}, 0,
                     "the export as Health Connect made it");
  }

  void read_apps() {
    const std::set<std::string> columns = file_.columns("application_info_table");
    if (!columns.contains("row_id")) return;
    for (const char* name : {"app_name", "package_name"}) {
      if (!columns.contains(name)) continue;
      file_.each_row(fmt::format("SELECT row_id, {} FROM application_info_table", name), [&](storage::RowCursor& row) {
        const std::string app(row.text(1));
        constexpr std::size_t longest_name = 100;
        if (!app.empty() && app.size() <= longest_name && is_text(app)) apps_.emplace(row.integer(0), app);
      });
    }
  }

  /// A column of the table, or NULL where this version of it has none.
  static std::string column_or_null(const std::set<std::string>& columns, const std::string& name) {
    return columns.contains(name) ? name : "NULL";
  }

  struct Row {
    std::int64_t id;
    calendar::Instant at;
    std::chrono::seconds utc_offset;
    std::string app;
    std::string uuid;
  };

  static constexpr int first_own_column = 5;
  static std::string prefix(const std::set<std::string>& columns) {
    return fmt::format("SELECT {}, {}, {}, {}, {}", column_or_null(columns, "row_id"),
                       column_or_null(columns, "start_time") == "NULL" ? column_or_null(columns, "time") : "start_time",
                       column_or_null(columns, "start_zone_offset") == "NULL" ? column_or_null(columns, "zone_offset")
                                                                              : "start_zone_offset",
                       column_or_null(columns, "app_info_id"), columns.contains("uuid") ? "lower(hex(uuid))" : "NULL");
  }

  Row row_of(const std::string& table, storage::RowCursor& statement) {
    collector_.count_row();
    Row row{};
    row.id = statement.integer(0);
    if (!statement.is_number(1)) refuse(table, row.id, "it has no time");
    row.at = std::chrono::floor<std::chrono::seconds>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(statement.integer(1))));
    if (row.at < calendar::earliest_day + std::chrono::days(1) || row.at > calendar::latest_day)
      refuse(table, row.id, "its time cannot be");
    const std::int64_t offset = statement.integer(2);
    constexpr std::int64_t most_offset = 18 * 3600;
    if (offset < -most_offset || offset > most_offset) refuse(table, row.id, "its offset from UTC cannot be");
    row.utc_offset = std::chrono::seconds(offset);
    const auto app = apps_.find(statement.integer(3));
    row.app = app == apps_.end() ? "unnamed" : app->second;
    row.uuid = statement.text(4);
    constexpr std::size_t longest_id = 100;
    if (row.uuid.size() > longest_id) refuse(table, row.id, "an id that cannot be");
    return row;
  }

  /// What the database holds as a text may be any bytes.
  static bool is_text(std::string_view text) {
    return text.find('\0') == std::string_view::npos && text::unsound_place(text) == std::string_view::npos;
  }

  std::string name_in(const std::string& table, const Row& row, const storage::RowCursor& statement, int column) const {
    const std::string_view name = statement.text(column);
    if (name.size() > longest_text) refuse(table, row.id, fmt::format("a name of more than {} bytes", longest_text));
    if (!is_text(name)) refuse(table, row.id, "a name in letters that are not UTF-8");
    return std::string(name);
  }

  /// Not negative, finite, and no more than can be meant; nothing for NULL.
  std::optional<double> amount(const std::string& table, const Row& row, const storage::RowCursor& statement,
                               int column, double most) const {
    if (statement.is_null(column)) return std::nullopt;
    const double value = statement.is_number(column) ? statement.real(column) : std::nan("");
    if (!(value >= 0 && value <= most)) refuse(table, row.id, "an amount that cannot be");
    return value;
  }

  template <std::size_t Size>
  void read_table(const std::string& table, const std::array<NutrientColumn, Size>& nutrients,
                  const std::string& name_column) {
    const auto columns = file_.columns(table);
    if (columns.empty()) return;
    std::string select = prefix(columns);
    for (const NutrientColumn& column : nutrients) select += ", " + column_or_null(columns, column.name);
    select += ", " + (name_column.empty() ? "NULL" : column_or_null(columns, name_column)) + " FROM " + table;
    file_.each_row(select, [&](storage::RowCursor& statement) {
      const Row row = row_of(table, statement);
      int place = first_own_column;
      const std::string name = name_in(table, row, statement, place + static_cast<int>(Size));
      bool any = false;
      for (const NutrientColumn& column : nutrients) {
        constexpr double most = 200;  // litres, or grams
        const auto value = amount(table, row, statement, place++, most);
        if (!value) continue;
        any = true;
        if (!samples_.add({row.at, row.utc_offset, column.nutrient, *value * column.factor, row.app, name, row.uuid}))
          refuse(table, row.id, "more apps wrote into this export than can be meant");
      }
      if (!any) collector_.skip(fmt::format("{}, {}, row {}", name_, table, row.id), "has no figure that lytes keeps");
    });
  }

  void read_weights() {
    const std::string table = "weight_record_table";
    const auto columns = file_.columns(table);
    if (!columns.contains("weight")) return;
    file_.each_row(prefix(columns) + ", weight FROM " + table, [&](storage::RowCursor& statement) {
      const Row row = row_of(table, statement);
      constexpr double most_grams = 1'000'000;
      const auto grams = amount(table, row, statement, first_own_column, most_grams);
      const When when = collector_.at_instant(row.at, row.utc_offset);
      const std::string place = fmt::format("{}, {}, row {}", name_, table, row.id);
      if (!grams) return collector_.skip(place, "has no weight");
      if (!collector_.has_come(when, place)) return;
      collector_.add_factor("health-connect." + row.app, when,
                            fmt::format("weight {}", row.at.time_since_epoch().count()), "weight", *grams / 1000, "kg");
    });
  }

  storage::StrangeFile& file_;
  Collector collector_;
  Samples samples_;
  std::string name_;
  std::map<std::int64_t, std::string> apps_;
};

constexpr std::string_view database_mark = "SQLite format 3";

}  // namespace

bool is_health_connect(const InputFile& file) {
  return file.is_zip() ? file.member_ending(".db") != nullptr : file.beginning().starts_with(database_mark);
}

Incoming read_health_connect(const InputFile& file, Reading& reading) {
  const auto* member = file.member_ending(".db");
  if (file.is_zip() && !member) throw InputError(file.name() + ": there is no database in it");
  if (!member && !file.beginning().starts_with(database_mark))
    throw InputError(file.name() + ": this is no export of Health Connect");
  if (!file.path()) throw InputError("a database cannot be read from standard input", {}, 0, "the name of its file");
  if (!member) {
    auto database = storage::StrangeFile::open(*file.path());
    return ExportReader(database, reading, file.name()).read();
  }
  const storage::PassingFile unpacked(reading.temporary);
  file.each_block(*member, [&](std::string_view block) { unpacked.write(block); });
  auto database = storage::StrangeFile::open(unpacked.path(), std::string(archive::file_name_in(member->name)));
  return ExportReader(database, reading, std::string(archive::file_name_in(member->name))).read();
}

}  // namespace lytes::exchange

#include "table_fill.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

/// Rows are counted from 1. What goes beyond this is a number that was damaged, and would leave too few for new rows.
constexpr std::int64_t highest_number = std::int64_t{1} << 40U;

void bind(SQLite::Statement& statement, int place, const SQLite::Column& value) {
  switch (value.getType()) {
    case SQLITE_INTEGER:
      statement.bind(place, static_cast<std::int64_t>(value.getInt64()));
      return;
    case SQLITE_FLOAT:
      statement.bind(place, value.getDouble());
      return;
    case SQLITE_TEXT:
      // Text has no zero bytes: behind the first stands a page that was wiped.
      statement.bind(place, value.getText());
      return;
    case SQLITE_BLOB:
      statement.bind(place, value.getBlob(), value.getBytes());
      return;
    default:
      statement.bind(place);
  }
}

}  // namespace

TableFill::TableFill(SQLite::Database& to, const TableShape& shape) : to_(to), shape_(shape) {}

void TableFill::prepare(SQLite::Statement& row) {
  std::vector<std::string> names;
  names.reserve(static_cast<std::size_t>(row.getColumnCount()));
  for (int column = 0; column < row.getColumnCount(); ++column) names.emplace_back(row.getColumnName(column));
  if (insert_ && names == names_) return;
  names_ = std::move(names);
  std::string places;
  for (std::size_t i = 0; i < names_.size(); ++i) places += i == 0 ? "?" : ", ?";
  insert_.emplace(to_, fmt::format(R"(INSERT INTO "{}" ({}) VALUES ({}))", shape_.name, quoted_list(names_), places));

  key_places_.clear();
  std::string condition;
  for (const TableShape::Column& column : shape_.columns) {
    if (!column.in_key) continue;
    const auto place = std::find(names_.begin(), names_.end(), column.name);
    key_places_.push_back(place == names_.end() ? -1 : static_cast<int>(place - names_.begin()));
    condition += fmt::format("{}\"{}\" = ?", condition.empty() ? "" : " AND ", column.name);
  }
  find_.emplace(to_, fmt::format(R"(SELECT 1 FROM "{}" WHERE {})", shape_.name, condition.empty() ? "0" : condition));
}

bool TableFill::is_possible(SQLite::Statement& row) const {
  for (const int place : key_places_) {
    if (place < 0 || row.getColumn(place).isNull()) return false;
  }
  if (!shape_.number()) return true;
  const std::int64_t number = row.getColumn(key_places_.at(0)).getInt64();
  return number > 0 && number <= highest_number;
}

bool TableFill::is_there(SQLite::Statement& row) {
  find_->reset();
  for (std::size_t i = 0; i < key_places_.size(); ++i) {
    bind(*find_, static_cast<int>(i) + 1, row.getColumn(key_places_[i]));
  }
  const bool there = find_->executeStep();
  find_->reset();
  return there;
}

TableFill::Taken TableFill::take(SQLite::Statement& row) {
  prepare(row);
  if (!is_possible(row)) return Taken::Refused;
  if (is_there(row)) return Taken::There;
  insert_->tryReset();  // would throw what was wrong with the row before
  try {
    for (int column = 0; column < row.getColumnCount(); ++column) bind(*insert_, column + 1, row.getColumn(column));
    insert_->exec();
  } catch (const SQLite::Exception& error) {
    // A full memory is no property of the row. What stands above the lowest byte says which constraint it was.
    const int code = error.getErrorCode() & 0xFF;
    if (code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH && code != SQLITE_TOOBIG) {
      rethrow_as_storage_error("the new journal", to_.getHandle());
    }
    return Taken::Refused;
  }
  ++saved_;
  return Taken::Saved;
}

bool TableFill::has(std::int64_t number) {
  const auto column = shape_.number();
  if (!column) return false;
  if (!find_number_) {
    find_number_.emplace(to_, fmt::format(R"(SELECT 1 FROM "{}" WHERE "{}" = ?1)", shape_.name, *column));
  }
  find_number_->reset();
  find_number_->bind(1, number);
  const bool there = find_number_->executeStep();
  find_number_->reset();
  return there;
}

}  // namespace lytes::storage

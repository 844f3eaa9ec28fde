#include "salvage.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

/// More rows than this are not asked for one by one.
constexpr std::int64_t longest_gap = 200'000;
/// A damaged tree may lead in circles.
constexpr std::int64_t most_rows = 20'000'000;

void bind(SQLite::Statement& insert, int place, const SQLite::Column& value) {
  switch (value.getType()) {
    case SQLITE_INTEGER:
      insert.bind(place, static_cast<std::int64_t>(value.getInt64()));
      return;
    case SQLITE_FLOAT:
      insert.bind(place, value.getDouble());
      return;
    case SQLITE_TEXT:
      insert.bind(place, value.getString());
      return;
    case SQLITE_BLOB:
      insert.bind(place, value.getBlob(), value.getBytes());
      return;
    default:
      insert.bind(place);
  }
}

/// Runs a step of reading.
/// @return false where the damage stops it
template <class Work>
bool as_far_as_it_goes(Work&& work) {
  try {
    work();
    return true;
  } catch (const SQLite::Exception&) {
    return false;
  }
}

std::string joined(const std::vector<std::string>& names, const char* after) {
  std::string list;
  for (const std::string& name : names) list += fmt::format("{}\"{}\"{}", list.empty() ? "" : ", ", name, after);
  return list;
}

}  // namespace

TableSalvage::TableSalvage(SQLite::Database& from, SQLite::Database& to, const std::string& table)
    : from_(from), to_(to), table_(table) {
  std::vector<std::string> there;
  as_far_as_it_goes([&] {
    SQLite::Statement query(from, "SELECT name FROM pragma_table_info(?1)");
    query.bind(1, table);
    while (query.executeStep()) there.push_back(query.getColumn(0).getString());
  });
  std::vector<std::string> key;
  SQLite::Statement query(to, "SELECT name, pk, type FROM pragma_table_info(?1)");
  query.bind(1, table);
  while (query.executeStep()) {
    const std::string name = query.getColumn(0).getString();
    if (query.getColumn(1).getInt() > 0) {
      key.push_back(name);
      if (query.getColumn(2).getString() == "INTEGER") number_ = name;
    }
    if (std::find(there.begin(), there.end(), name) != there.end()) names_.push_back(name);
  }
  if (key.size() != 1) number_.reset();
  columns_ = joined(names_, "");
  key_ = joined(key, "");
}

void TableSalvage::insert(SQLite::Statement& row) {
  std::vector<std::string> names;
  for (int column = 0; column < row.getColumnCount(); ++column) names.emplace_back(row.getColumnName(column));
  std::string places;
  for (std::size_t i = 0; i < names.size(); ++i) places += i == 0 ? "?" : ", ?";
  try {
    SQLite::Statement insert(to_,
                             fmt::format(R"(INSERT INTO "{}" ({}) VALUES ({}))", table_, joined(names, ""), places));
    for (int column = 0; column < row.getColumnCount(); ++column) bind(insert, column + 1, row.getColumn(column));
    insert.exec();
  } catch (const SQLite::Exception& error) {
    // A full disk is no property of the row. What stands above the lowest byte says which constraint it was.
    const int code = error.getErrorCode() & 0xFF;
    if (code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH && code != SQLITE_TOOBIG) {
      rethrow_as_storage_error(to_.getFilename(), to_.getHandle());
    }
    if (number_) {
      refused_.insert(static_cast<std::int64_t>(row.getColumn(number_->c_str()).getInt64()));
    } else {
      ++refused_without_number_;
    }
    return;
  }
  ++saved_;
}

bool TableSalvage::is_saved(std::int64_t key) {
  SQLite::Statement query(to_, fmt::format(R"(SELECT 1 FROM "{}" WHERE "{}" = ?1)", table_, *number_));
  query.bind(1, key);
  return query.executeStep();
}

bool TableSalvage::copy_rows(SQLite::Statement& query, std::optional<std::int64_t>& last_key) {
  for (std::int64_t count = 0; count < most_rows; ++count) {
    bool more = false;
    if (!as_far_as_it_goes([&] { more = query.executeStep(); })) return false;
    if (!more) return true;
    if (number_) {
      const auto key = static_cast<std::int64_t>(query.getColumn(number_->c_str()).getInt64());
      if (is_saved(key)) continue;
      last_key = key;
    }
    insert(query);
  }
  return false;
}

void TableSalvage::read_from_both_ends() {
  if (names_.empty()) return;
  const std::string select = fmt::format(R"(SELECT {} FROM "{}" NOT INDEXED ORDER BY )", columns_, table_);
  std::optional<std::int64_t> first_end;
  std::optional<std::int64_t> last_end;
  bool whole = false;
  as_far_as_it_goes([&] {
    SQLite::Statement forwards(from_, select + key_);
    whole = copy_rows(forwards, first_end);
  });
  if (whole) return;
  const std::int64_t refused_before = refused_without_number_;
  as_far_as_it_goes([&] {
    std::string backwards_order = key_;
    for (std::size_t at = 0; (at = backwards_order.find("\",", at)) != std::string::npos; at += 7) {
      backwards_order.insert(at + 1, " DESC");
    }
    SQLite::Statement backwards(from_, select + backwards_order + " DESC");
    copy_rows(backwards, last_end);
  });
  // Rows without a number that were met twice were refused as duplicates.
  refused_without_number_ = refused_before;
  if (!number_ || !first_end || !last_end || *last_end - *first_end > longest_gap) return;
  std::set<std::int64_t> between;
  for (std::int64_t key = *first_end + 1; key < *last_end; ++key) between.insert(key);
  ask_for(between);
}

void TableSalvage::collect_keys(const std::string& sql, std::set<std::int64_t>& keys) {
  as_far_as_it_goes([&] {
    SQLite::Statement query(from_, sql);
    while (query.executeStep()) keys.insert(static_cast<std::int64_t>(query.getColumn(0).getInt64()));
  });
}

void TableSalvage::ask_for(const std::set<std::int64_t>& keys) {
  if (!number_ || names_.empty()) return;
  const std::string sql = fmt::format(R"(SELECT {} FROM "{}" NOT INDEXED WHERE "{}" = ?1)", columns_, table_, *number_);
  for (const std::int64_t key : keys) {
    if (is_saved(key)) continue;
    bool found = false;
    as_far_as_it_goes([&] {
      SQLite::Statement query(from_, sql);
      query.bind(1, key);
      found = query.executeStep();
      if (found) insert(query);
    });
  }
}

void TableSalvage::remake(const std::string& sql) {
  as_far_as_it_goes([&] {
    SQLite::Statement query(from_, sql);
    while (query.executeStep()) {
      if (!is_saved(static_cast<std::int64_t>(query.getColumn(0).getInt64()))) insert(query);
    }
  });
}

std::int64_t TableSalvage::lost(std::set<std::int64_t> spoken_of) {
  if (!number_) return refused_without_number_;
  spoken_of.insert(refused_.begin(), refused_.end());
  return std::count_if(spoken_of.begin(), spoken_of.end(), [&](std::int64_t key) { return !is_saved(key); });
}

}  // namespace lytes::storage

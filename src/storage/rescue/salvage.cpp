#include "salvage.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "damage.hpp"

namespace lytes::storage {
namespace {

/// Runs a step of reading.
/// @return false where the damage stops it
template <class Work>
bool as_far_as_it_goes(Work&& work) {
  try {
    work();
    return true;
  } catch (const SQLite::Exception& error) {
    if (!stops_reading(error)) throw;
    return false;
  }
}

}  // namespace

ReadingLimit::ReadingLimit(SQLite::Database& from, std::uint64_t file_bytes, std::function<void(double share)> tell)
    : from_(from),
      tell_(std::move(tell)),
      file_bytes_(file_bytes),
      most_bytes_(4 * file_bytes + 1'000'000),
      // A row takes some dozen bytes and some dozen of SQLite's steps.
      most_steps_(static_cast<std::int64_t>(10 * file_bytes) + 10'000'000) {
  constexpr int steps_at_once = 1000;
  sqlite3_progress_handler(from_.getHandle(), steps_at_once, on_steps, this);
}

ReadingLimit::~ReadingLimit() { sqlite3_progress_handler(from_.getHandle(), 0, nullptr, nullptr); }

int ReadingLimit::on_steps(void* limit) {
  auto& self = *static_cast<ReadingLimit*>(limit);
  self.steps_ += 1000;
  return self.steps_ > self.most_steps_ ? 1 : 0;
}

void ReadingLimit::begin() {
  bytes_before_ += bytes_;
  bytes_ = 0;
  steps_ = 0;
}

bool ReadingLimit::count_row(SQLite::Statement& row) {
  for (int column = 0; column < row.getColumnCount(); ++column) {
    constexpr std::uint64_t of_number = 4;
    const int type = row.getColumn(column).getType();
    const bool is_number = type != SQLITE_TEXT && type != SQLITE_BLOB;
    bytes_ += is_number ? of_number : static_cast<std::uint64_t>(row.getColumn(column).getBytes());
  }
  constexpr std::uint64_t now_and_then = 256;
  if (++rows_ % now_and_then == 0) {
    tell_(std::min(1.0, static_cast<double>(bytes_before_ + bytes_) / static_cast<double>(file_bytes_)));
  }
  return bytes_ <= most_bytes_;
}

TableSalvage::TableSalvage(SQLite::Database& from, TableFill& to, ReadingLimit& limit)
    : from_(from), to_(to), limit_(limit) {
  limit_.begin();
  std::set<std::string> there;
  as_far_as_it_goes([&] {
    SQLite::Statement query(from, "SELECT name FROM pragma_table_info(?1)");
    query.bind(1, to.shape().name);
    while (query.executeStep()) there.insert(query.getColumn(0).getString());
  });
  std::vector<std::string> names;
  for (const TableShape::Column& column : to.shape().columns) {
    if (there.contains(column.name)) names.push_back(column.name);
    if (column.in_key && !there.contains(column.name)) return;
  }
  columns_ = quoted_list(names);
}

bool TableSalvage::take(SQLite::Statement& row) {
  const TableFill::Taken taken = to_.take(row);
  if (taken != TableFill::Taken::Refused) return taken == TableFill::Taken::Saved;
  if (const auto number = to_.shape().number()) {
    refused_.insert(row.getColumn(number->c_str()).getInt64());
  } else {
    ++refused_without_number_;
  }
  return false;
}

bool TableSalvage::copy_rows(SQLite::Statement& query) {
  const auto number = to_.shape().number();
  std::optional<std::int64_t> last;
  bool sound = true;
  while (true) {
    bool more = false;
    if (!as_far_as_it_goes([&] { more = query.executeStep(); })) return false;
    if (!more) return sound;
    if (!limit_.count_row(query)) return false;
    if (number) {
      const std::int64_t key = query.getColumn(number->c_str()).getInt64();
      if (last && key <= *last) sound = false;
      last = key;
    }
    if (!take(query)) sound = false;
  }
}

bool TableSalvage::read_from_both_ends() {
  if (columns_.empty()) return false;
  std::string forwards = fmt::format(R"(SELECT {} FROM "{}" NOT INDEXED ORDER BY )", columns_, to_.shape().name);
  std::string backwards = forwards;
  bool first = true;
  for (const TableShape::Column& column : to_.shape().columns) {
    if (!column.in_key) continue;
    forwards += fmt::format("{}\"{}\"", first ? "" : ", ", column.name);
    backwards += fmt::format("{}\"{}\" DESC", first ? "" : ", ", column.name);
    first = false;
  }
  bool sound = false;
  const bool to_the_end = as_far_as_it_goes([&] {
    SQLite::Statement query(from_, forwards);
    sound = copy_rows(query);
  });
  if (to_the_end && sound) return true;
  const std::int64_t refused = refused_without_number_;
  limit_.begin();
  as_far_as_it_goes([&] {
    SQLite::Statement query(from_, backwards);
    copy_rows(query);
  });
  // Those without a number that are refused again are the same ones.
  refused_without_number_ = std::max(refused, refused_without_number_ - refused);
  return false;
}

void TableSalvage::collect_keys(const std::string& sql, std::set<std::int64_t>& keys) {
  limit_.begin();
  as_far_as_it_goes([&] {
    SQLite::Statement query(from_, sql);
    while (query.executeStep()) keys.insert(static_cast<std::int64_t>(query.getColumn(0).getInt64()));
  });
}

void TableSalvage::ask_for(const std::set<std::int64_t>& keys) {
  const auto number = to_.shape().number();
  if (!number || columns_.empty()) return;
  const std::string sql =
      fmt::format(R"(SELECT {} FROM "{}" NOT INDEXED WHERE "{}" = ?1)", columns_, to_.shape().name, *number);
  limit_.begin();
  for (const std::int64_t key : keys) {
    if (to_.has(key)) continue;
    as_far_as_it_goes([&] {
      SQLite::Statement query(from_, sql);
      query.bind(1, key);
      if (query.executeStep() && limit_.count_row(query)) take(query);
    });
  }
}

void TableSalvage::remake(const std::string& sql) {
  limit_.begin();
  as_far_as_it_goes([&] {
    SQLite::Statement query(from_, sql);
    while (query.executeStep()) take(query);
  });
}

std::int64_t TableSalvage::lost(std::set<std::int64_t> spoken_of) {
  if (!to_.shape().number()) return refused_without_number_;
  spoken_of.insert(refused_.begin(), refused_.end());
  return std::count_if(spoken_of.begin(), spoken_of.end(), [&](std::int64_t key) { return !to_.has(key); });
}

}  // namespace lytes::storage

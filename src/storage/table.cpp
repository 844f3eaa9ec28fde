#include "lytes/storage/table.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

#include "known_tables.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/rescue.hpp"
#include "migrations.hpp"

namespace lytes::storage {
namespace {

Table::Type type_called(std::string_view word) {
  if (word == "INTEGER") return Table::Type::Whole;
  if (word == "REAL") return Table::Type::Real;
  return word == "BLOB" ? Table::Type::Bytes : Table::Type::Text;
}

struct Bind {
  SQLite::Statement& statement;
  int place;
  bool bytes;

  void operator()(std::monostate) const { statement.bind(place); }
  void operator()(std::int64_t whole) const { statement.bind(place, whole); }
  void operator()(double real) const { statement.bind(place, real); }
  void operator()(const std::string& text) const {
    if (bytes) {
      statement.bind(place, text.data(), static_cast<int>(text.size()));
    } else {
      statement.bind(place, text);
    }
  }
};

void bind(SQLite::Statement& statement, int place, const Value& value, Table::Type type) {
  std::visit(Bind{statement, place, type == Table::Type::Bytes}, value);
}

Value value_at(const SQLite::Column& column) {
  switch (column.getType()) {
    case SQLITE_INTEGER:
      return std::int64_t{column.getInt64()};
    case SQLITE_FLOAT:
      return column.getDouble();
    case SQLITE_NULL:
      return std::monostate{};
    default:
      return column.getString();
  }
}

}  // namespace

Table::Table(JournalFile& journal, std::string_view name) : journal_(journal), name_(name) {
  const auto known = all_tables().find(name);
  if (known == all_tables().end()) throw std::logic_error("no table " + name_ + " to go through");
  const KnownTable& table = known->second;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    columns_.push_back({table.columns[i], type_called(table.types[i]), table.is_key[i]});
  }
}

Table::~Table() = default;

std::optional<std::size_t> Table::place_of(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column, &Column::name);
  if (found == columns_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns_.begin());
}

std::string Table::condition(std::span<const std::size_t> columns) const {
  std::string condition;
  for (const std::size_t column : columns) {
    condition += fmt::format("{}\"{}\" = ?", condition.empty() ? "" : " AND ", columns_[column].name);
  }
  return condition;
}

std::string Table::key_order() const {
  std::string order;
  for (const Column& column : columns_) {
    if (column.in_key) order += fmt::format("{}\"{}\"", order.empty() ? "" : ", ", column.name);
  }
  return order;
}

Table::Row Table::row_at(SQLite::Statement& statement) const {
  Row row;
  row.reserve(columns_.size());
  for (std::size_t i = 0; i < columns_.size(); ++i) row.push_back(value_at(statement.getColumn(static_cast<int>(i))));
  return row;
}

void Table::start(std::span<const std::size_t> order) {
  std::string by;
  for (const std::size_t column : order) {
    by += fmt::format("{}\"{}\"", by.empty() ? "" : ", ", columns_[column].name);
  }
  journal_.guarded([&] {
    reading_ = std::make_unique<SQLite::Statement>(journal_.database(),
                                                   fmt::format("SELECT * FROM \"{}\" ORDER BY {}", name_, by));
  });
}

std::optional<Table::Row> Table::next() {
  return journal_.guarded([&]() -> std::optional<Row> {
    if (!reading_ || !reading_->executeStep()) {
      reading_.reset();
      return std::nullopt;
    }
    return row_at(*reading_);
  });
}

std::vector<Table::Row> Table::find(std::span<const std::size_t> columns, const Row& values) {
  return journal_.guarded([&] {
    const std::string wanted = condition(columns);
    auto& finding = finding_[wanted];
    if (!finding) {
      finding = std::make_unique<SQLite::Statement>(
          journal_.database(), fmt::format("SELECT * FROM \"{}\" WHERE {} ORDER BY {}", name_, wanted, key_order()));
    }
    SQLite::Statement& query = *finding;
    query.reset();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      bind(query, static_cast<int>(i) + 1, values[i], columns_[columns[i]].type);
    }
    std::vector<Row> rows;
    while (query.executeStep()) rows.push_back(row_at(query));
    query.reset();
    return rows;
  });
}

std::optional<std::int64_t> Table::insert(const Row& row) {
  return journal_.guarded([&]() -> std::optional<std::int64_t> {
    if (!inserting_) {
      std::string places;
      for (std::size_t i = 0; i < columns_.size(); ++i) places += i == 0 ? "?" : ", ?";
      inserting_ = std::make_unique<SQLite::Statement>(journal_.database(),
                                                       fmt::format("INSERT INTO \"{}\" VALUES ({})", name_, places));
    }
    inserting_->tryReset();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      bind(*inserting_, static_cast<int>(i) + 1, row[i], columns_[i].type);
    }
    try {
      inserting_->exec();
    } catch (const SQLite::Exception& error) {
      const int code = error.getErrorCode() & 0xFF;  // what stands above says which constraint it was
      if (code != SQLITE_CONSTRAINT && code != SQLITE_MISMATCH) throw;
      return std::nullopt;
    }
    return journal_.database().getLastInsertRowid();
  });
}

void Table::remove(std::span<const std::size_t> columns, const Row& values) {
  journal_.guarded([&] {
    SQLite::Statement remove(journal_.database(),
                             fmt::format("DELETE FROM \"{}\" WHERE {}", name_, condition(columns)));
    for (std::size_t i = 0; i < columns.size(); ++i) {
      bind(remove, static_cast<int>(i) + 1, values[i], columns_[columns[i]].type);
    }
    remove.exec();
  });
}

std::int64_t Table::next_number() {
  return journal_.guarded([&] {
    SQLite::Statement query(journal_.database(),
                            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?1), 0) + 1");
    query.bind(1, name_);
    query.executeStep();
    return std::int64_t{query.getColumn(0).getInt64()};
  });
}

void Table::keep_numbers_above(std::int64_t number) {
  journal_.guarded([&] {
    SQLite::Statement raise(journal_.database(), "UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1");
    raise.bind(1, name_);
    raise.bind(2, number);
    if (raise.exec() > 0) return;
    SQLite::Statement begin(journal_.database(), "INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)");
    begin.bind(1, name_);
    begin.bind(2, number);
    begin.exec();
  });
}

bool is_updated_copy(JournalFile& journal) {
  if (!journal.is_on_disk()) return false;
  const char* const file = sqlite3_db_filename(journal.database().getHandle(), "main");
  return file == nullptr || *file == '\0';
}

std::vector<std::string> user_tables() {
  std::vector<std::string> names;
  for (const auto& [name, table] : all_tables()) {
    if (name != "change") names.push_back(name);
  }
  return names;
}

int newest_schema() { return newest_version(migrations()); }

std::optional<std::string> first_unmet(JournalFile& journal, std::span<const RowCondition> conditions) {
  return journal.guarded([&]() -> std::optional<std::string> {
    for (const RowCondition& condition : conditions) {
      SQLite::Statement query(
          journal.database(),
          fmt::format("SELECT 1 FROM \"{}\" WHERE NOT coalesce(({}), 0) LIMIT 1", condition.table, condition.sql));
      if (query.executeStep()) return condition.table;
    }
    return std::nullopt;
  });
}

std::uint64_t random_number() {
  std::uint64_t number = 0;
  sqlite3_randomness(sizeof number, &number);
  return number;
}

}  // namespace lytes::storage

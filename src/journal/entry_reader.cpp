#include "entry_reader.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <cstddef>

#include "stored_values.hpp"

namespace lytes::journal {
namespace {

// In the order of `select_entries`.
enum Place { Id, Line, KindWord, At, UtcOffset, DayText, NoteText, ImportKey };

std::optional<std::string> text(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getString();
}

std::optional<double> number(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getDouble();
}

std::optional<int> severity(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return severity_in(column.getInt64());
}

quantity::Nutrients nutrients_in(const SQLite::Statement& query, int first) {
  quantity::Nutrients nutrients;
  for (const auto nutrient : quantity::all_nutrients) {
    nutrients[nutrient] = if_known(number(query.getColumn(first + static_cast<int>(nutrient))), amount_in);
  }
  return nutrients;
}

/// Where the rows of each table of details are.
const std::string& statement_of(int table) {
  static const std::array<std::string, 6> statements = {
      "SELECT food, description, amount, grams, " + quantity::nutrient_columns() + " FROM intake WHERE entry_id = ?",
      "SELECT site, severity, minutes FROM spasm WHERE entry_id = ?",
      "SELECT flag FROM spasm_flag WHERE entry_id = ?",
      "SELECT rating FROM stress WHERE entry_id = ?",
      "SELECT name, value, unit FROM factor WHERE entry_id = ?",
      "SELECT name, dose FROM medicine WHERE entry_id = ?"};
  return statements[static_cast<std::size_t>(table)];
}

}  // namespace

SQLite::Statement& EntryReader::rows_of(Table table, std::int64_t id) {
  auto& statement = statements_[table];
  if (!statement) statement = std::make_unique<SQLite::Statement>(database_, statement_of(table));
  statement->reset();
  statement->bind(1, id);
  return *statement;
}

SQLite::Statement& EntryReader::detail_of(Table table, std::int64_t id) {
  SQLite::Statement& row = rows_of(table, id);
  if (!row.executeStep()) throw_lost_detail(id);
  return row;
}

What EntryReader::what_of(EntryKind kind, std::int64_t id) {
  switch (kind) {
    case EntryKind::Drink:
    case EntryKind::Food:
    case EntryKind::Supplement:
    case EntryKind::Total: {
      const SQLite::Statement& row = detail_of(IntakeTable, id);
      return Intake{text(row.getColumn(0)), row.getColumn(1).getString(), row.getColumn(2).getString(),
                    if_known(number(row.getColumn(3)), amount_in), nutrients_in(row, 4)};
    }
    case EntryKind::Spasm: {
      const SQLite::Statement& row = detail_of(SpasmTable, id);
      Spasm spasm{
          row.getColumn(0).getString(), severity(row.getColumn(1)), if_known(number(row.getColumn(2)), amount_in), {}};
      SQLite::Statement& flags = rows_of(FlagTable, id);
      while (flags.executeStep()) spasm.flags.push_back(flags.getColumn(0).getString());
      std::ranges::sort(spasm.flags);
      return spasm;
    }
    case EntryKind::Stress:
      return Stress{rating_in(detail_of(StressTable, id).getColumn(0).getDouble())};
    case EntryKind::Factor: {
      const SQLite::Statement& row = detail_of(FactorTable, id);
      return Factor{row.getColumn(0).getString(), if_known(number(row.getColumn(1)), factor_value_in),
                    text(row.getColumn(2))};
    }
    case EntryKind::Medicine: {
      const SQLite::Statement& row = detail_of(MedicineTable, id);
      return Medicine{row.getColumn(0).getString(), text(row.getColumn(1))};
    }
    case EntryKind::Note:
      break;
  }
  return Note{};
}

Entry EntryReader::entry_in(const SQLite::Statement& row) {
  Entry entry;
  entry.id = row.getColumn(Id).getInt64();
  entry.line = row.getColumn(Line).getInt64();
  entry.kind = kind_in(row.getColumn(KindWord).getText());
  entry.when.at = instant_in(row.getColumn(At).getInt64());
  entry.when.utc_offset = utc_offset_in(row.getColumn(UtcOffset).getInt64());
  entry.when.day = day_in(row.getColumn(DayText).getText());
  entry.note = text(row.getColumn(NoteText));
  entry.import_key = text(row.getColumn(ImportKey));
  entry.what = what_of(entry.kind, entry.id);
  return entry;
}

std::vector<Entry> EntryReader::read(SQLite::Statement& query) {
  // As long as `query` stands on a row, no other program writes.
  std::vector<Entry> entries;
  while (query.executeStep()) entries.push_back(entry_in(query));
  return entries;
}

}  // namespace lytes::journal

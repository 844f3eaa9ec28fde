#include "entry_reader.hpp"

#include <SQLiteCpp/Column.h>

#include <algorithm>
#include <utility>

#include "stored_values.hpp"

namespace lytes::journal {
namespace {

// In the order of `select_entries`.
enum Place {
  Id,
  Line,
  KindWord,
  At,
  UtcOffset,
  DayText,
  NoteText,
  ImportKey,
  Food,
  Description,
  Amount,
  Grams,
  FirstNutrient,
  Site = FirstNutrient + static_cast<int>(quantity::nutrient_count),
  Severity,
  Minutes,
  Flag,
  Rating,
  Name,
  FactorValue,
  Unit,
  MedicineName,
  Dose
};

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

/// A column that is never NULL where the detail row exists tells whether it does.
void require_detail(const SQLite::Statement& row, int place) {
  if (row.isColumnNull(place)) throw_lost_detail(row.getColumn(Id).getInt64());
}

What what_in(const SQLite::Statement& row, EntryKind kind) {
  switch (kind) {
    case EntryKind::Drink:
    case EntryKind::Food:
    case EntryKind::Supplement:
    case EntryKind::Total:
      require_detail(row, Description);
      return Intake{text(row.getColumn(Food)), row.getColumn(Description).getString(),
                    row.getColumn(Amount).getString(), if_known(number(row.getColumn(Grams)), amount_in),
                    nutrients_in(row, FirstNutrient)};
    case EntryKind::Spasm:
      require_detail(row, Site);
      return Spasm{row.getColumn(Site).getString(),
                   severity(row.getColumn(Severity)),
                   if_known(number(row.getColumn(Minutes)), amount_in),
                   {}};
    case EntryKind::Stress:
      require_detail(row, Rating);
      return Stress{rating_in(row.getColumn(Rating).getDouble())};
    case EntryKind::Factor:
      require_detail(row, Name);
      return Factor{row.getColumn(Name).getString(), if_known(number(row.getColumn(FactorValue)), factor_value_in),
                    text(row.getColumn(Unit))};
    case EntryKind::Medicine:
      require_detail(row, MedicineName);
      return Medicine{row.getColumn(MedicineName).getString(), text(row.getColumn(Dose))};
    case EntryKind::Note:
      break;
  }
  return Note{};
}

Entry entry_in(const SQLite::Statement& row) {
  Entry entry;
  entry.id = row.getColumn(Id).getInt64();
  entry.line = row.getColumn(Line).getInt64();
  entry.kind = kind_in(row.getColumn(KindWord).getText());
  entry.when.at = instant_in(row.getColumn(At).getInt64());
  entry.when.utc_offset = utc_offset_in(row.getColumn(UtcOffset).getInt64());
  entry.when.day = day_in(row.getColumn(DayText).getText());
  entry.note = text(row.getColumn(NoteText));
  entry.import_key = text(row.getColumn(ImportKey));
  entry.what = what_in(row, entry.kind);
  return entry;
}

}  // namespace

const std::string& select_entries() {
  static const std::string sql = R"(
  SELECT e.id, e.line, e.kind, e.at_utc, e.utc_offset_s, e.day, e.note, e.import_key,
         i.food, i.description, i.amount, i.grams, )" +
                                 quantity::nutrient_columns("i.") +
                                 R"(,
         s.site, s.severity, s.minutes, g.flag, t.rating, f.name, f.value, f.unit, m.name, m.dose
  FROM entry e
  LEFT JOIN intake i ON i.entry_id = iif(e.kind IN ('drink', 'food', 'supplement', 'total'), e.id, NULL)
  LEFT JOIN spasm s ON s.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN spasm_flag g ON g.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN stress t ON t.entry_id = iif(e.kind = 'stress', e.id, NULL)
  LEFT JOIN factor f ON f.entry_id = iif(e.kind = 'factor', e.id, NULL)
  LEFT JOIN medicine m ON m.entry_id = iif(e.kind = 'medicine', e.id, NULL)
)";
  return sql;
}

std::vector<Entry> read_entries(SQLite::Statement& query) {
  std::vector<Entry> entries;
  while (query.executeStep()) {
    if (entries.empty() || entries.back().id != query.getColumn(Id).getInt64()) entries.push_back(entry_in(query));
    if (auto* const spasm = std::get_if<Spasm>(&entries.back().what); spasm != nullptr && !query.isColumnNull(Flag)) {
      // Few, and nearly always in order already.
      std::string flag = query.getColumn(Flag).getString();
      spasm->flags.insert(std::upper_bound(spasm->flags.begin(), spasm->flags.end(), flag), std::move(flag));
    }
  }
  return entries;
}

}  // namespace lytes::journal

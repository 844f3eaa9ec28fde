#include "entry_reader.hpp"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "lytes/calendar/day.hpp"
#include "lytes/errors.hpp"

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
  Unit
};

std::optional<std::string> text(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getString();
}

std::optional<double> number(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getDouble();
}

std::optional<int> whole_number(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return column.getInt();
}

[[noreturn]] void damaged(const std::string& what) {
  throw StorageError(StorageError::Kind::Damaged, what, "Run 'lytes doctor'.");
}

quantity::Nutrients nutrients_in(const SQLite::Statement& query, int first) {
  quantity::Nutrients nutrients;
  for (const auto nutrient : quantity::all_nutrients) {
    nutrients[nutrient] = number(query.getColumn(first + static_cast<int>(nutrient)));
  }
  return nutrients;
}

/// A column that is never NULL where the detail row exists tells whether it does.
void require_detail(const SQLite::Statement& row, int place) {
  if (row.isColumnNull(place)) throw_lost_detail(row.getColumn(Id).getInt64());
}

What what_in(const SQLite::Statement& row, Kind kind) {
  switch (kind) {
    case Kind::Drink:
    case Kind::Food:
    case Kind::Supplement:
    case Kind::Total:
      require_detail(row, Description);
      return Intake{text(row.getColumn(Food)), row.getColumn(Description).getString(),
                    row.getColumn(Amount).getString(), number(row.getColumn(Grams)), nutrients_in(row, FirstNutrient)};
    case Kind::Spasm:
      require_detail(row, Site);
      return Spasm{
          row.getColumn(Site).getString(), whole_number(row.getColumn(Severity)), number(row.getColumn(Minutes)), {}};
    case Kind::Stress:
      require_detail(row, Rating);
      return Stress{row.getColumn(Rating).getDouble()};
    case Kind::Factor:
      require_detail(row, Name);
      return Factor{row.getColumn(Name).getString(), number(row.getColumn(FactorValue)), text(row.getColumn(Unit))};
    case Kind::Note:
      break;
  }
  return Note{};
}

Entry entry_in(const SQLite::Statement& row) {
  Entry entry;
  entry.id = row.getColumn(Id).getInt64();
  entry.line = row.getColumn(Line).getInt64();
  entry.kind = kind_in(row.getColumn(KindWord).getText());
  entry.when.at = calendar::Instant(std::chrono::seconds(row.getColumn(At).getInt64()));
  entry.when.utc_offset = std::chrono::seconds(row.getColumn(UtcOffset).getInt64());
  entry.when.day = day_in(row.getColumn(DayText).getText());
  entry.note = text(row.getColumn(NoteText));
  entry.import_key = text(row.getColumn(ImportKey));
  entry.what = what_in(row, entry.kind);
  return entry;
}

}  // namespace

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

Kind kind_in(std::string_view word) {
  const auto kind = kind_named(word);
  if (!kind) damaged(fmt::format("the journal holds an entry of the unknown kind '{}'", word));
  return *kind;
}

calendar::Day day_in(std::string_view text) {
  const auto day = calendar::parse_iso_day(text);
  if (!day) damaged(fmt::format("the journal holds an entry of the impossible day '{}'", text));
  return *day;
}

void throw_lost_detail(std::int64_t id) { damaged(fmt::format("entry {} has lost what it logged", id)); }

}  // namespace lytes::journal

// The two ways through all entries of many years: what they leave out is what makes them quick.

#include <string>
#include <utility>

#include "entry_reader.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/journal_file.hpp"
#include "row_cursor.hpp"

namespace lytes::journal {
namespace {

constexpr const char* select_intakes = R"(
  SELECT e.day, e.at_utc, e.utc_offset_s, e.kind,
         i.water_ml, i.magnesium_mg, i.potassium_mg, i.sodium_mg, i.calcium_mg, i.caffeine_mg, i.alcohol_g
  FROM entry e JOIN intake i ON i.entry_id = e.id
  WHERE e.day BETWEEN ?1 AND ?2
  ORDER BY e.day, e.at_utc, e.id)";

// The kinds stand as in the index happening_by_day, which is used for these words only. It holds all that is asked of
// `entry`. A spasm has as many rows as it has flags.
constexpr const char* select_happenings = R"(
  SELECT e.day, e.at_utc, e.utc_offset_s, e.id,
         s.site, s.severity, s.minutes, g.flag, t.rating, f.name, f.value, f.unit
  FROM entry e
  LEFT JOIN spasm s ON s.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN spasm_flag g ON g.entry_id = s.entry_id
  LEFT JOIN stress t ON t.entry_id = iif(e.kind = 'stress', e.id, NULL)
  LEFT JOIN factor f ON f.entry_id = iif(e.kind = 'factor', e.id, NULL)
  WHERE e.day BETWEEN ?1 AND ?2 AND e.kind IN ('spasm', 'stress', 'factor')
  ORDER BY e.day, e.at_utc, e.id, g.flag)";

// Columns of both, then those of happenings.
enum Place { DayText, At, UtcOffset, KindWord, FirstNutrient };
enum HappeningPlace { Id = UtcOffset + 1, Site, Severity, Minutes, Flag, Rating, Name, FactorValue, Unit };

/// Reads the moments of rows that come in order of days: the text of a day is understood once.
class MomentReader {
 public:
  void read(const RowCursor& rows, calendar::Moment& when) {
    if (day_text_ != rows.text(DayText)) {
      day_text_ = rows.text(DayText);
      when.day = day_in(day_text_);
    }
    when.at = calendar::Instant(std::chrono::seconds(rows.integer(At)));
    when.utc_offset = std::chrono::seconds(rows.integer(UtcOffset));
  }

 private:
  std::string day_text_;
};

RowCursor rows_of(storage::JournalFile& journal, const char* sql, calendar::DayRange days) {
  RowCursor rows(journal.database(), sql);
  rows.bind(1, calendar::iso(days.from));
  rows.bind(2, calendar::iso(days.to));
  return rows;
}

What happening_in(const RowCursor& rows) {
  if (!rows.is_null(Site)) {
    Spasm spasm{std::string(rows.text(Site)), std::nullopt, rows.known_real(Minutes), {}};
    if (!rows.is_null(Severity)) spasm.severity = static_cast<int>(rows.integer(Severity));
    return spasm;
  }
  if (!rows.is_null(Rating)) return Stress{rows.real(Rating)};
  if (rows.is_null(Name)) throw_lost_detail(rows.integer(Id));
  Factor factor{std::string(rows.text(Name)), rows.known_real(FactorValue), std::nullopt};
  if (!rows.is_null(Unit)) factor.unit = std::string(rows.text(Unit));
  return factor;
}

}  // namespace

void Store::each_intake(calendar::DayRange days, const std::function<void(const IntakeRow&)>& visit) {
  journal_->guarded([&] {
    RowCursor rows = rows_of(*journal_, select_intakes, days);
    MomentReader moments;
    IntakeRow row{};
    while (rows.step()) {
      moments.read(rows, row.when);
      row.kind = kind_in(rows.text(KindWord));
      int column = FirstNutrient;
      for (const auto nutrient : quantity::all_nutrients) row.nutrients[nutrient] = rows.known_real(column++);
      visit(row);
    }
  });
}

void Store::each_happening(calendar::DayRange days, const std::function<void(const HappeningRow&)>& visit) {
  journal_->guarded([&] {
    RowCursor rows = rows_of(*journal_, select_happenings, days);
    MomentReader moments;
    HappeningRow row{};
    std::int64_t id = 0;
    while (rows.step()) {
      if (rows.integer(Id) != id) {
        if (id != 0) visit(row);
        id = rows.integer(Id);
        moments.read(rows, row.when);
        row.what = happening_in(rows);
      }
      if (!rows.is_null(Flag)) std::get<Spasm>(row.what).flags.emplace_back(rows.text(Flag));
    }
    if (id != 0) visit(row);
  });
}

}  // namespace lytes::journal

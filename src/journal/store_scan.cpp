// The two ways through all entries of many years: what they leave out is what makes them quick.

#include <SQLiteCpp/Database.h>
#include <fmt/format.h>

#include <string>
#include <utility>

#include "entry_reader.hpp"
#include "intake_guard.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/one_moment.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

using storage::RowCursor;

std::string select_intakes() {
  return "SELECT e.day, e.at_utc, e.utc_offset_s, e.kind, " + quantity::nutrient_columns("i.") + R"(
  FROM entry e JOIN intake i ON i.entry_id = e.id
  WHERE e.day BETWEEN ?1 AND ?2
  ORDER BY e.day, e.at_utc, e.id)";
}

/// What the guards say, without a look at the figures: an intake whose row is gone still counts.
constexpr const char* of_all_intakes = " FROM intake i INDEXED BY intake_guard";
constexpr const char* of_the_days_intakes = R"(
    FROM entry e CROSS JOIN intake i INDEXED BY intake_guard ON i.entry_id = e.id
    WHERE e.day BETWEEN ?1 AND ?2)";

std::string select_guards(const char* of_which) {
  return fmt::format("SELECT count(*), total({}){}", guard_in_sql, of_which);
}

// The kinds stand as in the index happening_by_day, which is used for these words only. It holds all that is asked of
// `entry`. A spasm has as many rows as it has flags. The last columns say whether the guard has the same, and of
// a spasm where it was taken over from.
constexpr const char* select_happenings = R"(
  SELECT e.day, e.at_utc, e.utc_offset_s, e.id,
         s.site, s.severity, s.minutes, g.flag, t.rating, f.name, f.value, f.unit,
         coalesce(sg.entry_id, tg.entry_id, fg.entry_id) IS NOT NULL, k.import_key
  FROM entry e
  LEFT JOIN spasm s ON s.entry_id = iif(e.kind = 'spasm', e.id, NULL)
  LEFT JOIN spasm sg INDEXED BY spasm_guard
    ON sg.entry_id = s.entry_id AND sg.severity IS s.severity AND sg.minutes IS s.minutes AND sg.site = s.site
  LEFT JOIN spasm_flag g ON g.entry_id = s.entry_id
  LEFT JOIN entry k ON k.id = s.entry_id
  LEFT JOIN stress t ON t.entry_id = iif(e.kind = 'stress', e.id, NULL)
  LEFT JOIN stress tg INDEXED BY stress_guard ON tg.entry_id = t.entry_id AND tg.rating = t.rating
  LEFT JOIN factor f ON f.entry_id = iif(e.kind = 'factor', e.id, NULL)
  LEFT JOIN factor fg INDEXED BY factor_guard
    ON fg.entry_id = f.entry_id AND fg.value IS f.value AND fg.name = f.name AND fg.unit IS f.unit
  WHERE e.day BETWEEN ?1 AND ?2 AND e.kind IN ('spasm', 'stress', 'factor')
  ORDER BY e.day, e.at_utc, e.id, g.flag)";

// Columns of both, then those of happenings.
enum Place { DayText, At, UtcOffset, KindWord, FirstNutrient };
enum HappeningPlace {
  Id = UtcOffset + 1,
  Site,
  Severity,
  Minutes,
  Flag,
  Rating,
  Name,
  FactorValue,
  Unit,
  Guarded,
  ImportKey
};

/// Reads the moments of rows that come in order of days: the text of a day is understood once.
class MomentReader {
 public:
  explicit MomentReader(calendar::DayRange days) : days_(days) {}

  /// @throws StorageError Damaged for a day that was not asked for: an index is not what it was
  void read(const RowCursor& rows, calendar::Moment& when) {
    if (day_text_ != rows.text(DayText)) {
      day_text_ = rows.text(DayText);
      when.day = day_in(day_text_);
      require_day_in(when.day, days_);
    }
    when.at = instant_in(rows.integer(At));
    when.utc_offset = utc_offset_in(rows.integer(UtcOffset));
  }

 private:
  calendar::DayRange days_;
  std::string day_text_;
};

RowCursor rows_of(storage::JournalFile& journal, const char* sql, calendar::DayRange days) {
  RowCursor rows(journal.database(), sql);
  rows.bind(1, calendar::iso(days.from));
  rows.bind(2, calendar::iso(days.to));
  return rows;
}

[[noreturn]] void throw_other_figures(const storage::JournalFile& journal, calendar::DayRange days) {
  throw StorageError(StorageError::Kind::Damaged,
                     fmt::format("{} is damaged: from {} to {} the figures are not those that were logged",
                                 journal.path().string(), calendar::iso(days.from), calendar::iso(days.to)),
                     "Run 'lytes doctor', or 'lytes restore' with a backup.");
}

/// @param all whether `days` hold every entry there is: then the guards need not be looked up one by one
/// @throws StorageError Damaged
void compare_with_guards(storage::JournalFile& journal, calendar::DayRange days, bool all, const GuardSum& read) {
  const std::string sql = select_guards(all ? of_all_intakes : of_the_days_intakes);
  RowCursor guards = all ? RowCursor(journal.database(), sql.c_str()) : rows_of(journal, sql.c_str(), days);
  guards.step();
  if (!read.agrees_with({guards.integer(0), guards.real(1)})) throw_other_figures(journal, days);
}

What happening_in(const RowCursor& rows) {
  if (!rows.is_null(Site)) {
    Spasm spasm{std::string(rows.text(Site)), std::nullopt, if_known(rows.known_real(Minutes), amount_in), {}};
    if (!rows.is_null(Severity)) spasm.severity = severity_in(rows.integer(Severity));
    return spasm;
  }
  if (!rows.is_null(Rating)) return Stress{rating_in(rows.real(Rating))};
  if (rows.is_null(Name)) throw_lost_detail(rows.integer(Id));
  Factor factor{std::string(rows.text(Name)), if_known(rows.known_real(FactorValue), factor_value_in), std::nullopt};
  if (!rows.is_null(Unit)) factor.unit = std::string(rows.text(Unit));
  return factor;
}

}  // namespace

void Store::each_intake(calendar::DayRange days, const std::function<void(const IntakeRow&)>& visit) {
  journal_->guarded([&] {
    const storage::OneMoment one_moment(journal_->database());
    RowCursor rows = rows_of(*journal_, select_intakes().c_str(), days);
    MomentReader moments(days);
    IntakeRow row{};
    GuardSum read;
    while (rows.step()) {
      moments.read(rows, row.when);
      row.kind = kind_in(rows.text(KindWord));
      int column = FirstNutrient;
      for (const auto nutrient : quantity::all_nutrients)
        row.nutrients[nutrient] = if_known(rows.known_real(column++), amount_in);
      read.add(row.nutrients);
      visit(row);
    }
    // Of a month the guards are looked up sooner than it is found out whether it is all there is.
    constexpr std::chrono::days month{31};
    const auto written = days.to - days.from > month ? this->days() : std::nullopt;
    const bool all = written && days.contains(written->from) && days.contains(written->to);
    compare_with_guards(*journal_, days, all, read);
  });
}

void Store::each_happening(calendar::DayRange days, const std::function<void(const HappeningRow&)>& visit) {
  journal_->guarded([&] {
    RowCursor rows = rows_of(*journal_, select_happenings, days);
    MomentReader moments(days);
    HappeningRow row{};
    std::int64_t id = 0;
    while (rows.step()) {
      if (rows.integer(Id) != id) {
        if (id != 0) visit(row);
        id = rows.integer(Id);
        moments.read(rows, row.when);
        row.time_known = !rows.text(ImportKey).starts_with(day_only_key);
        row.what = happening_in(rows);
        if (rows.integer(Guarded) == 0) throw_other_figures(*journal_, days);
      }
      if (rows.is_null(Flag)) continue;
      auto* const spasm = std::get_if<Spasm>(&row.what);
      if (spasm == nullptr) throw_lost_detail(id);
      spasm->flags.emplace_back(rows.text(Flag));
    }
    if (id != 0) visit(row);
  });
}

}  // namespace lytes::journal

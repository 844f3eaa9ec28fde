#include "logged_details.hpp"

#include <algorithm>
#include <string>

#include "stored_values.hpp"

namespace lytes::journal {
namespace {

using storage::RowCursor;

/// In the order of the tables. What a guard holds is asked of its table in the guard's order.
const char* statement_of(std::size_t table) {
  static constexpr std::array<const char*, 7> statements = {
      "SELECT entry_id, severity, minutes, site FROM spasm NOT INDEXED WHERE entry_id >= ?1 ORDER BY entry_id",
      "SELECT entry_id, severity, minutes, site FROM spasm INDEXED BY spasm_guard WHERE entry_id >= ?1 ORDER BY "
      "entry_id",
      "SELECT entry_id, flag FROM spasm_flag WHERE entry_id >= ?1 ORDER BY entry_id, flag",
      "SELECT entry_id, rating FROM stress NOT INDEXED WHERE entry_id >= ?1 ORDER BY entry_id",
      "SELECT entry_id, rating FROM stress INDEXED BY stress_guard WHERE entry_id >= ?1 ORDER BY entry_id",
      "SELECT entry_id, value, name, unit FROM factor NOT INDEXED WHERE entry_id >= ?1 ORDER BY entry_id",
      "SELECT entry_id, value, name, unit FROM factor INDEXED BY factor_guard WHERE entry_id >= ?1 ORDER BY entry_id"};
  return statements[table];
}

std::string select_figures() {
  return "SELECT 1 FROM intake NOT INDEXED WHERE entry_id >= ?2 AND enough(?1, entry_id, " +
         quantity::nutrient_columns() + ") ORDER BY entry_id";
}

enum SpasmPlace { Severity = 1, Minutes, Site };
enum FactorPlace { FactorValue = 1, Name, Unit };
constexpr int only_value = 1;  // of the tables that have one beside the number

/// Whether the row of a table and that of its guard hold the same.
bool same_row(const RowCursor& row, const RowCursor& guard) {
  for (int column = 1; column < row.columns(); ++column) {
    if (!row.holds_same(column, guard)) return false;
  }
  return true;
}

}  // namespace

void RowsByNumber::step() { at_ = rows_.step() ? std::optional(rows_.integer(0)) : std::nullopt; }

bool RowsByNumber::find(std::int64_t number) {
  if (at_ && *at_ < number) step();
  if (!at_ || *at_ != number) {
    rows_.restart();
    rows_.bind(1, number);
    step();
  }
  return at_ == number;
}

bool RowsByNumber::next(std::int64_t number) {
  step();
  return at_ == number;
}

IntakeFigures::IntakeFigures(storage::JournalFile& journal)
    : rows_(journal, select_figures().c_str(), [this](const storage::RowValues& row) { return take(row); }) {}

void IntakeFigures::read(std::span<LoggedIntake> intakes) {
  left_ = intakes;
  while (!left_.empty()) {
    const std::size_t before = left_.size();
    rows_.run();
    if (left_.size() < before) continue;
    // The next row is another's, or there was none before: so this one is searched for, and if that finds another's,
    // too, it is gone.
    rows_.restart();
    rows_.bind(2, left_.front().id);
    rows_.run();
    if (left_.size() == before) left_ = left_.subspan(1);
  }
}

/// @return whether it is another's, or the last that is asked for
bool IntakeFigures::take(const storage::RowValues& row) {
  LoggedIntake& intake = left_.front();
  if (row.integer(0) != intake.id) return true;
  int column = 1;
  for (const auto nutrient : quantity::all_nutrients) {
    intake.row.nutrients[nutrient] = if_known(row.known_real(column++), amount_in);
  }
  intake.found = true;
  left_ = left_.subspan(1);
  return left_.empty();
}

RowsByNumber& LoggedDetails::rows_of(Table table) {
  auto& rows = tables_[table];
  if (!rows) rows.emplace(journal_, statement_of(table));
  return *rows;
}

const RowCursor& LoggedDetails::detail_of(Table table, std::int64_t id) {
  RowsByNumber& rows = rows_of(table);
  if (!rows.find(id)) throw_lost_detail(id);
  return rows.row();
}

bool LoggedDetails::is_guarded(Table table, Table guards, std::int64_t id) {
  RowsByNumber& guard = rows_of(guards);
  return guard.find(id) && same_row(rows_of(table).row(), guard.row());
}

std::optional<What> LoggedDetails::happening(EntryKind kind, std::int64_t id) {
  if (kind == EntryKind::Stress) {
    const RowCursor& row = detail_of(Stresses, id);
    if (!is_guarded(Stresses, StressGuards, id)) return std::nullopt;
    return Stress{rating_in(row.real(only_value))};
  }
  if (kind == EntryKind::Factor) {
    const RowCursor& row = detail_of(Factors, id);
    if (!is_guarded(Factors, FactorGuards, id)) return std::nullopt;
    Factor factor{std::string(row.text(Name)), if_known(row.known_real(FactorValue), factor_value_in), std::nullopt};
    if (!row.is_null(Unit)) factor.unit = std::string(row.text(Unit));
    return factor;
  }
  const RowCursor& row = detail_of(Spasms, id);
  if (!is_guarded(Spasms, SpasmGuards, id)) return std::nullopt;
  Spasm spasm{std::string(row.text(Site)), std::nullopt, if_known(row.known_real(Minutes), amount_in), {}};
  if (!row.is_null(Severity)) spasm.severity = severity_in(row.integer(Severity));
  RowsByNumber& flags = rows_of(Flags);
  for (bool more = flags.find(id); more; more = flags.next(id)) spasm.flags.emplace_back(flags.row().text(only_value));
  return spasm;
}

bool LoggedDetails::time_known(std::int64_t id) {
  if (!day_only_) day_only_ = entries_of_days();
  return !std::ranges::binary_search(*day_only_, id);
}

std::vector<std::int64_t> LoggedDetails::entries_of_days() {
  RowCursor rows(journal_, "SELECT id FROM entry WHERE import_key >= ?1 AND import_key < ?2");
  std::string behind(day_only_key);
  ++behind.back();
  rows.bind(1, std::string(day_only_key));
  rows.bind(2, behind);
  std::vector<std::int64_t> found;
  while (rows.step()) found.push_back(rows.integer(0));
  std::ranges::sort(found);
  return found;
}

}  // namespace lytes::journal

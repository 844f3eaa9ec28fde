#include "lytes/journal/entry_diff.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/journal/store.hpp"
#include "other_diff.hpp"
#include "stored_values.hpp"

namespace lytes::journal {

namespace {

using storage::ColumnChange;
using storage::RowChange;
using storage::Value;

enum class Side { Before, After };

using States = std::map<std::int64_t, std::optional<Entry>>;

std::optional<std::string> text_of(const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text ? std::optional(*text) : std::nullopt;
}

std::optional<double> number_of(const Value& value) {
  if (const auto* real = std::get_if<double>(&value)) return *real;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::nullopt;
}

std::int64_t whole_of(const Value& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  return whole ? *whole : 0;
}

void set_head(Entry& entry, const std::string& column, const Value& value) {
  if (column == "line") entry.line = whole_of(value);
  if (column == "kind") entry.kind = kind_in(text_of(value).value_or(""));
  if (column == "at_utc") entry.when.at = instant_in(whole_of(value));
  if (column == "utc_offset_s") entry.when.utc_offset = utc_offset_in(whole_of(value));
  if (column == "day") entry.when.day = day_in(text_of(value).value_or(""));
  if (column == "note") entry.note = text_of(value);
  if (column == "import_key") entry.import_key = text_of(value);
}

void set(Intake& intake, const std::string& column, const Value& value) {
  if (column == "food") intake.food = text_of(value);
  if (column == "description") intake.description = text_of(value).value_or("");
  if (column == "amount") intake.amount = text_of(value).value_or("");
  if (column == "grams") intake.grams = if_known(number_of(value), amount_in);
  for (const auto nutrient : quantity::all_nutrients) {
    if (column == quantity::field_name(nutrient)) intake.nutrients[nutrient] = if_known(number_of(value), amount_in);
  }
}

void set(Spasm& spasm, const std::string& column, const Value& value) {
  if (column == "site") spasm.site = text_of(value).value_or("");
  if (column == "severity") {
    spasm.severity =
        std::holds_alternative<std::monostate>(value) ? std::nullopt : std::optional(severity_in(whole_of(value)));
  }
  if (column == "minutes") spasm.minutes = if_known(number_of(value), amount_in);
}

void set(Stress& stress, const std::string& column, const Value& value) {
  if (column == "rating") stress.rating = rating_in(number_of(value).value_or(0));
}

void set(Factor& factor, const std::string& column, const Value& value) {
  if (column == "name") factor.name = text_of(value).value_or("");
  if (column == "value") factor.value = if_known(number_of(value), factor_value_in);
  if (column == "unit") factor.unit = text_of(value);
}

void set(Medicine& medicine, const std::string& column, const Value& value) {
  if (column == "name") medicine.name = text_of(value).value_or("");
  if (column == "dose") medicine.dose = text_of(value);
}

template <typename Content>
void set_what(Entry& entry, const std::string& column, const Value& value) {
  if (!std::holds_alternative<Content>(entry.what)) entry.what = Content{};
  set(std::get<Content>(entry.what), column, value);
}

const std::optional<Value>& on(const ColumnChange& column, Side side) {
  return side == Side::Before ? column.before : column.after;
}

void set_column(Entry& entry, const std::string& table, const ColumnChange& column, Side side) {
  const auto& value = on(column, side);
  if (!value) return;
  if (table == "entry") set_head(entry, column.column, *value);
  if (table == "intake") set_what<Intake>(entry, column.column, *value);
  if (table == "spasm") set_what<Spasm>(entry, column.column, *value);
  if (table == "stress") set_what<Stress>(entry, column.column, *value);
  if (table == "factor") set_what<Factor>(entry, column.column, *value);
  if (table == "medicine") set_what<Medicine>(entry, column.column, *value);
}

void set_flag(Entry& entry, const std::string& flag, bool there) {
  if (!std::holds_alternative<Spasm>(entry.what)) entry.what = Spasm{};
  auto& flags = std::get<Spasm>(entry.what).flags;
  std::erase(flags, flag);
  if (there) flags.push_back(flag);
  std::ranges::sort(flags);
}

/// The entry that a row is part of; empty for rows of other tables.
std::optional<std::int64_t> entry_of(const RowChange& row) {
  const bool part = row.table == "entry" || row.table == "intake" || row.table == "spasm" ||
                    row.table == "spasm_flag" || row.table == "stress" || row.table == "factor" ||
                    row.table == "medicine";
  if (!part) return std::nullopt;
  for (const auto& column : row.columns) {
    if (column.key && column.column == (row.table == "entry" ? "id" : "entry_id"))
      return whole_of(column.before ? *column.before : *column.after);
  }
  return std::nullopt;
}

/// Brings a state over one row to one side of the change.
void cross(std::optional<Entry>& state, std::int64_t id, const RowChange& row, Side side) {
  const bool there = row.what != (side == Side::Before ? RowChange::What::Inserted : RowChange::What::Deleted);
  if (row.table == "spasm_flag") {
    if (!state && !there) return;
    if (!state) state.emplace().id = id;
    for (const auto& column : row.columns) {
      const auto& value = column.before ? column.before : column.after;
      if (column.column == "flag") set_flag(*state, text_of(*value).value_or(""), there);
    }
    return;
  }
  if (!there) {
    if (row.table == "entry") state.reset();
    return;
  }
  if (!state) state.emplace().id = id;
  for (const auto& column : row.columns) set_column(*state, row.table, column, side);
}

class Teller {
 public:
  Teller(Store& store, States& known) : store_(store), known_(known) {}

  ChangeDiff diff_of(const storage::RecordedChange& change, Side far) {
    ChangeDiff diffs;
    std::map<std::int64_t, std::optional<Entry>> near;
    for (const auto& row : change.rows) {
      const auto id = entry_of(row);
      if (row.table == "read_line") continue;  // what it logged is told
      if (!id) {
        diffs.others.push_back(other_diff(row));
      } else {
        near.try_emplace(*id, state(*id));
      }
    }
    // The parts of entries are crossed before the entries themselves: an entry that went must not come back by a part
    // of it that follows.
    for (const auto& row : change.rows) {
      if (const auto id = entry_of(row); id && row.table != "entry") cross(state(*id), *id, row, far);
    }
    for (const auto& row : change.rows) {
      if (const auto id = entry_of(row); id && row.table == "entry") cross(state(*id), *id, row, far);
    }
    for (const auto& [id, here] : near) {
      const auto& there = state(id);
      if ((here && !is_consistent(*here)) || (there && !is_consistent(*there)) || (!here && !there)) continue;
      diffs.entries.push_back(far == Side::Before ? EntryDiff{id, there, here} : EntryDiff{id, here, there});
    }
    return diffs;
  }

 private:
  std::optional<Entry>& state(std::int64_t id) {
    const auto [at, is_new] = states_.try_emplace(id);
    if (is_new) at->second = now(id);
    return at->second;
  }

  const std::optional<Entry>& now(std::int64_t id) {
    const auto [at, is_new] = known_.try_emplace(id);
    if (is_new) {
      try {
        at->second = store_.find(id);
      } catch (const NotFoundError&) {
        // Taken out since: what there was of it stands in the record.
      }
    }
    return at->second;
  }

  Store& store_;
  States& known_;
  States states_;
};

}  // namespace

std::vector<ChangeDiff> diffs_of(Store& store, std::span<const storage::RecordedChange> changes) {
  std::vector<std::size_t> oldest_first(changes.size());
  std::iota(oldest_first.begin(), oldest_first.end(), std::size_t{0});
  std::ranges::sort(oldest_first, {}, [&](std::size_t i) { return changes[i].id; });

  States known;
  std::vector<ChangeDiff> diffs(changes.size());
  // Those that stand lead back from now, the newest first; those that were undone would lead on from now.
  Teller back(store, known);
  for (auto i = oldest_first.rbegin(); i != oldest_first.rend(); ++i) {
    if (!changes[*i].undone) diffs[*i] = back.diff_of(changes[*i], Side::Before);
  }
  Teller forth(store, known);
  for (const std::size_t i : oldest_first) {
    if (changes[i].undone) diffs[i] = forth.diff_of(changes[i], Side::After);
  }
  return diffs;
}

}  // namespace lytes::journal

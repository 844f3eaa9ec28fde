#include "lytes/journal/soundness.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <vector>

#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/rescue.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

using storage::Finding;
using Verdict = Finding::Verdict;

// Each names the entries that it finds fault with.

constexpr const char* without_details = R"(
  SELECT id FROM entry WHERE kind <> 'note' AND id NOT IN (
    SELECT entry_id FROM intake UNION ALL SELECT entry_id FROM spasm
    UNION ALL SELECT entry_id FROM stress UNION ALL SELECT entry_id FROM factor
    UNION ALL SELECT entry_id FROM medicine)
  ORDER BY id)";

// The remainder of a negative number is negative in SQL, and local times before 1970 are negative numbers.
constexpr const char* of_wrong_day = R"(
  SELECT id FROM (SELECT id, day, at_utc + utc_offset_s AS local, date(at_utc + utc_offset_s, 'unixepoch') AS date FROM entry)
  WHERE date IS NULL OR NOT (
    day = date OR day = date(date, '-1 day')
    OR (day = date(date, '+1 day') AND (local % 86400 + 86400) % 86400 >= 75600))
  ORDER BY id)";

constexpr const char* later_than = "SELECT id FROM entry WHERE at_utc > ?1 ORDER BY id";

std::vector<std::int64_t> ids_of(SQLite::Statement& query) {
  std::vector<std::int64_t> ids;
  while (query.executeStep()) ids.push_back(query.getColumn(0).getInt64());
  return ids;
}

std::vector<std::int64_t> entries_without_details(SQLite::Database& database) {
  SQLite::Statement query(database, without_details);
  return ids_of(query);
}

Finding examine_details(SQLite::Database& database) {
  const auto lost = entries_without_details(database);
  if (lost.empty()) return {"details", Verdict::Sound, "every entry has what it logged", ""};
  return {"details", Verdict::Damaged,
          lost.size() == 1
              ? fmt::format("entry {} has lost what it logged", lost.front())
              : fmt::format("{} entries have lost what they logged, the first is {}", lost.size(), lost.front()),
          "Restore a sound backup ('lytes restore FILE'), or save what can be read ('lytes doctor --rescue FILE')."};
}

Finding examine_days(SQLite::Database& database) {
  SQLite::Statement query(database, of_wrong_day);
  const auto wrong = ids_of(query);
  if (wrong.empty()) return {"days", Verdict::Sound, "every entry lies on a day that fits its time", ""};
  return {"days", Verdict::Damaged,
          wrong.size() == 1 ? fmt::format("entry {} lies on a day that does not fit its time", wrong.front())
                            : fmt::format("{} entries lie on a day that does not fit their time, the first is {}",
                                          wrong.size(), wrong.front()),
          fmt::format("Give it its time again: lytes edit {} at=TIME. Or restore a backup.", wrong.front())};
}

Finding examine_future(SQLite::Database& database, calendar::Instant now) {
  constexpr std::chrono::minutes clocks_differ{5};
  const std::int64_t latest = (now + clocks_differ).time_since_epoch().count();
  SQLite::Statement query(database, later_than);
  query.bind(1, latest);
  const auto ahead = ids_of(query);
  if (ahead.empty()) return {"clock", Verdict::Sound, "no entry lies in the future", ""};
  return {
      "clock", Verdict::Advice,
      (ahead.size() == 1 ? fmt::format("entry {} lies in the future", ahead.front())
                         : fmt::format("{} entries lie in the future, the first is {}", ahead.size(), ahead.front())) +
          ": was the clock wrong, or was it set back?",
      fmt::format("If it was wrong then: lytes edit {} at=TIME.", ahead.front())};
}

}  // namespace

std::vector<Finding> examine_entries(storage::JournalFile& journal, calendar::Instant now) {
  std::vector<Finding> findings;
  const auto add = [&](const char* check, auto&& look) {
    try {
      findings.push_back(journal.guarded(look));
    } catch (const StorageError& error) {
      if (error.kind != StorageError::Kind::Damaged) throw;
      findings.push_back({check, Verdict::Damaged, error.what(), error.what_to_do});
    }
  };
  add("details", [&] { return examine_details(journal.database()); });
  add("days", [&] { return examine_days(journal.database()); });
  add("clock", [&] { return examine_future(journal.database(), now); });
  return findings;
}

PlainSums plain_sums(storage::JournalFile& journal, calendar::DayRange days) {
  return journal.guarded([&] {
    // By the tables themselves, not by the indexes that the timeline goes by.
    SQLite::Statement query(journal.database(), R"(
      SELECT count(i.entry_id), (SELECT count(*) FROM spasm s JOIN entry p NOT INDEXED ON p.id = s.entry_id
                                 WHERE p.day BETWEEN ?1 AND ?2),
             total(i.water_ml), total(i.magnesium_mg), total(i.potassium_mg)
      FROM intake i JOIN entry e NOT INDEXED ON e.id = i.entry_id
      WHERE e.day BETWEEN ?1 AND ?2)");
    query.bind(1, calendar::iso(days.from));
    query.bind(2, calendar::iso(days.to));
    query.executeStep();
    return PlainSums{query.getColumn(0).getInt64(), query.getColumn(1).getInt64(), query.getColumn(2).getDouble(),
                     query.getColumn(3).getDouble(), query.getColumn(4).getDouble()};
  });
}

std::span<const storage::Trace> traces_of_entries() {
  static const storage::Trace traces[] = {
      {"entry",
       "SELECT id, id AS line, kind, at_utc, utc_offset_s, day FROM entry INDEXED BY entry_by_day WHERE day > ''",
       true},
      {"entry", "SELECT entry_id FROM intake NOT INDEXED", false},
      {"intake", "SELECT entry_id FROM intake INDEXED BY intake_guard WHERE entry_id > 0", false},
      {"spasm", "SELECT entry_id, severity, minutes, site FROM spasm INDEXED BY spasm_guard WHERE entry_id > 0", true},
      {"stress", "SELECT entry_id, rating FROM stress INDEXED BY stress_guard WHERE entry_id > 0", true},
      {"factor", "SELECT entry_id, value, name, unit FROM factor INDEXED BY factor_guard WHERE entry_id > 0", true},
      {"medicine", "SELECT entry_id, name, dose FROM medicine INDEXED BY medicine_guard WHERE entry_id > 0", true},
  };
  return traces;
}

/// Whether a column holds a real date within the days that lytes takes.
std::string is_a_day(std::string_view column = "day") {
  return fmt::format("(date({0}, '+0 days') IS {0} AND {0} BETWEEN '{1}' AND '{2}')", column,
                     calendar::iso(calendar::earliest_day), calendar::iso(calendar::latest_day));
}

std::string amounts_or_zero() {
  std::string amounts;
  for (const auto& facts : quantity::nutrient_table)
    amounts += fmt::format("{}coalesce({}, 0)", amounts.empty() ? "" : ", ", facts.field);
  return amounts;
}

std::span<const storage::RowCondition> conditions_of_entries() {
  // What the tables' own CHECKs do not say, and stored_values.hpp does.
  static const std::string instant = fmt::format("at_utc BETWEEN {} AND {}", first_instant.time_since_epoch().count(),
                                                 last_instant.time_since_epoch().count());
  static const std::string amounts =
      fmt::format("max(coalesce(grams, 0), {}) <= {:.0f}", amounts_or_zero(), largest_amount);
  static const std::string minutes = fmt::format("coalesce(minutes, 0) <= {:.0f}", largest_amount);
  static const std::string value = fmt::format("abs(coalesce(value, 0)) <= {:.0f}", largest_amount);
  static const std::string day = is_a_day();
  static const std::string from_day = is_a_day("from_day");
  static const storage::RowCondition conditions[] = {{"day_status", day}, {"read_line", day},  {"kept_draw", day},
                                                     {"trial_coin", day}, {"trial", from_day}, {"entry", instant},
                                                     {"intake", amounts}, {"spasm", minutes},  {"factor", value}};
  return conditions;
}

void reconcile_entries(SQLite::Database& rescued, storage::Rescued& counts) {
  // A day that is none stops every reading; the local time tells nearly the same.
  rescued.exec(
      fmt::format("UPDATE entry SET day = date(at_utc + utc_offset_s, 'unixepoch') WHERE NOT {} "
                  "AND date(at_utc + utc_offset_s, 'unixepoch') GLOB '[0-9]*'",
                  is_a_day()));
  const auto remove = [&](const std::string& table, const std::string& condition) {
    counts.count_as_lost(table, rescued.exec("DELETE FROM " + table + " WHERE " + condition));
  };
  remove("entry", "NOT " + is_a_day());
  constexpr const char* other_than = "entry_id NOT IN (SELECT id FROM entry WHERE kind IN ({}))";
  remove("intake", fmt::format(other_than, "'drink', 'food', 'supplement', 'total'"));
  for (const char* kind : {"spasm", "stress", "factor", "medicine"})
    remove(kind, fmt::format(other_than, fmt::format("'{}'", kind)));
  remove("spasm_flag", "entry_id NOT IN (SELECT entry_id FROM spasm)");
  remove("entry", fmt::format("id IN ({})", without_details));
  remove("trial_coin", "trial NOT IN (SELECT id FROM trial)");
}

}  // namespace lytes::journal

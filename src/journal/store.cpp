#include "lytes/journal/store.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <limits>

#include <algorithm>
#include <string>

#include "entry_reader.hpp"
#include "entry_writer.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/row_cursor.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

NotFoundError no_such_entry(std::int64_t id) {
  // A number with more digits than any entry can have is read as the largest there is.
  if (id == std::numeric_limits<std::int64_t>::max()) return {"no_such_entry", "no entry has a number that large"};
  return {"no_such_entry", fmt::format("there is no entry {}", id)};
}

void bind_days(SQLite::Statement& query, const calendar::DayRange& days) {
  query.bind(1, calendar::iso(days.from));
  query.bind(2, calendar::iso(days.to));
}

}  // namespace

std::vector<std::int64_t> Store::add(std::span<const Entry> line) {
  for (const Entry& entry : line) require_texts_that_fit(entry);
  return journal_->guarded([&] {
    EntryWriter writer(journal_->database());
    std::vector<std::int64_t> ids;
    ids.reserve(line.size());
    const std::int64_t first = writer.next_id();
    for (const Entry& entry : line) {
      ids.push_back(first + static_cast<std::int64_t>(ids.size()));
      writer.insert(entry, ids.back(), first);
    }
    return ids;
  });
}

std::vector<bool> Store::holds(std::span<const Entry> entries) {
  return journal_->guarded([&] {
    EntryWriter writer(journal_->database());
    std::vector<bool> held;
    held.reserve(entries.size());
    for (const Entry& entry : entries) held.push_back(entry.import_key && writer.has_import_key(*entry.import_key));
    return held;
  });
}

std::size_t Store::import(std::span<const Entry> entries) {
  for (const Entry& entry : entries) require_texts_that_fit(entry);
  return journal_->guarded([&] {
    EntryWriter writer(journal_->database());
    std::int64_t next = writer.next_id();
    std::size_t added = 0;
    for (const Entry& entry : entries) {
      if (entry.import_key && writer.has_import_key(*entry.import_key)) continue;
      writer.insert(entry, next, next);
      ++next;
      ++added;
    }
    return added;
  });
}

Entry Store::find(std::int64_t id) {
  return journal_->guarded([&] {
    SQLite::Statement query(journal_->database(), std::string(select_entries) + "WHERE e.id = ?1");
    query.bind(1, id);
    auto found = EntryReader(journal_->database()).read(query);
    if (found.empty()) throw no_such_entry(id);
    return std::move(found.front());
  });
}

std::vector<Entry> Store::list(calendar::DayRange days, std::span<const EntryKind> kinds) {
  return journal_->guarded([&] {
    // A parameter for each kind there is; those left NULL match nothing.
    SQLite::Statement query(journal_->database(),
                            std::string(select_entries) + "WHERE e.day BETWEEN ?1 AND ?2" +
                                (kinds.empty() ? "" : " AND e.kind IN (?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)") +
                                by_day_and_time);
    bind_days(query, days);
    int place = 3;
    for (const EntryKind kind : kinds) query.bind(place++, std::string(word(kind)));
    return EntryReader(journal_->database()).read(query);
  });
}

std::vector<Entry> Store::list_worded(calendar::DayRange days) {
  return journal_->guarded([&] {
    SQLite::Statement query(journal_->database(), std::string(select_entries) +
                                                      "WHERE e.day BETWEEN ?1 AND ?2 AND (e.note IS NOT NULL"
                                                      " OR e.kind NOT IN ('drink', 'food', 'supplement', 'total'))" +
                                                      by_day_and_time);
    bind_days(query, days);
    return EntryReader(journal_->database()).read(query);
  });
}

std::vector<Entry> Store::list_lacking(calendar::DayRange days) {
  return journal_->guarded([&] {
    SQLite::Statement query(journal_->database(),
                            std::string(select_entries) +
                                "CROSS JOIN intake i ON i.entry_id = e.id WHERE e.day BETWEEN ?1 AND ?2"
                                " AND (i.water_ml IS NULL OR i.magnesium_mg IS NULL OR i.potassium_mg IS NULL)" +
                                by_day_and_time);
    bind_days(query, days);
    return EntryReader(journal_->database()).read(query);
  });
}

void Store::update(const Entry& entry) {
  const Entry before = find(entry.id);
  // What was kept before there was a bound may stay, and the rest of its entry be changed.
  if (entry.note != before.note || entry.what != before.what) require_texts_that_fit(entry);
  journal_->guarded([&] { EntryWriter(journal_->database()).replace(entry); });
}

void Store::remove(std::int64_t id) {
  journal_->guarded([&] {
    if (!EntryWriter(journal_->database()).remove(id)) throw no_such_entry(id);
  });
}

std::optional<std::int64_t> Store::last_similar(std::span<const Entry> line) {
  constexpr std::chrono::minutes near{2};
  return journal_->guarded([&]() -> std::optional<std::int64_t> {
    // A slip repeats what was typed just before, so the entries logged last are enough, however many the day holds.
    const std::string near_in_time =
        "WHERE e.id > (SELECT max(id) FROM entry) - 20 AND e.at_utc BETWEEN ?1 AND ?2 AND e.kind = ?3";
    const auto bind = [&](SQLite::Statement& query, const Entry& entry) -> SQLite::Statement& {
      query.reset();
      query.bind(1, static_cast<std::int64_t>((entry.when.at - near).time_since_epoch().count()));
      query.bind(2, static_cast<std::int64_t>((entry.when.at + near).time_since_epoch().count()));
      query.bind(3, std::string(word(entry.kind)));
      return query;
    };
    SQLite::Statement query(journal_->database(), select_entries + near_in_time + " ORDER BY e.id");
    EntryReader reader(journal_->database());
    for (const Entry& entry : line) {
      std::optional<std::int64_t> newest;
      for (const Entry& other : reader.read(bind(query, entry))) {
        if (other.what == entry.what && other.note == entry.note) newest = other.id;
      }
      if (newest) return newest;
    }
    return std::nullopt;
  });
}

std::optional<calendar::DayRange> Store::days() {
  return journal_->guarded([&]() -> std::optional<calendar::DayRange> {
    // Each minimum by itself, so that each is one step into an index.
    SQLite::Statement query(journal_->database(), R"(
      SELECT min(day), max(day) FROM (
        SELECT min(day) AS day FROM entry UNION ALL SELECT max(day) FROM entry
        UNION ALL SELECT min(day) FROM day_status UNION ALL SELECT max(day) FROM day_status))");
    query.executeStep();
    if (query.isColumnNull(0)) return std::nullopt;
    return calendar::DayRange{day_in(query.getColumn(0).getText()), day_in(query.getColumn(1).getText())};
  });
}

std::vector<DaySaid> Store::said(calendar::DayRange days) {
  return journal_->guarded([&] {
    storage::RowCursor rows(*journal_,
                            "SELECT day, stream, status FROM day_status WHERE day BETWEEN ?1 AND ?2"
                            " ORDER BY day, stream");
    rows.bind(1, calendar::iso(days.from));
    rows.bind(2, calendar::iso(days.to));
    std::vector<DaySaid> found;
    std::string day_text;  // of the row before: mostly both streams were spoken of
    calendar::Day day = days.from;
    while (rows.step()) {
      if (day_text != rows.text(0)) {
        day_text = rows.text(0);
        const calendar::Day next = day_in(day_text);
        require_day_in(next, {day, days.to});
        day = next;
      }
      found.push_back({day, stream_in(rows.text(1)), status_in(rows.text(2))});
    }
    return found;
  });
}

void Store::say(calendar::Day day, Stream stream, std::optional<DayStatus> status) {
  journal_->guarded([&] {
    SQLite::Statement write(journal_->database(), status ? R"(
        INSERT INTO day_status (day, stream, status) VALUES (?1, ?2, ?3)
        ON CONFLICT (day, stream) DO UPDATE SET status = excluded.status)"
                                                         : "DELETE FROM day_status WHERE day = ?1 AND stream = ?2");
    write.bind(1, calendar::iso(day));
    write.bind(2, std::string(word(stream)));
    if (status) write.bind(3, std::string(word(*status)));
    write.exec();
  });
}

}  // namespace lytes::journal

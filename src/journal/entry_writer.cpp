#include "entry_writer.hpp"

#include <stdexcept>

#include "lytes/bounds.hpp"
#include "lytes/calendar/day.hpp"

namespace lytes::journal {
namespace {

void bind(SQLite::Statement& statement, int place, const std::optional<std::string>& text) {
  if (text) statement.bindNoCopy(place, *text);
}

void bind(SQLite::Statement& statement, int place, std::optional<double> number) {
  if (number) statement.bind(place, *number);
}

void bind_moment(SQLite::Statement& statement, int first, const calendar::Moment& when) {
  statement.bind(first, static_cast<std::int64_t>(when.at.time_since_epoch().count()));
  statement.bind(first + 1, static_cast<std::int64_t>(when.utc_offset.count()));
  statement.bind(first + 2, calendar::iso(when.day));
}

void require_consistent(const Entry& entry) {
  if (!is_consistent(entry)) throw std::logic_error("an entry whose kind and content do not go together");
}

struct RequireTextsThatFit {
  void operator()(const Intake& intake) const {
    require_text_that_fits("The name of a food", intake.description);
    require_text_that_fits("An amount", intake.amount);
  }
  void operator()(const Spasm& spasm) const {
    require_text_that_fits("The place of a spasm", spasm.site);
    for (const std::string& flag : spasm.flags) require_text_that_fits("A sign", flag);
  }
  void operator()(const Stress&) const {}
  void operator()(const Factor& factor) const {
    require_text_that_fits("The name of a factor", factor.name);
    require_text_that_fits("A unit", factor.unit.value_or(""));
  }
  void operator()(const Note&) const {}
  void operator()(const Medicine& medicine) const {
    require_text_that_fits("The name of a medicine", medicine.name);
    require_text_that_fits("A dose", medicine.dose.value_or(""));
  }
};

}  // namespace

void require_texts_that_fit(const Entry& entry) {
  if (entry.note) require_text_that_fits("A note", *entry.note);
  std::visit(RequireTextsThatFit{}, entry.what);
}

SQLite::Statement& EntryWriter::ready(const char* sql) {
  const auto place = statements_.try_emplace(sql, database_, sql).first;
  place->second.reset();
  place->second.clearBindings();  // what is not bound is NULL
  return place->second;
}

std::int64_t EntryWriter::next_id() {
  // AUTOINCREMENT would give the same, but the line's number must be known before its first entry is written.
  SQLite::Statement& query = ready("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'entry'), 0) + 1");
  query.executeStep();
  const std::int64_t id = query.getColumn(0).getInt64();
  query.reset();
  return id;
}

void EntryWriter::insert(const Entry& entry, std::int64_t id, std::int64_t line) {
  require_consistent(entry);
  SQLite::Statement& write = ready(R"(
    INSERT INTO entry (id, line, kind, at_utc, utc_offset_s, day, note, import_key)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))");
  write.bind(1, id);
  write.bind(2, line);
  write.bind(3, std::string(word(entry.kind)));
  bind_moment(write, 4, entry.when);
  bind(write, 7, entry.note);
  bind(write, 8, entry.import_key);
  write.exec();
  insert_what(id, entry.what);
}

void EntryWriter::replace(const Entry& entry) {
  require_consistent(entry);
  SQLite::Statement& write = ready(R"(
    UPDATE entry SET kind = ?2, at_utc = ?3, utc_offset_s = ?4, day = ?5, note = ?6, import_key = ?7 WHERE id = ?1)");
  write.bind(1, entry.id);
  write.bind(2, std::string(word(entry.kind)));
  bind_moment(write, 3, entry.when);
  bind(write, 6, entry.note);
  bind(write, 7, entry.import_key);
  write.exec();
  // The history sees a row that went and came back as one that was updated, or not at all.
  remove_what(entry.id);
  insert_what(entry.id, entry.what);
}

bool EntryWriter::remove(std::int64_t id) {
  remove_what(id);
  SQLite::Statement& write = ready("DELETE FROM entry WHERE id = ?1");
  write.bind(1, id);
  return write.exec() > 0;
}

bool EntryWriter::has_import_key(const std::string& key) {
  SQLite::Statement& query = ready("SELECT 1 FROM entry WHERE import_key = ?1");
  query.bindNoCopy(1, key);
  const bool found = query.executeStep();
  query.reset();
  return found;
}

void EntryWriter::insert_what(std::int64_t id, const What& what) {
  if (const auto* const intake = std::get_if<Intake>(&what)) {
    static const std::string insert = "INSERT INTO intake (entry_id, food, description, amount, grams, " +
                                      quantity::nutrient_columns() + ") VALUES (?, ?, ?, ?, ?, " +
                                      quantity::nutrient_parameters() + ")";
    SQLite::Statement& write = ready(insert.c_str());
    write.bind(1, id);
    bind(write, 2, intake->food);
    write.bindNoCopy(3, intake->description);
    write.bindNoCopy(4, intake->amount);
    bind(write, 5, intake->grams);
    for (const auto nutrient : quantity::all_nutrients) {
      bind(write, 6 + static_cast<int>(nutrient), intake->nutrients[nutrient]);
    }
    write.exec();
  } else if (const auto* const spasm = std::get_if<Spasm>(&what)) {
    SQLite::Statement& write = ready("INSERT INTO spasm (entry_id, site, severity, minutes) VALUES (?1, ?2, ?3, ?4)");
    write.bind(1, id);
    write.bindNoCopy(2, spasm->site);
    if (spasm->severity) write.bind(3, *spasm->severity);
    bind(write, 4, spasm->minutes);
    write.exec();
    for (const std::string& flag : spasm->flags) {
      SQLite::Statement& add = ready("INSERT INTO spasm_flag (entry_id, flag) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
      add.bind(1, id);
      add.bindNoCopy(2, flag);
      add.exec();
    }
  } else if (const auto* const stress = std::get_if<Stress>(&what)) {
    SQLite::Statement& write = ready("INSERT INTO stress (entry_id, rating) VALUES (?1, ?2)");
    write.bind(1, id);
    write.bind(2, stress->rating);
    write.exec();
  } else if (const auto* const factor = std::get_if<Factor>(&what)) {
    SQLite::Statement& write = ready("INSERT INTO factor (entry_id, name, value, unit) VALUES (?1, ?2, ?3, ?4)");
    write.bind(1, id);
    write.bindNoCopy(2, factor->name);
    bind(write, 3, factor->value);
    bind(write, 4, factor->unit);
    write.exec();
  } else if (const auto* const medicine = std::get_if<Medicine>(&what)) {
    SQLite::Statement& write = ready("INSERT INTO medicine (entry_id, name, dose) VALUES (?1, ?2, ?3)");
    write.bind(1, id);
    write.bindNoCopy(2, medicine->name);
    bind(write, 3, medicine->dose);
    write.exec();
  }
}

void EntryWriter::remove_what(std::int64_t id) {
  for (const char* sql : {"DELETE FROM intake WHERE entry_id = ?1", "DELETE FROM spasm_flag WHERE entry_id = ?1",
                          "DELETE FROM spasm WHERE entry_id = ?1", "DELETE FROM stress WHERE entry_id = ?1",
                          "DELETE FROM factor WHERE entry_id = ?1", "DELETE FROM medicine WHERE entry_id = ?1"}) {
    SQLite::Statement& write = ready(sql);
    write.bind(1, id);
    write.exec();
  }
}

}  // namespace lytes::journal

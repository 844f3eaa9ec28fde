#include "lytes/journal/read_lines.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <array>
#include <string>

#include "lytes/storage/journal_file.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

constexpr std::array<const char*, 4> words_for = {"date", "day of year", "weekday", "nothing"};

std::string word(DaySaidBy said_by) { return words_for.at(static_cast<std::size_t>(said_by)); }

void bind(SQLite::Statement& statement, const ReadLine& line) {
  statement.bind(1, line.hash);
  statement.bind(2, calendar::iso(line.day));
  statement.bind(3, line.occurrence);
}

}  // namespace

std::vector<bool> ReadLines::hold(std::span<const ReadLine> lines) {
  return journal_.guarded([&] {
    SQLite::Statement query(journal_.database(),
                            "SELECT 1 FROM read_line WHERE hash = ?1 AND day = ?2 AND occurrence = ?3");
    std::vector<bool> held;
    held.reserve(lines.size());
    for (const ReadLine& line : lines) {
      bind(query, line);
      held.push_back(query.executeStep());
      query.reset();
    }
    return held;
  });
}

std::vector<calendar::Day> ReadLines::days_of(std::int64_t hash, DaySaidBy said_by) {
  return journal_.guarded([&] {
    SQLite::Statement query(journal_.database(),
                            "SELECT DISTINCT day FROM read_line WHERE hash = ?1 AND day_said = ?2 ORDER BY day");
    query.bind(1, hash);
    query.bind(2, word(said_by));
    std::vector<calendar::Day> days;
    while (query.executeStep()) days.push_back(day_in(query.getColumn(0).getText()));
    return days;
  });
}

void ReadLines::add(std::span<const ReadLine> lines) {
  journal_.guarded([&] {
    SQLite::Statement insert(
        journal_.database(),
        "INSERT INTO read_line (hash, day, occurrence, day_said) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    for (const ReadLine& line : lines) {
      bind(insert, line);
      insert.bind(4, word(line.said_by));
      insert.exec();
      insert.reset();
    }
  });
}

}  // namespace lytes::journal

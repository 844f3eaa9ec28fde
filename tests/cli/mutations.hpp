#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

// What may become of a journal on a failing disk, in a careless sync, or in the hands of somebody who means harm.

namespace lytes::cli::testing {

using Chance = std::mt19937;

inline std::size_t below(Chance& chance, std::size_t limit) { return limit == 0 ? 0 : chance() % limit; }

/// Pages are whole and wrong: bits, bytes and stretches changed, pages exchanged, the end cut off.
inline void mutate_bytes(std::string& bytes, Chance& chance) {
  constexpr std::size_t page = 4096;
  switch (below(chance, 6)) {
    case 0:
      for (std::size_t i = below(chance, 8) + 1; i > 0; --i) {
        bytes[below(chance, bytes.size())] ^= static_cast<char>(1U << below(chance, 8));
      }
      break;
    case 1:
      for (std::size_t i = below(chance, 200) + 1; i > 0; --i) {
        bytes[below(chance, bytes.size())] = static_cast<char>(chance());
      }
      break;
    case 2: {
      const std::size_t at = below(chance, bytes.size());
      std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), std::min(below(chance, 2 * page), bytes.size() - at),
                  below(chance, 2) == 0 ? '\0' : '\xff');
      break;
    }
    case 3: {
      const std::size_t one = below(chance, bytes.size() / page) * page;
      const std::size_t other = below(chance, bytes.size() / page) * page;
      for (std::size_t i = 0; i < page; ++i) std::swap(bytes[one + i], bytes[other + i]);
      break;
    }
    case 4:
      bytes.resize(below(chance, bytes.size()) + 1);
      break;
    default:  // numbers that lead elsewhere: the headers of pages and of the file
      for (std::size_t i = below(chance, 4) + 1; i > 0; --i) {
        const std::size_t at = below(chance, bytes.size() / page) * page + below(chance, 100);
        bytes[at] = static_cast<char>(chance());
      }
  }
}

/// Values that no program of ours writes.
inline constexpr const char* wrong_values[] = {
    "UPDATE entry SET day = '9999-99-99' WHERE id = ?1",
    "UPDATE entry SET day = '2199-12-31' WHERE id = ?1",
    "UPDATE entry SET day = '' WHERE id = ?1",
    "UPDATE entry SET at_utc = 9223372036854775807 WHERE id = ?1",
    "UPDATE entry SET at_utc = -9223372036854775808 WHERE id = ?1",
    "UPDATE entry SET utc_offset_s = 9223372036854775807 WHERE id = ?1",
    "UPDATE entry SET kind = 'spasm' WHERE id = ?1",
    "UPDATE entry SET kind = 'stress' WHERE id = ?1",
    "UPDATE entry SET kind = 'riddle' WHERE id = ?1",
    "UPDATE entry SET note = CAST(x'ff00fe1b5b324a' AS TEXT) WHERE id = ?1",
    "UPDATE entry SET note = hex(zeroblob(300000)) WHERE id = ?1",
    "UPDATE entry SET line = -1 WHERE id = ?1",
    "UPDATE intake SET water_ml = 9e999",
    "UPDATE intake SET water_ml = 1e300, potassium_mg = -1e300",
    "UPDATE intake SET amount = '', description = ''",
    "UPDATE intake SET food = 'usda:' || hex(zeroblob(1000))",
    "UPDATE spasm SET severity = 9223372036854775807",
    "UPDATE spasm SET severity = -1, minutes = 9e999",
    "UPDATE spasm SET site = ''",
    "UPDATE spasm_flag SET flag = CAST(x'1b5b324a' AS TEXT)",
    "UPDATE stress SET rating = 1e308",
    "UPDATE factor SET value = -9e999",
    "UPDATE day_status SET day = '2026-1x-22'",
    "UPDATE day_status SET status = 'perhaps', stream = 'dreams'",
    "UPDATE profile_fact SET value = '99999999999999999999'",
    "UPDATE profile_fact SET from_day = 'never'",
    "UPDATE own_target SET amount = 9e999",
    "UPDATE own_target SET nutrient = 'gold'",
    "UPDATE own_food SET basis_amount = 0, water_ml = -5",
    "UPDATE setting SET value = '99:99' WHERE name = 'day_start'",
    "INSERT OR REPLACE INTO setting VALUES ('day_start', 'noon')",
    "INSERT OR REPLACE INTO setting VALUES ('measures', 'cubits')",
    "INSERT OR REPLACE INTO setting VALUES ('history_limit_mb', '-9223372036854775808')",
    "UPDATE change SET bytes_so_far = -9223372036854775808",
    "UPDATE change SET at_utc = 9223372036854775807",
    "UPDATE change SET undone = 1 - undone",
    "UPDATE change SET command = CAST(x'1b5b324aff' AS TEXT)",
    "UPDATE change SET changeset = zeroblob(?1)",
    "DELETE FROM entry WHERE id = ?1",
    "DELETE FROM intake",
    "DELETE FROM sqlite_sequence",
    "PRAGMA user_version = 2",
    "PRAGMA user_version = 0",
    "DROP INDEX spasm_guard",
    "DROP TABLE factor",
    "ALTER TABLE stress RENAME TO strain",
    "CREATE TRIGGER evil AFTER INSERT ON entry BEGIN DELETE FROM intake; END",
};

/// Writes some of them through SQLite itself, so that pages, indexes and guards agree with them.
inline void mutate_values(const std::filesystem::path& file, Chance& chance) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  database.exec("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
  for (std::size_t i = below(chance, 3) + 1; i > 0; --i) {
    try {
      SQLite::Statement statement(database, wrong_values[below(chance, std::size(wrong_values))]);
      if (statement.getBindParameterCount() > 0) statement.bind(1, static_cast<int>(below(chance, 12) + 1));
      statement.exec();
    } catch (const SQLite::Exception&) {
      continue;  // a key that is there already, or a table that went before
    }
  }
}

/// A record of the history that says something else.
inline void mutate_history(const std::filesystem::path& file, Chance& chance) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  SQLite::Statement select(database, "SELECT id, changeset FROM change ORDER BY id DESC");
  std::vector<std::pair<int, std::string>> records;
  while (select.executeStep()) records.emplace_back(select.getColumn(0).getInt(), select.getColumn(1).getString());
  for (auto& [id, bytes] : records) {
    if (bytes.empty() || below(chance, 2) == 0) continue;
    switch (below(chance, 4)) {
      case 0:
        bytes.resize(below(chance, bytes.size()) + 1);
        break;
      case 1:
        bytes[below(chance, bytes.size())] = static_cast<char>(chance());
        break;
      case 2:  // another table's name
        if (const std::size_t at = bytes.find("entry"); at != std::string::npos) bytes.replace(at, 5, "chang");
        if (const std::size_t at = bytes.find("intake"); at != std::string::npos) bytes.replace(at, 6, "a\";--x");
        break;
      default:
        bytes += bytes.substr(below(chance, bytes.size()));
    }
    SQLite::Statement update(database, "UPDATE change SET changeset = ?1 WHERE id = ?2");
    update.bind(1, bytes.data(), static_cast<int>(bytes.size()));
    update.bind(2, id);
    update.exec();
  }
}

inline void mutate(const std::filesystem::path& file, Chance& chance) {
  const std::size_t kind = below(chance, 4);
  if (kind == 0) return mutate_values(file, chance);
  if (kind == 1) return mutate_history(file, chance);
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  in.close();
  mutate_bytes(bytes, chance);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace lytes::cli::testing

#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "fresh_folder.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"

namespace lytes::storage::testing {

inline constexpr std::chrono::sys_seconds some_time{std::chrono::seconds{1'795'000'000}};

/// Adds a glass of water by plain SQL: this room knows tables, not drinks.
inline void insert_drink(JournalFile& journal, double water_ml) {
  SQLite::Statement entry(journal.database(), R"(
    INSERT INTO entry (line, kind, at_utc, utc_offset_s, day) VALUES (1, 'drink', 1795000000, 3600, '2026-11-18'))");
  entry.exec();
  SQLite::Statement intake(journal.database(), R"(
    INSERT INTO intake (entry_id, description, amount, grams, water_ml) VALUES (?1, 'Water', 'a glass', ?2, ?2))");
  intake.bind(1, static_cast<std::int64_t>(journal.database().getLastInsertRowid()));
  intake.bind(2, water_ml);
  intake.exec();
}

inline void log_drink(JournalFile& journal, double water_ml, const std::string& command = "drink water") {
  Change change(journal, command, some_time);
  insert_drink(journal, water_ml);
  change.commit();
}

inline double water_in(JournalFile& journal) {
  return journal.database().execAndGet("SELECT total(water_ml) FROM intake").getDouble();
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// Every file of a folder with its bytes, to see that nothing at all was touched.
inline std::map<std::string, std::string> contents(const std::filesystem::path& folder) {
  std::map<std::string, std::string> found;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    found[file.path().filename().string()] = file.is_regular_file() ? bytes_of(file.path()) : "";
  }
  return found;
}

/// The error that `work` ends in.
/// @throws std::logic_error when it ends in none
template <class Work>
StorageError storage_error_of(Work&& work) {
  try {
    work();
  } catch (const StorageError& error) {
    return error;
  }
  throw std::logic_error("no StorageError");
}

}  // namespace lytes::storage::testing

#include "lytes/storage/examination.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>
#include <functional>
#include <map>
#include <utility>

#include "history_comparison.hpp"
#include "image.hpp"
#include "logs.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/copies.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "migrations.hpp"
#include "soundness.hpp"
#include "sqlite_errors.hpp"

namespace lytes::storage {
namespace {

namespace fs = std::filesystem;
using Verdict = Finding::Verdict;

constexpr const char* rescue_or_restore =
    "Restore a sound backup ('lytes restore FILE'), or save what can be read ('lytes doctor --rescue FILE').";

std::string megabytes(double bytes) { return fmt::format("{:.1f} MB", bytes / 1e6); }

/// What SQLite's own check says first; empty when it says ok.
std::string integrity_trouble(SQLite::Database& database) {
  SQLite::Statement check(database, "PRAGMA integrity_check(3)");
  std::string said;
  while (check.executeStep()) {
    const std::string line = check.getColumn(0).getString();
    if (line != "ok") said += (said.empty() ? "" : "; ") + line;
  }
  return said;
}

std::string orphans(SQLite::Database& database) {
  SQLite::Statement check(database,
                          "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1");
  std::string said;
  while (check.executeStep()) {
    said += fmt::format("{}{} of '{}' without their '{}'", said.empty() ? "" : "; ", check.getColumn(2).getInt(),
                        check.getColumn(0).getString(), check.getColumn(1).getString());
  }
  return said;
}

std::map<std::string, std::string> schema_of(SQLite::Database& database) {
  std::map<std::string, std::string> schema;
  SQLite::Statement query(database, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  while (query.executeStep()) schema[query.getColumn(0).getString()] = query.getColumn(1).getString();
  return schema;
}

Finding examine_schema(SQLite::Database& database) {
  const SchemaDifference difference = compare_schema(database);
  if (!difference.missing.empty()) {
    return {"schema", Verdict::Damaged, "not as lytes made it: " + difference.missing, rescue_or_restore};
  }
  if (!difference.extra.empty()) {
    return {"schema", Verdict::Advice, "more than lytes made: " + difference.extra,
            "Backups of it cannot be restored as they are: take it out, or 'lytes doctor --rescue FILE' copies the "
            "entries alone."};
  }
  return {"schema", Verdict::Sound, fmt::format("version {}, as its migrations make it", newest_version(migrations())),
          ""};
}

Finding examine_header(SQLite::Database& database) {
  const int id = database.execAndGet("PRAGMA application_id").getInt();
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  if (id != journal_application_id || version != newest_version(migrations())) {
    return {"header", Verdict::Damaged, fmt::format("application id {:x}, version {}", id, version), rescue_or_restore};
  }
  return {"header", Verdict::Sound, "a journal of lytes", ""};
}

Finding examine_integrity(SQLite::Database& database) {
  const std::string trouble = integrity_trouble(database);
  if (!trouble.empty()) return {"integrity", Verdict::Damaged, trouble, rescue_or_restore};
  return {"integrity", Verdict::Sound, "every page can be read, and every figure is as its guard says", ""};
}

Finding examine_belonging(SQLite::Database& database) {
  const std::string lost = orphans(database);
  if (!lost.empty()) return {"foreign_keys", Verdict::Damaged, lost, rescue_or_restore};
  return {"foreign_keys", Verdict::Sound, "every row belongs to its entry", ""};
}

Finding examine_history_rows(SQLite::Database& database) {
  const HistoryComparison compared = compare_with_history(database);
  if (compared.different > 0) {
    return {"history_rows", Verdict::Advice,
            fmt::format("{} of {} rows are not as the history left them, such as {}", compared.different,
                        compared.compared, compared.first),
            "If you changed them with another program, all is well. If not, look at them, or restore a backup."};
  }
  return {"history_rows", Verdict::Sound, fmt::format("{} rows are as the history left them", compared.compared), ""};
}

Finding examine_history_size(JournalFile& journal) {
  const HistorySize size = history_size(journal);
  return {"history_size", Verdict::Sound,
          fmt::format("{} changes that can be undone, {} of at most {}", size.changes,
                      megabytes(static_cast<double>(size.bytes)), megabytes(static_cast<double>(size.limit_bytes))),
          ""};
}

Finding examine_mode(const fs::path& path, const char* check, const std::string& what, unsigned wanted, bool ours) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0) {
    return {check, Verdict::Advice, fmt::format("{} cannot be looked at", path.string()), "Look at the path."};
  }
  const unsigned mode = found.st_mode & 0777U;
  if ((mode & ~wanted & 0777U) != 0 && ours) {
    return {check, Verdict::Advice, fmt::format("others may use the {} (mode {:o})", what, mode),
            fmt::format("chmod {:o} '{}', or 'lytes doctor --mend'.", wanted, path.string())};
  }
  if ((mode & 0600U) != 0600U) {
    return {check, Verdict::Advice, fmt::format("you may not write to the {} (mode {:o})", what, mode),
            fmt::format("chmod {:o} '{}'.", wanted, path.string())};
  }
  return {check, Verdict::Sound, fmt::format("the {} has mode {:o}", what, mode), ""};
}

/// A folder that the program made; another is the user's own business as long as it can be written.
bool is_made_by_lytes(const fs::path& folder) { return folder.filename() == "lytes"; }

Finding examine_room(const fs::path& journal) {
  std::error_code error;
  const fs::space_info space = fs::space(journal.parent_path(), error);
  const auto size = fs::file_size(journal, error);
  const double needed = 20e6 + 3 * (error ? 0.0 : static_cast<double>(size));
  const double free = static_cast<double>(space.available);
  if (free < needed) {
    return {"free_space", Verdict::Advice, fmt::format("only {} are free", megabytes(free)),
            fmt::format("Make room: {} are wanted for the journal, its log and a backup.", megabytes(needed))};
  }
  return {"free_space", Verdict::Sound, megabytes(free) + " are free", ""};
}

Finding examine_log(const fs::path& journal) {
  for (const char* ending : log_endings) {
    std::error_code error;
    const auto bytes = fs::file_size(journal.string() + ending, error);
    if (error || bytes == 0) continue;
    return {
        "log", Verdict::Sound,
        fmt::format("there is {}{}, because a program is writing or was killed; what belongs to the journal is seen to "
                    "by the next command",
                    journal.filename().string(), ending),
        ""};
  }
  return {"log", Verdict::Sound, "no change is under way", ""};
}

std::string names_of(const std::vector<fs::path>& files) {
  std::string list;
  for (const fs::path& file : files) list += (list.empty() ? "" : ", ") + file.filename().string();
  return list;
}

/// So that nobody is surprised by a copy of what is private.
Finding examine_copies(const fs::path& journal) {
  const Copies copies = copies_of(journal);
  if (!copies.hidden.empty()) {
    return {"copies", Verdict::Advice,
            "copies that a killed program left, or one is making: " + names_of(copies.hidden),
            "The next command that writes removes those that no program holds."};
  }
  if (!copies.kept.empty()) {
    return {"copies", Verdict::Sound,
            "kept beside the journal: " + names_of(copies.kept) + ". Delete what you do not need", ""};
  }
  return {"copies", Verdict::Sound, "none beside the journal but the backups", ""};
}

void give_mode(const fs::path& path, mode_t mode) {
  if (::chmod(path.c_str(), mode) != 0) throw_system_error(fmt::format("cannot mend {}", path.string()), errno);
}

}  // namespace

std::vector<Finding> examine_file(const fs::path& journal) {
  const fs::path file = fs::absolute(journal);
  const fs::path folder = file.parent_path();
  return {examine_mode(file, "file_permissions", "journal", 0600, true),
          examine_mode(folder, "folder_permissions", "folder", 0700, is_made_by_lytes(folder)), examine_room(file),
          examine_log(file), examine_copies(file)};
}

std::vector<Finding> examine(JournalFile& journal) {
  SQLite::Database& database = journal.database();
  std::vector<Finding> findings;
  const auto add = [&](const char* check, const std::function<Finding()>& look) {
    try {
      findings.push_back(journal.guarded(look));
    } catch (const StorageError& error) {
      if (error.kind != StorageError::Kind::Damaged) throw;
      findings.push_back({check, Verdict::Damaged, error.what(), rescue_or_restore});
    }
  };
  add("header", [&] { return examine_header(database); });
  add("schema", [&] { return examine_schema(database); });
  add("integrity", [&] { return examine_integrity(database); });
  add("foreign_keys", [&] { return examine_belonging(database); });
  add("history_rows", [&] { return examine_history_rows(database); });
  add("history_size", [&] { return examine_history_size(journal); });
  return findings;
}

bool is_damage(const SQLite::Exception& error) {
  const int code = error.getErrorCode() & 0xFF;  // what stands above is the extended part
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR;
}

std::optional<std::string> first_damage(SQLite::Database& database) {
  try {
    for (const std::string& trouble : {integrity_trouble(database), orphans(database)}) {
      if (!trouble.empty()) return trouble;
    }
    return std::nullopt;
  } catch (const SQLite::Exception& error) {
    if (!is_damage(error)) throw;
    return error.what();
  }
}

std::optional<std::string> first_journal_damage(SQLite::Database& database) {
  if (auto trouble = first_damage(database)) return trouble;
  if (const std::string missing = compare_schema(database).missing; !missing.empty()) return "it lacks " + missing;
  return std::nullopt;
}

SchemaDifference compare_schema(SQLite::Database& database) {
  const auto fresh = open_in_memory();
  migrate(*fresh, migrations());
  const auto found = schema_of(database);
  const auto expected = schema_of(*fresh);
  SchemaDifference difference;
  const auto add = [](std::string& list, const std::string& name) { list += (list.empty() ? "" : ", ") + name; };
  for (const auto& [name, sql] : expected) {
    const auto place = found.find(name);
    if (place == found.end() || place->second != sql) add(difference.missing, name);
  }
  for (const auto& [name, sql] : found) {
    if (!expected.contains(name) && !name.starts_with("table sqlite_")) add(difference.extra, name);
  }
  return difference;
}

std::optional<std::string> first_damage(JournalFile& journal) {
  return journal.guarded([&] { return first_journal_damage(journal.database()); });
}

std::optional<std::string> first_damage(ReadOnlyFile& file) {
  return file.guarded([&] { return first_damage(file.database()); });
}

void mend_permissions(const fs::path& journal) {
  const fs::path file = fs::absolute(journal);
  if (!fs::is_regular_file(fs::symlink_status(file))) {
    throw StorageError(StorageError::Kind::Failed, fmt::format("{} is not a file to be mended", file.string()));
  }
  give_mode(file, 0600);
  if (is_made_by_lytes(file.parent_path())) give_mode(file.parent_path(), 0700);
}

}  // namespace lytes::storage

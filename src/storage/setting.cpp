#include "lytes/storage/setting.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "lytes/storage/journal_file.hpp"

namespace lytes::storage {

std::optional<std::string> setting(JournalFile& journal, std::string_view name) {
  return journal.guarded([&]() -> std::optional<std::string> {
    SQLite::Statement query(journal.database(), "SELECT value FROM setting WHERE name = ?1");
    query.bind(1, std::string(name));
    if (!query.executeStep()) return std::nullopt;
    return query.getColumn(0).getString();
  });
}

std::map<std::string, std::string, std::less<>> settings(JournalFile& journal) {
  return journal.guarded([&] {
    std::map<std::string, std::string, std::less<>> all;
    SQLite::Statement query(journal.database(), "SELECT name, value FROM setting");
    while (query.executeStep()) all[query.getColumn(0).getString()] = query.getColumn(1).getString();
    return all;
  });
}

void set_setting(JournalFile& journal, std::string_view name, const std::optional<std::string>& value) {
  journal.guarded([&] {
    SQLite::Statement write(journal.database(), value ? R"(
        INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value)"
                                                      : "DELETE FROM setting WHERE name = ?1");
    write.bind(1, std::string(name));
    if (value) write.bind(2, *value);
    write.exec();
  });
}

}  // namespace lytes::storage

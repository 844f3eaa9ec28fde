#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

struct sqlite3;

namespace lytes::storage {

struct DatabaseHeader;

/// The files that SQLite keeps beside a database: by the name alone, whatever database they were written for. What
/// lies there is played into whichever file bears the name, so it must be known to belong to it.
inline constexpr const char* log_endings[] = {"-journal", "-wal", "-shm"};

/// Bytes of a page of a file, by its number from 1 and its size.
using PageReader = std::function<std::string(std::uint32_t number, std::size_t size)>;

/// Whether a rollback journal can have been written for the file with this header and these pages.
bool belongs_to(const std::filesystem::path& rollback_journal, const std::filesystem::path& database,
                const DatabaseHeader& header, const PageReader& read_page);

/// Gives every log beside `journal` another name, under which SQLite never looks for one: "j.db-wal.set-aside". They
/// are kept, for they may hold the only copy of what somebody logged.
/// @return the new names
/// @throws StorageError Failed
std::vector<std::filesystem::path> set_aside_logs(const std::filesystem::path& journal);

/// Sets aside what cannot have been written for this file. To be called before the connection reads for the first time.
///
/// A write-ahead log belongs to no file whose header says that it has none. A rollback journal holds the first page as
/// it was before the transaction that it belongs to, and that page the counter of transactions: the file's own counter
/// is one more, or the same, and then no page of the file has changed yet. What is no ordinary file is none of
/// SQLite's. While a living program is writing, its journal is left alone.
/// https://www.sqlite.org/fileformat2.html#the_rollback_journal
/// @return the new names
/// @throws StorageError Failed; SQLite::Exception
std::vector<std::filesystem::path> set_aside_foreign_logs(sqlite3* connection, const std::filesystem::path& journal,
                                                          const DatabaseHeader& header);

/// "a log that was not written for j.db lay beside it; it was not read, and is kept as /x/j.db-wal.set-aside"
std::string set_aside_in_words(const std::filesystem::path& journal, const std::vector<std::filesystem::path>& names);

}  // namespace lytes::storage

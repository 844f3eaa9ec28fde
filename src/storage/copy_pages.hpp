#pragma once

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// Copies a whole database over another, as it stands at one moment.
/// @throws SQLite::Exception
void copy_pages(SQLite::Database& from, SQLite::Database& to);

}  // namespace lytes::storage

#pragma once

#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace lytes::storage {

/// As the function of this name for journals (examination.hpp), for a database of any schema version.
/// @throws SQLite::Exception for what is not damage, such as no memory
std::optional<std::string> first_damage(SQLite::Database& database);

}  // namespace lytes::storage

#pragma once

#include <string>

namespace lytes::storage {

/// Of the SQLite that is linked in: "3.40.1".
std::string sqlite_version();

}  // namespace lytes::storage

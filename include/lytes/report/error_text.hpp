#pragma once

#include <string>

#include "lytes/errors.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// What was wrong, the input with a caret under the place, what would be right, and that nothing was saved.
/// @param writing whether the command would have written; only then "Nothing was saved." is worth saying
std::string error_text(const InputError& error, bool writing, const Style& style);
std::string error_text(const NotFoundError& error, bool writing, const Style& style);
std::string error_text(const StorageError& error, bool writing, const Style& style);

/// {"error":{"code":...,"message":...,...}}
std::string error_json(const InputError& error);
std::string error_json(const NotFoundError& error);
std::string error_json(const StorageError& error);

}  // namespace lytes::report

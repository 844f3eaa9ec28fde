#pragma once

#include <optional>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// What was wrong, the input with a caret under the place, what would be right, and whether anything was saved.
/// @param saved what became of what the command was to write; nothing for one that only reads
std::string error_text(const InputError& error, std::optional<Saved> saved, const Style& style);
std::string error_text(const NotFoundError& error, std::optional<Saved> saved, const Style& style);
std::string error_text(const StorageError& error, std::optional<Saved> saved, const Style& style);

/// What would else be lost, on as many lines as it had.
std::string typed_again(const std::string& typed, const Style& style);

/// {"error":{"code":...,"message":...,...,"saved":false}}; "saved" is null where it is not known, and left out by a
/// command that only reads
std::string error_json(const InputError& error, std::optional<Saved> saved);
std::string error_json(const NotFoundError& error, std::optional<Saved> saved);
std::string error_json(const StorageError& error, std::optional<Saved> saved);

}  // namespace lytes::report

#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/exchange/incoming.hpp"
#include "lytes/exchange/input_file.hpp"
#include "lytes/text/encoding.hpp"

namespace lytes::language {
class Speaker;
}

namespace lytes::exchange {

/// Who a file is read for, and what a file does not say of itself.
struct Reading {
  language::Speaker& speaker;
  std::vector<std::string> spasms = {};     ///< names that are spasms; "none" alone: none of them is
  std::vector<std::string> preferred = {};  ///< sources, the first before the second
  std::optional<text::Encoding> encoding = std::nullopt;
  std::filesystem::path temporary = {};  ///< where a database that comes in a zip may lie while it is read
};

/// A format that is read: a row in the table of readers.
struct Format {
  std::string_view name;   ///< as it is typed: "cronometer"
  std::string_view title;  ///< "Cronometer"
  std::string_view files;  ///< which of the app's files are taken, for help
  bool (*recognises)(const InputFile& file);
  /// @throws InputError naming file, line and column for the first thing that cannot be taken
  /// @throws NotFoundError "no_such_spasm" for a name of `spasms` that the file does not have
  /// @throws StorageError when the file cannot be read
  Incoming (*read)(const InputFile& file, Reading& reading);
};

/// All of them, those that are told apart the surest first.
std::span<const Format> formats();

/// @throws InputError with the names there are
const Format& format_called(std::string_view name);

/// The format that a file is in by its looks.
/// @throws InputError where it is none of them
const Format& recognised_format(const InputFile& file);

}  // namespace lytes::exchange

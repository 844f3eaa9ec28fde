#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace lytes {

/// What a user typed cannot be taken as it stands. Exit code 2.
///
/// Rendered as one line that says what, the input with a caret under `place`, and what would be valid.
struct InputError : std::runtime_error {
  /// @param what_is_wrong a sentence without a full stop, in the user's words
  /// @param input the whole text that was being read; empty when there is none to point into
  /// @param place byte offset of the first character at fault, at most input.size()
  /// @param valid what would be right, ideally something that can be typed as it stands
  InputError(const std::string& what_is_wrong, std::string input_text = {}, std::size_t at = 0,
             std::string would_be_valid = {})
      : std::runtime_error(what_is_wrong), input(std::move(input_text)), place(at), valid(std::move(would_be_valid)) {}

  std::string input;
  std::size_t place;
  std::string valid;
};

/// Something asked for by name or number is not there, or several things answer to it. Exit code 3.
struct NotFoundError : std::runtime_error {
  /// @param machine_code stable word for scripts, such as "ambiguous_food" or "no_such_entry"
  /// @param choices what the user may have meant, best first
  NotFoundError(std::string machine_code, const std::string& what_is_wrong, std::vector<std::string> choices = {})
      : std::runtime_error(what_is_wrong), code(std::move(machine_code)), candidates(std::move(choices)) {}

  std::string code;
  std::vector<std::string> candidates;
};

/// Whether what a command was to write is in the journal.
enum class Saved { No, Yes, Unknown };

/// The journal or the catalogue cannot be opened, read or written.
struct StorageError : std::runtime_error {
  enum class Kind {
    Failed,   ///< disk full, no permission, missing folder: exit code 1
    Damaged,  ///< not a sound lytes database: exit code 4
    Locked,   ///< another program held it for too long: exit code 4
    TooNew    ///< written by a newer program: exit code 4
  };

  StorageError(Kind which, const std::string& what_is_wrong, std::string advice = {})
      : std::runtime_error(what_is_wrong), kind(which), what_to_do(std::move(advice)) {}

  Kind kind;
  std::string what_to_do;
  Saved saved = Saved::No;  ///< of what the command was writing when this happened
};

}  // namespace lytes

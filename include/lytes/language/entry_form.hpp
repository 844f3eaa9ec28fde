#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/language/entry_fields.hpp"

namespace lytes::language {

/// A field of a form, and where its value begins.
struct FormField {
  Field field;
  std::string line;
  std::size_t number;  ///< of the line, from 1
  std::size_t column;  ///< of the value, in bytes from 0
};

/// An entry as a small text for an editor: "field: value", one a line, below a few words of what to do.
std::string form_of(const journal::Entry& entry);

/// The fields of such a text. Lines that are empty or begin with '#' are skipped.
/// @throws InputError naming line and column
std::vector<FormField> read_form(std::string_view text);

/// What was changed in a form, as the command that would do the same: "lytes edit 5 severity=1 note='after the drive'".
std::string edit_command(const journal::Entry& entry, std::string_view form);

/// The entry as the form has it; fields that were left as they were are not read anew.
/// @throws InputError naming line and column
journal::Entry with_form(Speaker& speaker, const journal::Entry& entry, std::string_view text,
                         std::vector<Remark>& remarks);

}  // namespace lytes::language

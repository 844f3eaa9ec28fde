#pragma once

#include <span>
#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"

namespace lytes::language {

class Speaker;

/// A field of an entry as people write it: "amount" and "300ml".
struct Field {
  std::string name;
  std::string value;
};

/// What can be changed of an entry of this kind, as it now stands and in words that read back as the same.
std::vector<Field> fields_of(const journal::Entry& entry);

/// "amount=300ml at=yesterday 7:10": words without a sign belong to the value before them.
/// @throws InputError with the place in the words joined by blanks
std::vector<Field> read_fields(const std::vector<std::string>& words);

/// The entry with these fields set. An empty value takes away a note, a severity, a length.
///
/// A bare clock time is that of the entry's own day. An amount scales the figures it was logged with; a food looks new
/// ones up.
/// @throws InputError pointing into "name=value"
journal::Entry with_fields(Speaker& speaker, const journal::Entry& entry, std::span<const Field> fields,
                           std::vector<Remark>& remarks);

/// The same for one field, with errors that point into its value.
journal::Entry with_field(Speaker& speaker, const journal::Entry& entry, const Field& field,
                          std::vector<Remark>& remarks);

}  // namespace lytes::language

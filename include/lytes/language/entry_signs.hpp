#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::language {

class Vocabulary;

/// A sign that an entry speaks of.
struct SaidSign {
  std::string name;
  std::string place;  ///< on the body, as it is kept: "left hand"; of a spasm its site where no other is named
  std::size_t entry;  ///< of the line
};

/// The signs that the entries of one line speak of: those kept with a spasm, and those in the words that people wrote:
/// notes, and the names and values of factors ("fever 39"). The words are read as one text, each sign once for each
/// entry. Where there are none, as of a drink without a note, no vocabulary is read.
std::vector<SaidSign> signs_said(const Vocabulary& vocabulary, std::span<const journal::Entry> line);

/// Whether a spasm's note says that it woke somebody.
bool says_woken(const Vocabulary& vocabulary, std::string_view note);

}  // namespace lytes::language

#pragma once

#include <string_view>

#include "clauses.hpp"
#include "line_pieces.hpp"

namespace lytes::language {

struct ClockSpan;

/// Reads one piece of a line: takes its time and its sentence words off, and says what it is.
Clause read_clause(const Vocabulary& vocabulary, const calendar::Reckoning& reckoning, std::string_view line,
                   Span piece);

/// "bed at 23:30, woke up 6:15": a night's sleep, of the morning it ends.
Clause night_clause(const ClockSpan& night, std::string_view line, const calendar::Reckoning& reckoning);

}  // namespace lytes::language

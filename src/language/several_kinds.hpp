#pragma once

#include <string_view>

#include "clauses.hpp"

namespace lytes::language {

class Speaker;

/// Whether a line behind a command tells of another kind, too: "spasm upper back 6, stress 7", "eat 2 eggs, slept 5h".
/// Only what can be nothing else counts: words that may belong to the first are its note.
/// @param own what the command logs
bool tells_of_another_kind(Speaker& speaker, std::string_view line, ClauseKind own);

}  // namespace lytes::language

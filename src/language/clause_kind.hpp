#pragma once

#include <string_view>

#include "clauses.hpp"

namespace lytes::language {

/// What a clause says, by its words alone: its time and its sentence words are off.
ClauseKind kind_of_clause(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language

#pragma once

#include <vector>

#include "clauses.hpp"

namespace lytes::language {

// What woke somebody, and when.

/// "cramp 6/10, woke me at 4am": what a spasm did, and when it was. @return whether it was put to the one before
bool add_waking(const Vocabulary& vocabulary, Clause& before, const Clause& clause);

/// "woke me at 3, left calf cramp 7/10": what woke is the spasm that is told next; of no spasm it is a note.
void join_wakings(const Vocabulary& vocabulary, std::vector<Clause>& clauses);

}  // namespace lytes::language

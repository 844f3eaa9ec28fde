#pragma once

#include <vector>

#include "lytes/journal/entry.hpp"

namespace lytes::cli {

class Session;

/// What is usually had at this time of day, the most frequent first: of each thing its last entry, of those that were
/// logged on two days or more of the last eight weeks within an hour and a half of this time.
std::vector<journal::Entry> usual_at_this_hour(Session& session);

/// Those of them that are wanted now: asked where somebody can answer, else shown with how to say it, and none taken.
std::vector<journal::Entry> choose_usual(Session& session);

}  // namespace lytes::cli

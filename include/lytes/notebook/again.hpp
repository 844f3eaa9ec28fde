#pragma once

#include <string>
#include <vector>

#include "lytes/journal/entry.hpp"
#include "lytes/language/drafts.hpp"

namespace lytes::notebook {

class Notebook;

/// What a line says is to be logged once more: entries by their numbers, a meal of the last earlier day that had it or
/// of a day, or all that was had on a day at the times it had, without those that would be still to come.
/// @throws InputError where it says nothing of the kind
/// @throws NotFoundError "no_such_meal", "nothing_logged", "no_such_entry", "nothing_left" or "nothing_yet"
language::Drafts again(Notebook& notebook, const std::vector<std::string>& words);

/// Entries once more, as they were but for their notes, now.
language::Drafts again_now(Notebook& notebook, std::vector<journal::Entry> entries);

/// What is usually had at this time of day, the most frequent first: of each thing its last entry, of those that were
/// logged on two days or more of the last eight weeks within an hour and a half of this time. Seven at most.
std::vector<journal::Entry> usual_at_this_hour(Notebook& notebook);

}  // namespace lytes::notebook

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::language {

/// What is to be listed: "coffee last week", "2026-W48", "in november left calf".
struct Search {
  calendar::DayRange days;
  std::string words;  ///< that the entries speak of; empty for all of the days
};

/// Of nothing said, the last seven days; of words alone, all days. Words that begin as days do and are none are a slip,
/// and no words to look for: "2026-13", "31 feb", "tomorrow".
/// @throws InputError for such a slip
Search read_search(const std::vector<std::string>& words, const calendar::Reckoning& reckoning);

/// Whether an entry speaks of every one of these words, in what it is called, its note, where a spasm was or what came
/// with it: singular or plural, in any case, or as the beginning of a longer word.
bool speaks_of(const journal::Entry& entry, std::string_view words);

}  // namespace lytes::language

#pragma once

#include <functional>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/language/drafts.hpp"

namespace lytes::language {

/// What a line says that is of an earlier day: read as it would be at the end of that day. What has no time stands at
/// noon.
/// @param untimed is given each entry without a time, and how many stand before it and with it
Drafts drafts_of_day(Speaker& speaker, calendar::Day day, const std::function<Drafts(Speaker&)>& read,
                     const std::function<void(journal::Entry&, int)>& untimed);

}  // namespace lytes::language

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/report/entry_text.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// Saves what one line logged, as one change, and says back what was understood and where the day stands.
void log_entries(Session& session, language::Drafts drafts);

/// Changes an entry, as one change, and says what stood there before. What others have changed of it since it was seen
/// stays.
/// @param seen the entry as the edit began with it
/// @throws StorageError Failed where both changed the same, or where the number belongs to another entry by now
void log_edit(Session& session, const journal::Entry& seen, const journal::Entry& wanted, std::vector<Remark> remarks);

/// "spasm none": a zero that was said, so that it may count as one.
/// @throws InputError where a spasm is logged on that day
void say_no_spasms(Session& session, calendar::Day day);

/// Saves what was said of a day, and says it back.
void say_day(Session& session, calendar::Day day,
             const std::vector<std::pair<journal::Stream, std::optional<journal::DayStatus>>>& said,
             const std::string& in_words);

}  // namespace lytes::cli

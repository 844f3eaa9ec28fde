#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/remark.hpp"
#include "lytes/timeline/day_row.hpp"

namespace lytes::notebook {

class Notebook;

/// Puts doses before the other remarks, without those that say less of the same.
void put_first(std::vector<Remark>& remarks, std::vector<Remark> doses);

/// That this day was said to have no more spasms before one was logged.
Remark spasms_were_closed(calendar::Day day);

/// Of a spasm on a day that was said to be without more of them, or to be none that counts: whether what was said still
/// holds.
void add_closed_days(Notebook& notebook, std::span<const journal::Entry> line, std::vector<Remark>& remarks);

/// Where sleep was logged on that day already, or hours of something make more than a day: most likely a correction.
void add_hours_so_far(Notebook& notebook, const journal::Entry& entry, std::vector<Remark>& remarks);

/// @throws InputError where a spasm is logged on that day
void require_no_spasm_on(Notebook& notebook, calendar::Day day);

/// Saves what one line logged, as one change. The drafts' entries get their numbers, and their remarks what they call
/// for.
/// @param doses of the line, which its remarks begin with
/// @return where the day of an intake stands; nothing for entries of other kinds
std::optional<timeline::DayRow> save_line(Notebook& notebook, language::Drafts& drafts, std::vector<Remark> doses);

/// What an edit came to.
struct SavedEdit {
  journal::Entry before;
  journal::Entry after;
  std::optional<timeline::DayRow> row;
};

/// Changes an entry, as one change. What others have changed of it since it was seen stays.
/// @param seen the entry as the edit began with it
/// @param remarks gets what the change calls for
/// @param brief an entry in a few words, for the error
/// @throws StorageError Failed where both changed the same, or where the number belongs to another entry by now
SavedEdit save_edit(Notebook& notebook, const journal::Entry& seen, const journal::Entry& wanted,
                    std::vector<Remark>& remarks, const std::function<std::string(const journal::Entry&)>& brief);

/// What was said of the streams of a day; no status opens one again.
using SaidOfDay = std::vector<std::pair<journal::Stream, std::optional<journal::DayStatus>>>;

struct SavedDay {
  timeline::DayRow row;
  std::vector<Remark> remarks;
};

/// Saves what was said of a day, as one change.
SavedDay save_day(Notebook& notebook, calendar::Day day, const SaidOfDay& said);

}  // namespace lytes::notebook

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"
#include "lytes/report/style.hpp"

namespace lytes::report {

/// One entry on a line, its figures on a second where the first is full:
/// " 212  Sun 08:30  Coffee, brewed  2 cups (474 g)   water +471 ml  Mg +14 mg  K +232 mg"
/// @param today decides whether a weekday is enough or the date must stand there
std::string entry_line(const journal::Entry& entry, calendar::Day today, const Style& style);

/// How an entry of food, drink or a supplement was said.
struct Said {
  std::string words;        ///< "2 eggs"; empty where they are not known
  bool is_named_so = true;  ///< else the entry's name is told, too
};

/// What one line logged: each entry with its figures, what was had on one line in the words that were said:
/// "   1  Thu 08:00  2 eggs  100 g   water +75 ml  Mg +10 mg  K +126 mg"
/// Of many, a line for each, kind by kind, and no more of them than
/// are read at a glance.
/// @param said of each entry in turn; those behind its end, and those without words, are shown by their names
std::string entries_echo(std::span<const journal::Entry> entries, std::span<const Said> said, calendar::Day today,
                         const Style& style);

/// One entry on one line without its figures, cut to the style's width.
std::string entry_brief(const journal::Entry& entry, calendar::Day today, const Style& style);

/// What stood there and what stands there now, one below the other.
std::string edited_lines(const journal::Entry& before, const journal::Entry& after, calendar::Day today,
                         const Style& style);

/// Entries that were taken out, and how to have them back; of a dry run what would be.
std::string removed_lines(std::span<const journal::Entry> entries, bool dry_run, calendar::Day today,
                          const Style& style);

/// Entries day by day, each day under its date.
std::string entry_list(std::span<const journal::Entry> entries, calendar::Day today, const Style& style);

/// That no entry of these days speaks of these words, which may be empty.
std::string nothing_found(calendar::DayRange days, const std::string& words);

/// One entry with all that is known of it.
std::string entry_page(const journal::Entry& entry, const Style& style);

/// What is said beside a result, each remark on lines of its own that begin with its level: "EMERGENCY:", "see a
/// doctor:", "care:", "note:". Emergencies are not among them; see `emergency_lines`.
std::string remark_lines(std::span<const Remark> remarks, const Style& style);

/// The emergencies alone, set apart from all else by a blank line; empty where there are none. A page begins with them.
std::string emergency_lines(std::span<const Remark> remarks, const Style& style);

/// {"entries":[...],"warnings":[...]}, what every write answers.
/// @param no_spasms_on the day that the same line said to be without a spasm, as "no_spasms_on"
std::string written_json(std::span<const journal::Entry> entries, std::span<const Remark> remarks,
                         std::optional<calendar::Day> no_spasms_on = std::nullopt);

/// {"entries":[the entry as it is now],"before":[as it was],"warnings":[...]}
std::string edited_json(const journal::Entry& before, const journal::Entry& after, std::span<const Remark> remarks);

/// {"dry_run":...,"removed":[...]}
std::string removed_json(std::span<const journal::Entry> entries, bool dry_run);

/// {"entries":[...]}
std::string entries_json(std::span<const journal::Entry> entries);

/// "471 ml", "14 mg", "0.4 mg": with no more digits than are worth reading.
std::string amount_text(double amount, std::string_view unit);

}  // namespace lytes::report

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/calendar/day_heading.hpp"
#include "lytes/language/drafts.hpp"

namespace lytes::language {

class Speaker;

/// A line of notes as somebody keeps them from day to day.
struct NoteLine {
  std::size_t number;  ///< in the notes, from 1
  std::string text;    ///< without bullet and heading
  calendar::Day day;
  std::optional<calendar::DayName> day_name;  ///< how its day was said; empty: nothing said it, it is of today
  std::int64_t hash = 0;                      ///< of its words, without regard to case and blanks
  int occurrence = 1;                         ///< among the lines of that day that say the same
  std::string trouble;                        ///< why it is not known of which day it is; else empty
};

/// Parts notes into their lines.
///
/// A line that says a day alone is the heading of those below it (see `calendar::read_day_heading`; signs of a heading
/// around it do not matter: "## 2026-11-24:"); "24.11.: coffee" is a heading with its first line, "2026-11-24 coffee" a
/// line with a day of its own. Other lines that begin with `#` are remarks. Bullets, boxes to tick, line ends of any
/// system and a byte order mark are no obstacle.
/// @param first_day of the lines above the first heading, where the name of a file says it
/// @param from_terminal "today" and "yesterday" may be headings: typed now, they are no other days tomorrow
/// @throws InputError for what is no text
std::vector<NoteLine> read_notes(std::string_view notes, const calendar::Reckoning& reckoning,
                                 std::optional<calendar::Day> first_day, bool from_terminal);

/// What a line of notes says, on its day. It may begin with the word of a command that logs: "spasm calf 5".
///
/// Of an earlier day an entry without a time has none: its key begins with `journal::day_only_key`, and it stands at
/// noon. Of today it is now, and a time that is still to come is refused.
/// @throws InputError and NotFoundError as the drafts of such a command
Drafts draft_note_line(Speaker& speaker, const NoteLine& line);

/// A line without the bullet in front of it: "- coffee", "* coffee", "- [ ] coffee".
std::string_view without_bullet(std::string_view line);

}  // namespace lytes::language

#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::language {

class Vocabulary;

/// From one clock time to another, as "11pm to 6am" in a line.
struct ClockSpan {
  std::size_t begin;  ///< bytes of the line that say it, "from" included
  std::size_t end;
  std::chrono::minutes from;  ///< after midnight
  std::chrono::minutes until;
  std::chrono::minutes length;  ///< never more than a day; past midnight where `until` is earlier on the clock
};

/// `11pm to 6am`, `from 23:30 till 7`, `10:30pm-6:15am`, `from 9 to 5`. Two plain numbers only behind "from", and then
/// never more than twelve hours apart: a nine to five is eight. Nothing where the line holds none.
std::optional<ClockSpan> clock_span_in(const Vocabulary& vocabulary, std::string_view line);

/// "8h", "6h45"
std::string length_in_words(const ClockSpan& span);

/// `went to bed at 23:30 woke up 6:15`, `bed 11, up at 7`: a night's sleep. "Woke at 3 with a cramp" ends none.
std::optional<ClockSpan> night_in(const Vocabulary& vocabulary, std::string_view line);

}  // namespace lytes::language

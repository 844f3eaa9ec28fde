#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lytes::language {

class Vocabulary;

/// What was said of a spasm: "upper back 6/10 10m", "calf left 7 woke me up".
struct SpasmLine {
  bool none = false;  ///< "none": there was no spasm on the day in `site`, which may be empty for today
  std::string site;   ///< "unspecified" where none was said
  std::string note;   ///< the words that are neither site nor number, as they were typed
  std::optional<int> severity;
  std::string severity_said;  ///< where it was no whole number of its own: "6.5", "6-7"
  std::string site_said;      ///< where the words name the site only by their meaning: "charley horse" for the calf
  std::optional<double> minutes;
  int times = 1;                   ///< "x3": so many spasms
  std::vector<std::string> signs;  ///< that the words speak of, each once
};

/// More than this many spasms at once are no count but words.
inline constexpr int most_spasms_at_once = 20;

/// Severity is `6/10`, `6 out of 10` or a bare number from 0 to 10; of a half point or a range the higher number is
/// taken. A duration has a unit.
///
/// Where a known part of the body is named, the site is the part with its side and the other words are the note;
/// where none is, the first words are the site. A second part with a severity or a duration of its own is a second
/// spasm: "left calf 4, right calf 5". "none" stands alone.
/// @throws InputError naming the place
/// @return at least one
std::vector<SpasmLine> read_spasm_lines(const Vocabulary& vocabulary, std::string_view text);

/// The first of them.
SpasmLine read_spasm_line(const Vocabulary& vocabulary, std::string_view text);

}  // namespace lytes::language

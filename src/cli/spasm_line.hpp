#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lytes::cli {

/// What was said of a spasm: "upper back 6/10 10m", "calf left 7".
struct SpasmLine {
  bool none = false;  ///< "none": there was no spasm on the day in `site`, which may be empty for today
  std::string site;
  std::string manner;  ///< "severe" or another word for how bad it was, which is no number
  std::optional<int> severity;
  std::optional<double> minutes;
};

/// Severity is `6/10` or a bare number from 0 to 10; a duration has a unit; the rest is the site, its side first.
/// @throws InputError naming the place
SpasmLine read_spasm_line(std::string_view text);

}  // namespace lytes::cli

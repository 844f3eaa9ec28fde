#pragma once

#include <optional>

namespace lytes::stats {

/// What a diary has been like so far, for saying how long it must go on.
struct DiarySoFar {
  double calendar_days;   ///< all, known or not
  double rows;            ///< days that are compared
  double events_per_row;  ///< above 0
  double exposed_share;   ///< of the rows, inside (0, 1)
  /// Error of the log ratio and the ratio it was found at; without them Poisson's own, half as much again.
  struct Error {
    double error;
    double ratio;
  };
  std::optional<Error> found;
};

/// Calendar days in all after which the grade "moderate" is reached with the given power, if the ratio is `ratio` and
/// the diary goes on as it was. At least 84, since nothing is held before; empty beyond 40,000.
///
/// The grade asks for a posterior probability of .97 and a Bayes factor of 3 at five weekly looks; what holding them
/// costs beyond the last look is 0.20 standard errors. docs/statistics.md, "Days needed".
/// @throws std::invalid_argument for a ratio that is not positive or is 1, or a diary outside its bounds
std::optional<double> days_for_moderate(const DiarySoFar& diary, double ratio, double power = 0.8);

}  // namespace lytes::stats

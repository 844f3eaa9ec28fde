#pragma once

namespace lytes::stats {

/// A figure and the ends of its interval.
struct Estimate {
  double value;
  double lower;
  double upper;
};

}  // namespace lytes::stats

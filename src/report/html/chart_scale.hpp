#pragma once

#include <cmath>
#include <vector>

namespace lytes::report {

/// Maps values to places along an axis, in drawing units. An axis that runs upward has `end` below `start`.
class LinearScale {
 public:
  LinearScale(double from, double to, double start, double end)
      : from_(from), per_value_((end - start) / (to - from)), start_(start) {}
  double operator()(double value) const { return start_ + (value - from_) * per_value_; }

 private:
  double from_;
  double per_value_;
  double start_;
};

/// Equal factors take equal room: a doubling is as far from 1 as a halving.
class LogScale {
 public:
  LogScale(double from, double to, double start, double end)
      : from_(from), to_(to), scale_(std::log(from), std::log(to), start, end) {}
  double operator()(double value) const { return scale_(std::log(value)); }
  double from() const { return from_; }
  double to() const { return to_; }
  bool holds(double value) const { return from_ <= value && value <= to_; }

 private:
  double from_;
  double to_;
  LinearScale scale_;
};

/// Round values from 0 up to the first that is no less than `most`: steps of 1, 2 or 5 times a power of ten, at most
/// `steps` of them. For nothing to show (`most` not above 0) the values are 0 and 1.
std::vector<double> round_ticks(double most, int steps);

/// Ends of an axis for ratios: powers of two around 1 that hold all of `values`, at least 1/2 to 2 and at most 1/8
/// to 8. Values that are not positive and finite are passed over.
std::vector<double> ratio_ticks(const std::vector<double>& values);

}  // namespace lytes::report

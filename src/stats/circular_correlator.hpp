#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "fourier.hpp"

namespace lytes::stats {

/// Circular correlations of one length, always of two pairs of series at once: a transform of complex numbers is one of
/// two series. Rounding is that of the larger of the two, so they are to be of about one size.
class CircularCorrelator {
 public:
  explicit CircularCorrelator(std::size_t length);

  /// Two series, transformed together.
  using Spectrum = Complexes;

  std::size_t length() const { return length_; }
  Spectrum transform(std::span<const double> first, std::span<const double> second);

  struct Correlations {
    std::vector<double> first;
    std::vector<double> second;
  };
  /// c[s] = sum over t of a[t] b[(t - s) mod length], of the first series of both and of the second of both.
  Correlations correlate(const Spectrum& a, const Spectrum& b);

 private:
  std::vector<double> folded(const std::vector<double>& linear) const;

  std::size_t length_;
  Fourier fourier_;  ///< of at least twice the length
  Spectrum product_;
};

}  // namespace lytes::stats

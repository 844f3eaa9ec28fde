#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <unsupported/Eigen/FFT>
#include <vector>

namespace lytes::stats {

/// Circular correlations of one length, with the FFT's tables made once.
class CircularCorrelator {
 public:
  explicit CircularCorrelator(std::size_t length);

  using Spectrum = std::vector<std::complex<double>>;

  std::size_t length() const { return length_; }
  Spectrum transform(std::span<const double> values);
  /// c[s] = sum over t of a[t] b[(t - s) mod length], from the transforms of a and b.
  std::vector<double> correlate(const Spectrum& a, const Spectrum& b);

 private:
  std::size_t length_;
  std::size_t padded_;  ///< even, with factors 2, 3 and 5 only, at least 2 length - 1
  Eigen::FFT<double> fft_;
  std::vector<double> real_;
  Spectrum product_;
};

}  // namespace lytes::stats

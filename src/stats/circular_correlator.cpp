#include "circular_correlator.hpp"

#include <algorithm>

namespace lytes::stats {
namespace {

/// The smallest even length from `least` on with no prime factor above 5, at which a mixed-radix FFT is at its best.
std::size_t good_length(std::size_t least) {
  for (std::size_t length = least + least % 2;; length += 2) {
    std::size_t rest = length;
    for (const std::size_t factor : {std::size_t{2}, std::size_t{3}, std::size_t{5}}) {
      while (rest % factor == 0) rest /= factor;
    }
    if (rest == 1) return length;
  }
}

}  // namespace

CircularCorrelator::CircularCorrelator(std::size_t length)
    : length_(length),
      padded_(good_length(std::max<std::size_t>(2, 2 * length))),
      real_(padded_),
      product_(padded_ / 2 + 1) {
  fft_.SetFlag(Eigen::FFT<double>::HalfSpectrum);
}

CircularCorrelator::Spectrum CircularCorrelator::transform(std::span<const double> values) {
  std::copy(values.begin(), values.end(), real_.begin());
  std::fill(real_.begin() + static_cast<std::ptrdiff_t>(values.size()), real_.end(), 0.0);
  Spectrum spectrum(padded_ / 2 + 1);
  fft_.fwd(spectrum.data(), real_.data(), static_cast<Eigen::Index>(padded_));
  return spectrum;
}

std::vector<double> CircularCorrelator::correlate(const Spectrum& a, const Spectrum& b) {
  for (std::size_t k = 0; k < product_.size(); ++k) product_[k] = a[k] * std::conj(b[k]);
  fft_.inv(real_.data(), product_.data(), static_cast<Eigen::Index>(padded_));
  // The linear correlation has its negative shifts at the end; s - length is the same shift as s.
  std::vector<double> circular(real_.begin(), real_.begin() + static_cast<std::ptrdiff_t>(length_));
  for (std::size_t shift = 1; shift < length_; ++shift) circular[shift] += real_[padded_ - length_ + shift];
  return circular;
}

}  // namespace lytes::stats

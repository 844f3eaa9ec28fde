#include "circular_correlator.hpp"

#include <algorithm>

namespace lytes::stats {
namespace {

/// Both series' transforms at one frequency; at the negative frequency they are the conjugates.
struct AtFrequency {
  double first_real, first_imaginary;
  double second_real, second_imaginary;
};

/// @param back the place of the negative frequency
AtFrequency at_frequency(const Complexes& both, std::size_t place, std::size_t back) {
  return {(both.real[place] + both.real[back]) / 2, (both.imaginary[place] - both.imaginary[back]) / 2,
          (both.imaginary[place] + both.imaginary[back]) / 2, (both.real[back] - both.real[place]) / 2};
}

}  // namespace

CircularCorrelator::CircularCorrelator(std::size_t length)
    : length_(length), fourier_(Fourier::length_from(2 * length)), product_(fourier_.length()) {}

CircularCorrelator::Spectrum CircularCorrelator::transform(std::span<const double> first,
                                                           std::span<const double> second) {
  Spectrum spectrum(fourier_.length());
  std::copy(first.begin(), first.end(), spectrum.real.begin());
  std::copy(second.begin(), second.end(), spectrum.imaginary.begin());
  fourier_.transform(spectrum);
  return spectrum;
}

CircularCorrelator::Correlations CircularCorrelator::correlate(const Spectrum& a, const Spectrum& b) {
  const std::size_t size = fourier_.length();
  for (std::size_t place = 0; place <= size / 2; ++place) {
    const std::size_t back = place == 0 ? 0 : size - place;
    const AtFrequency x = at_frequency(a, place, back);
    const AtFrequency y = at_frequency(b, place, back);
    // a times the conjugate of b
    const double first_real = x.first_real * y.first_real + x.first_imaginary * y.first_imaginary;
    const double first_imaginary = x.first_imaginary * y.first_real - x.first_real * y.first_imaginary;
    const double second_real = x.second_real * y.second_real + x.second_imaginary * y.second_imaginary;
    const double second_imaginary = x.second_imaginary * y.second_real - x.second_real * y.second_imaginary;
    product_.real[place] = first_real - second_imaginary;
    product_.imaginary[place] = first_imaginary + second_real;
    product_.real[back] = first_real + second_imaginary;
    product_.imaginary[back] = second_real - first_imaginary;
  }
  fourier_.back(product_);
  return {folded(product_.real), folded(product_.imaginary)};
}

/// The linear correlation has its negative shifts at the end; s - length is the same shift as s.
std::vector<double> CircularCorrelator::folded(const std::vector<double>& linear) const {
  const std::size_t size = linear.size();
  const double scale = 1.0 / static_cast<double>(size);
  std::vector<double> circular(length_);
  if (length_ > 0) circular[0] = linear[0] * scale;
  for (std::size_t shift = 1; shift < length_; ++shift) {
    circular[shift] = (linear[shift] + linear[size - length_ + shift]) * scale;
  }
  return circular;
}

}  // namespace lytes::stats

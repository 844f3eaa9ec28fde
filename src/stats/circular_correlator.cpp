#include "circular_correlator.hpp"

#include <algorithm>

#include "argument_checks.hpp"

namespace lytes::stats {
namespace {

/// Where the values of complex numbers stand.
template <class Value>
struct Parts {
  Value* real;
  Value* imaginary;
};

/// Both series' transforms at one frequency; at the negative frequency they are the conjugates.
struct AtFrequency {
  double first_real, first_imaginary;
  double second_real, second_imaginary;
};

/// @param back the place of the negative frequency
inline AtFrequency at_frequency(Parts<const double> both, std::size_t place, std::size_t back) {
  return {(both.real[place] + both.real[back]) / 2, (both.imaginary[place] - both.imaginary[back]) / 2,
          (both.imaginary[place] + both.imaginary[back]) / 2, (both.real[back] - both.real[place]) / 2};
}

/// At one frequency and its negative, of both series: a times the conjugate of b.
inline void multiply(Parts<const double> a, Parts<const double> b, Parts<double> product, std::size_t place,
                     std::size_t back) {
  const AtFrequency x = at_frequency(a, place, back);
  const AtFrequency y = at_frequency(b, place, back);
  const double first_real = x.first_real * y.first_real + x.first_imaginary * y.first_imaginary;
  const double first_imaginary = x.first_imaginary * y.first_real - x.first_real * y.first_imaginary;
  const double second_real = x.second_real * y.second_real + x.second_imaginary * y.second_imaginary;
  const double second_imaginary = x.second_imaginary * y.second_real - x.second_real * y.second_imaginary;
  product.real[place] = first_real - second_imaginary;
  product.imaginary[place] = first_imaginary + second_real;
  product.real[back] = first_real + second_imaginary;
  product.imaginary[back] = second_real - first_imaginary;
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
  require_same_days(size, a.size());
  require_same_days(size, b.size());
  const Parts<const double> of_a{a.real.data(), a.imaginary.data()};
  const Parts<const double> of_b{b.real.data(), b.imaginary.data()};
  const Parts<double> product{product_.real.data(), product_.imaginary.data()};
  multiply(of_a, of_b, product, 0, 0);
  LYTES_READS_NOTHING_WRITTEN
  for (std::size_t place = 1; place <= size / 2; ++place) multiply(of_a, of_b, product, place, size - place);
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

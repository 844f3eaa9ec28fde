#include "fourier.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

using namespace lytes::stats;

TEST_CASE("a transform is its definition, and the way back gives the values times their number") {
  std::mt19937_64 random(5);
  std::normal_distribution<double> normal;
  for (const std::size_t length : {1U, 2U, 3U, 4U, 6U, 8U, 9U, 12U, 18U, 24U, 32U, 36U, 48U, 64U, 72U, 144U, 384U}) {
    CAPTURE(length);
    REQUIRE(Fourier::length_from(length) == length);
    Complexes values(length);
    for (double& value : values.real) value = normal(random);
    for (double& value : values.imaginary) value = normal(random);
    const Complexes before = values;
    Fourier fourier(length);
    fourier.transform(values);
    for (std::size_t k = 0; k < length; ++k) {
      std::complex<double> sum;
      for (std::size_t t = 0; t < length; ++t) {
        const double angle = -2 * std::numbers::pi * static_cast<double>(k * t % length) / static_cast<double>(length);
        sum += std::complex(before.real[t], before.imaginary[t]) * std::polar(1.0, angle);
      }
      CHECK(std::abs(sum - std::complex(values.real[k], values.imaginary[k])) < 1e-11);
    }
    fourier.back(values);
    for (std::size_t t = 0; t < length; ++t) {
      CHECK(std::abs(values.real[t] / static_cast<double>(length) - before.real[t]) < 1e-13);
      CHECK(std::abs(values.imaginary[t] / static_cast<double>(length) - before.imaginary[t]) < 1e-13);
    }
  }
}

TEST_CASE("a length that can be transformed is at most a half longer") {
  for (std::size_t least = 1; least < 3000; ++least) {
    const std::size_t length = Fourier::length_from(least);
    CHECK((length >= least && 2 * length < 3 * least + 2));
  }
  CHECK(Fourier::length_from(7304) == 8192);
  CHECK(Fourier::length_from(73050) == 73728);
}

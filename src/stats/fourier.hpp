#pragma once

#include <cstddef>
#include <vector>

// All that is read lies in one pair of arrays and all that is written in another, which a loop says to each compiler in
// its own way.
#ifdef __clang__
#define LYTES_READS_NOTHING_WRITTEN _Pragma("clang loop vectorize(assume_safety)")
#else
#define LYTES_READS_NOTHING_WRITTEN _Pragma("GCC ivdep")
#endif

namespace lytes::stats {

/// Complex numbers, their two parts apart: so that loops over them are loops over numbers.
struct Complexes {
  explicit Complexes(std::size_t size) : real(size), imaginary(size) {}

  std::size_t size() const { return real.size(); }

  std::vector<double> real;
  std::vector<double> imaginary;
};

/// Fourier transforms of one length, with the tables made once. Of our own because Eigen's, which stood here, makes the
/// week of a hundred years a seventh slower and more than twelve times that of ten; FFTW is under another licence.
class Fourier {
 public:
  /// The smallest length from `least` on that `Fourier` takes: powers of two, also times 3 or 9.
  static std::size_t length_from(std::size_t least);

  /// @param length one that `length_from` gives
  explicit Fourier(std::size_t length);

  std::size_t length() const { return turns_.size(); }

  /// values[k] becomes the sum over t of values[t] exp(-2 pi i k t / length).
  void transform(Complexes& values);
  /// The way back, times the length.
  void back(Complexes& values);

 private:
  void run(std::vector<double>& real, std::vector<double>& imaginary);

  std::vector<std::size_t> radices_;
  Complexes turns_;  ///< exp(-2 pi i t / length)
  Complexes other_;  ///< each step writes from one place to another
};

}  // namespace lytes::stats

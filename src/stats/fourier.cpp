#include "fourier.hpp"

#include <cmath>
#include <numbers>

namespace lytes::stats {
namespace {

/// One step of Stockham's transform: `parts` transforms of length `length` that lie side by side, value after value,
/// become radix x parts of length / radix. Van Loan, Computational Frameworks for the FFT (1992), 1.7.
struct Step {
  std::size_t length;
  std::size_t parts;
  const double* from_real;
  const double* from_imaginary;
  double* to_real;
  double* to_imaginary;
};

struct Number {
  double real;
  double imaginary;
};

inline Number operator+(Number a, Number b) { return {a.real + b.real, a.imaginary + b.imaginary}; }
inline Number operator-(Number a, Number b) { return {a.real - b.real, a.imaginary - b.imaginary}; }
inline Number operator*(Number a, Number b) {
  return {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}
inline Number times(double factor, Number a) { return {factor * a.real, factor * a.imaginary}; }
/// A quarter turn back.
inline Number turned_back(Number a) { return {a.imaginary, -a.real}; }

/// The small transforms that a step is made of; all but the first of the results are then turned.
struct By2 {
  static constexpr std::size_t radix = 2;
  static void apply(Number* x) {
    const Number sum = x[0] + x[1];
    x[1] = x[0] - x[1];
    x[0] = sum;
  }
};

struct By3 {
  static constexpr std::size_t radix = 3;
  static void apply(Number* x) {
    const Number sum = x[1] + x[2];
    const Number across = turned_back(times(std::numbers::sqrt3 / 2, x[1] - x[2]));
    const Number middle = x[0] - times(0.5, sum);
    x[0] = x[0] + sum;
    x[1] = middle + across;
    x[2] = middle - across;
  }
};

struct By4 {
  static constexpr std::size_t radix = 4;
  static void apply(Number* x) {
    const Number even = x[0] + x[2];
    const Number even_less = x[0] - x[2];
    const Number odd = x[1] + x[3];
    const Number odd_less = turned_back(x[1] - x[3]);
    x[0] = even + odd;
    x[1] = even_less + odd_less;
    x[2] = even - odd;
    x[3] = even_less - odd_less;
  }
};

/// One butterfly: reads values `apart` from each other, writes them side by side.
template <class Small>
inline void cross(const Step& step, std::size_t from, std::size_t apart, std::size_t to, std::size_t beside,
                  const Number* turns) {
  Number x[Small::radix];
  for (std::size_t k = 0; k < Small::radix; ++k) {
    x[k] = {step.from_real[from + k * apart], step.from_imaginary[from + k * apart]};
  }
  Small::apply(x);
  for (std::size_t k = 1; k < Small::radix; ++k) x[k] = x[k] * turns[k];
  for (std::size_t k = 0; k < Small::radix; ++k) {
    step.to_real[to + k * beside] = x[k].real;
    step.to_imaginary[to + k * beside] = x[k].imaginary;
  }
}

/// The turns of a place; in a transform of this length they are `parts` places of the table from one another.
template <class Small>
inline void read_turns(const Complexes& table, std::size_t place, std::size_t parts, Number* turns) {
  const double* const real = table.real.data();
  const double* const imaginary = table.imaginary.data();
  for (std::size_t k = 1; k < Small::radix; ++k) turns[k] = {real[k * place * parts], imaginary[k * place * parts]};
}

template <class Small>
void run_step(const Step step, const Complexes& table) {
  const std::size_t places = step.length / Small::radix;
  const std::size_t parts = step.parts;
  if (parts == 1) {  // then places are neighbours, else parts
    LYTES_READS_NOTHING_WRITTEN
    for (std::size_t place = 0; place < places; ++place) {
      Number turns[Small::radix];
      read_turns<Small>(table, place, 1, turns);
      cross<Small>(step, place, places, Small::radix * place, 1, turns);
    }
    return;
  }
  for (std::size_t place = 0; place < places; ++place) {
    Number turns[Small::radix];
    read_turns<Small>(table, place, parts, turns);
    LYTES_READS_NOTHING_WRITTEN
    for (std::size_t part = 0; part < parts; ++part) {
      cross<Small>(step, parts * place + part, parts * places, parts * Small::radix * place + part, parts, turns);
    }
  }
}

}  // namespace

std::size_t Fourier::length_from(std::size_t least) {
  std::size_t best = 1;
  while (best < least) best *= 2;
  for (const std::size_t threes : {std::size_t{3}, std::size_t{9}}) {
    std::size_t length = threes;
    while (length < least) length *= 2;
    if (length < best) best = length;
  }
  return best;
}

Fourier::Fourier(std::size_t length) : turns_(length), other_(length) {
  std::size_t rest = length;
  for (const std::size_t radix : {std::size_t{4}, std::size_t{3}, std::size_t{2}}) {
    for (; rest % radix == 0; rest /= radix) radices_.push_back(radix);
  }
  // A quarter of the way round is the first quarter, turned back once.
  const std::size_t quarter = length % 4 == 0 ? length / 4 : length;
  for (std::size_t place = 0; place < quarter; ++place) {
    const double angle = -2.0 * std::numbers::pi * static_cast<double>(place) / static_cast<double>(length);
    turns_.real[place] = std::cos(angle);
    turns_.imaginary[place] = std::sin(angle);
  }
  for (std::size_t place = quarter; place < length; ++place) {
    turns_.real[place] = turns_.imaginary[place - quarter];
    turns_.imaginary[place] = -turns_.real[place - quarter];
  }
}

void Fourier::transform(Complexes& values) { run(values.real, values.imaginary); }

// With the two parts exchanged, before and after, the same steps turn the other way.
void Fourier::back(Complexes& values) { run(values.imaginary, values.real); }

void Fourier::run(std::vector<double>& real, std::vector<double>& imaginary) {
  Step step{length(), 1, nullptr, nullptr, nullptr, nullptr};
  for (const std::size_t radix : radices_) {
    step.from_real = real.data();
    step.from_imaginary = imaginary.data();
    step.to_real = other_.real.data();
    step.to_imaginary = other_.imaginary.data();
    if (radix == 4) run_step<By4>(step, turns_);
    if (radix == 3) run_step<By3>(step, turns_);
    if (radix == 2) run_step<By2>(step, turns_);
    real.swap(other_.real);
    imaginary.swap(other_.imaginary);
    step.length /= radix;
    step.parts *= radix;
  }
}

}  // namespace lytes::stats

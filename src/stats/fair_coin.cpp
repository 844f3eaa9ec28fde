#include "lytes/stats/fair_coin.hpp"

#include <bit>
#include <cstddef>
#include <string>

namespace lytes::stats {
namespace {

using Word = std::uint32_t;

constexpr std::size_t block_bytes = 64;
constexpr std::size_t rounds = 64;

// FIPS 180-4, 4.2.2 and 5.3.3: fractional parts of the cube roots and square roots of the first primes.
constexpr std::array<Word, rounds> constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
constexpr std::array<Word, 8> beginning = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/// The text, a one bit, zeros up to the end of a block, and the text's length in bits in the last eight bytes.
std::string padded(std::string_view text) {
  std::string message(text);
  message += static_cast<char>(0x80);
  while (message.size() % block_bytes != block_bytes - 8) message += '\0';
  const std::uint64_t bits = std::uint64_t{8} * text.size();
  for (int shift = 56; shift >= 0; shift -= 8)
    message += static_cast<char>((bits >> static_cast<unsigned>(shift)) & 255U);
  return message;
}

std::array<Word, rounds> schedule(std::string_view block) {
  std::array<Word, rounds> words{};
  for (std::size_t place = 0; place < block_bytes; ++place) {
    words[place / 4] = words[place / 4] << 8U | static_cast<std::uint8_t>(block[place]);
  }
  for (std::size_t t = 16; t < rounds; ++t) {
    const Word early = words[t - 15];
    const Word late = words[t - 2];
    words[t] = words[t - 16] + words[t - 7] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ early >> 3U) +
               (std::rotr(late, 17) ^ std::rotr(late, 19) ^ late >> 10U);
  }
  return words;
}

void take_in(std::string_view block, std::array<Word, 8>& hash) {
  const auto words = schedule(block);
  auto [a, b, c, d, e, f, g, h] = hash;
  for (std::size_t t = 0; t < rounds; ++t) {
    const Word one =
        h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + constants[t] + words[t];
    const Word two = (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + one;
    d = c;
    c = b;
    b = a;
    a = one + two;
  }
  const std::array<Word, 8> more = {a, b, c, d, e, f, g, h};
  for (std::size_t place = 0; place < hash.size(); ++place) hash[place] += more[place];
}

}  // namespace

std::array<std::uint8_t, 32> sha256(std::string_view text) {
  const std::string message = padded(text);
  std::array<Word, 8> hash = beginning;
  for (std::size_t begin = 0; begin < message.size(); begin += block_bytes) {
    take_in(std::string_view(message).substr(begin, block_bytes), hash);
  }
  std::array<std::uint8_t, 32> bytes{};
  for (std::size_t place = 0; place < bytes.size(); ++place) {
    bytes[place] = static_cast<std::uint8_t>(hash[place / 4] >> (24 - 8 * (place % 4)));
  }
  return bytes;
}

bool is_heads(std::string_view seed, std::string_view label) {
  return sha256(std::string(seed) + " " + std::string(label)).front() < 128;
}

}  // namespace lytes::stats

#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace lytes::stats {

/// SHA-256 of a text (FIPS 180-4).
std::array<std::uint8_t, 32> sha256(std::string_view text);

/// The fair coin of a label. It is settled by seed and label alone, so it can be asked for again and is never another.
/// Heads where the first bit of SHA-256("SEED LABEL") is 0, which is where its first hexadecimal digit is 0 to 7:
///
///     printf 'SEED 2026-11-22' | sha256sum
///
/// @param seed random bits, as the text that is hashed
bool is_heads(std::string_view seed, std::string_view label);

}  // namespace lytes::stats

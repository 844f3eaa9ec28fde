#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Reading typed text byte by byte, without the locale: a letter is an ASCII letter or any part of a
/// non-ASCII character that is not a space or a sign we read as a number.
namespace lytes::quantity {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of the space at `at`: 0 for none, more than 1 for a no-break space.
std::size_t space_length(std::string_view text, std::size_t at);

/// Bytes of the letter at `at`; 0 for none.
std::size_t letter_length(std::string_view text, std::size_t at);

/// First place at or after `at` that is not a space.
std::size_t skip_spaces(std::string_view text, std::size_t at);

/// `text` up to the spaces at its end.
std::string_view without_trailing_spaces(std::string_view text);

/// The run of letters at `at`, in the case it was typed.
std::string_view letters_at(std::string_view text, std::size_t at);

std::string lowered(std::string_view text);

/// A fraction written as one character, such as "½".
struct VulgarFraction {
  std::string_view sign;
  double value;
};

/// The fraction character at `at`; null when there is none.
const VulgarFraction* vulgar_fraction_at(std::string_view text, std::size_t at);

}  // namespace lytes::quantity

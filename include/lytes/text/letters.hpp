#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Typed text, character by character, without the locale. Only this room decodes UTF-8 or folds case.
namespace lytes::text {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }
constexpr bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return is_small_letter(c) || is_capital(c); }
constexpr char lower(char c) { return is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// One character of a text.
struct Character {
  char32_t code;       ///< U+FFFD where the bytes are no UTF-8
  std::size_t length;  ///< in bytes, at least 1
  bool sound;          ///< whether the bytes are UTF-8
};

/// The character that the text begins with.
/// @param text not empty
Character first_character(std::string_view text);

/// Calls `each(Character, std::string_view bytes)` for every character.
template <typename Each>
void each_character(std::string_view text, Each each) {
  while (!text.empty()) {
    const Character character = first_character(text);
    each(character, text.substr(0, character.length));
    text.remove_prefix(character.length);
  }
}

/// Bytes of the space at `at`: 0 for none, more than 1 for a no-break space and its like.
std::size_t space_length(std::string_view text, std::size_t at);

/// Bytes of the letter at `at`; 0 for none. Whatever is beyond ASCII and no space, number, punctuation or mathematical
/// sign counts as one, also a byte that is no UTF-8.
std::size_t letter_length(std::string_view text, std::size_t at);

/// First place at or after `at` that is not a space.
std::size_t skip_spaces(std::string_view text, std::size_t at);

/// `text` up to the spaces at its end.
std::string_view without_trailing_spaces(std::string_view text);

/// Without the spaces at either end.
std::string_view trimmed(std::string_view text);

/// The run of letters at `at`, in the case it was typed.
std::string_view letters_at(std::string_view text, std::size_t at);

/// In lower case, in as many bytes as before, so that a place in one is a place in the other.
std::string lowered(std::string_view text);

/// With its first letter in upper case, to begin a sentence.
std::string capitalised(std::string_view text);

/// With its first letter in lower case, to go on in one.
std::string without_capital(std::string_view text);

/// The character in lower case and without accents, as words are compared: "e" for É, "ss" for ß, "oe" for œ. Empty for
/// an accent by itself.
std::string folded(char32_t code);

}  // namespace lytes::text

#include "numeral.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "vulgar_fraction.hpp"

namespace lytes::quantity {

namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view text, std::size_t place, std::string_view valid) {
  throw InputError(std::string(what), std::string(text), place, std::string(valid));
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text::is_digit(text[at])) ++at;
  return at;
}

char char_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

double decimal_value(std::string_view digits, std::string_view text, std::size_t place) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  // Underflow and overflow alike: no digits that a person types mean this.
  if (error != std::errc() || end != digits.data() + digits.size()) {
    refuse("This number is out of range", text, place, "a number from 0.0001 to 1000000");
  }
  return value;
}

// A sign that no amount has.
void refuse_sign(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> signs = {"-", "+", "\u2212", "\u2013", "\u2014"};
  for (const std::string_view sign : signs) {
    if (!text.substr(std::min(at, text.size())).starts_with(sign)) continue;
    std::size_t number = text::skip_spaces(text, at + sign.size());
    if (const char c = char_at(text, number); c == '.' || c == ',') ++number;
    if (!text::is_digit(char_at(text, number)) && vulgar_fraction_at(text, number) == nullptr) continue;
    refuse(sign == "+" ? "An amount has no sign" : "An amount cannot be negative", text, at,
           "the number alone, such as 2");
  }
}

// Digits with their thousands and decimals.
struct Digits {
  double value;
  std::size_t end;
  bool whole;
  Doubt doubt = Doubt::None;
};

// "1,250" or "12,345,678"; empty when the commas do not part groups of three.
std::optional<Digits> digits_in_thousands(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  if (end - at > 3 || text[at] == '0') return std::nullopt;
  std::string digits(text.substr(at, end - at));
  int groups = 0;
  while (char_at(text, end) == ',' && digits_end(text, end + 1) == end + 4) {
    digits += text.substr(end + 1, 3);
    end += 4;
    ++groups;
  }
  if (groups == 0 || char_at(text, end) == ',') return std::nullopt;
  // "1,250.5" can only be thousands.
  const bool decimals = char_at(text, end) == '.' && text::is_digit(char_at(text, end + 1));
  if (decimals) {
    const std::size_t decimals_end = digits_end(text, end + 1);
    digits += text.substr(end, decimals_end - end);
    end = decimals_end;
  }
  return Digits{decimal_value(digits, text, at), end, !decimals, groups == 1 && !decimals ? Doubt::Comma : Doubt::None};
}

// "2", "0.5", "0,5", ".5"; `at` is at a digit or at a dot before one.
Digits plain_digits(std::string_view text, std::size_t at) {
  std::size_t end = digits_end(text, at);
  std::string digits(text.substr(at, end - at));
  const char separator = char_at(text, end);
  const bool decimals = (separator == '.' || separator == ',') && text::is_digit(char_at(text, end + 1));
  Doubt doubt = Doubt::None;
  if (decimals) {
    const std::size_t decimals_end = digits_end(text, end + 1);
    const std::string_view after = text.substr(end + 1, decimals_end - end - 1);
    // Nobody writes the zero at the end of "1.250" who means a decimal point, save on labels.
    const bool like_thousands = after.size() == 3 && after.ends_with('0') && digits.size() <= 3 && text[at] != '0';
    if (separator == '.' && like_thousands && !digits.empty()) doubt = Doubt::Dot;
    digits += '.';
    digits += after;
    end = decimals_end;
  }
  if (digits.starts_with('.')) digits.insert(0, "0");
  return {decimal_value(digits, text, at), end, !decimals, doubt};
}

Digits digits_at(std::string_view text, std::size_t at) {
  if (text::is_digit(text[at])) {
    if (const auto thousands = digits_in_thousands(text, at)) return *thousands;
  }
  return plain_digits(text, at);
}

// What may not stand right after the digits of a number.
void refuse_malformed_end(std::string_view text, std::size_t place, std::size_t end) {
  const char next = char_at(text, end);
  const char after = char_at(text, end + 1);
  if ((next == '.' || next == ',') && text::is_digit(after)) {
    refuse("A number has one decimal point", text, end, "1250.5 or 0.5");
  }
  if (next == '\'' && text::is_digit(after)) refuse("Thousands are written without a mark", text, end, "1250");
  if (next == '.') refuse("A number cannot end in a point", text, end, text.substr(place, end - place));
  if ((next == 'e' || next == 'E') &&
      (text::is_digit(after) || ((after == '-' || after == '+') && text::is_digit(char_at(text, end + 2))))) {
    refuse("A number with an exponent is not read", text, end, "plain digits, such as 1000");
  }
}

// "1/2" at the digits just read, or with U+2044; empty when no stroke follows.
struct FractionEnd {
  double value;
  std::size_t end;
};

std::optional<FractionEnd> fraction_at(std::string_view text, std::size_t at) {
  constexpr std::string_view fraction_slash = "\u2044";
  const std::size_t over_end = digits_end(text, at);
  if (over_end == at) return std::nullopt;
  std::size_t under = over_end;
  if (char_at(text, under) == '/') {
    under += 1;
  } else if (text.substr(under).starts_with(fraction_slash)) {
    under += fraction_slash.size();
  } else {
    return std::nullopt;
  }
  const std::size_t end = digits_end(text, under);
  if (end == under) return std::nullopt;
  if (end - under > 3 || over_end - at > 3 || char_at(text, end) == '/') {
    refuse("This is not a fraction", text, at, "1/2, or a number such as 0.5");
  }
  const double below = decimal_value(text.substr(under, end - under), text, under);
  if (below == 0) refuse("A fraction cannot be of zero parts", text, under, "1/2");
  return FractionEnd{decimal_value(text.substr(at, over_end - at), text, at) / below, end};
}

// What follows a whole number to make it a mixed one: "½", " ½", " 1/2", "-1/2".
std::optional<FractionEnd> mixed_fraction_at(std::string_view text, std::size_t at) {
  std::size_t place = text::skip_spaces(text, at);
  const bool apart = place > at;
  if (const VulgarFraction* vulgar = vulgar_fraction_at(text, place)) {
    return FractionEnd{vulgar->value, place + vulgar->sign.size()};
  }
  const bool hyphen = !apart && char_at(text, place) == '-';
  if (hyphen) ++place;
  if (!apart && !hyphen) return std::nullopt;
  const auto fraction = fraction_at(text, place);
  return fraction && fraction->value < 1 ? fraction : std::nullopt;
}

}  // namespace

std::optional<Numeral> numeral_at(std::string_view text, std::size_t at) {
  refuse_sign(text, at);
  if (const VulgarFraction* vulgar = vulgar_fraction_at(text, at)) {
    return Numeral{vulgar->value, at, at + vulgar->sign.size()};
  }
  const char first = char_at(text, at);
  if (!text::is_digit(first) && !(first == '.' && text::is_digit(char_at(text, at + 1)))) return std::nullopt;
  if (first == '0' && (char_at(text, at + 1) == 'x' || char_at(text, at + 1) == 'X')) {
    refuse("A hexadecimal number is not read", text, at, "plain digits, such as 16");
  }
  if (const auto fraction = fraction_at(text, at)) {
    refuse_malformed_end(text, at, fraction->end);
    return Numeral{fraction->value, at, fraction->end};
  }
  const Digits digits = digits_at(text, at);
  refuse_malformed_end(text, at, digits.end);
  if (digits.whole) {
    if (const auto fraction = mixed_fraction_at(text, digits.end)) {
      refuse_malformed_end(text, at, fraction->end);
      return Numeral{digits.value + fraction->value, at, fraction->end};
    }
  }
  return Numeral{digits.value, at, digits.end, digits.doubt};
}

void require_plausible(double value, std::string_view text, std::size_t place, bool zero_allowed) {
  if (value == 0) {
    if (zero_allowed) return;
    refuse("An amount must be more than zero", text, place, "1 or 0.5");
  }
  if (value < smallest_number) refuse("This amount is too small to be meant", text, place, "0.0001 or more");
  if (value > largest_number) refuse("This amount is too large to be meant", text, place, "1000000 or less");
}

}  // namespace lytes::quantity

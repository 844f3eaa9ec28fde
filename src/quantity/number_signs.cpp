#include "lytes/quantity/number_signs.hpp"

#include <algorithm>
#include <array>

#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "vulgar_fraction.hpp"

namespace lytes::quantity {

namespace {

constexpr std::string_view true_minus = "\u2212";
constexpr std::array<std::string_view, 6> minus_signs = {"-", true_minus, "\u2010", "\u2011", "\u2013", "\u2014"};

bool is_number(std::string_view text, std::size_t at) {
  if (at < text.size() && (text[at] == '.' || text[at] == ',')) ++at;
  return at < text.size() && (text::is_digit(text[at]) || vulgar_fraction_at(text, at) != nullptr);
}

}  // namespace

std::string TwoReadings::in_words() const { return format_number(as_thousands) + " or " + format_number(as_decimals); }

std::optional<TwoReadings> two_readings(std::string_view text) {
  constexpr std::size_t group = 3;
  const std::size_t mark = std::min(text.find_first_of(".,"), text.size());
  if (mark == 0 || mark > group || text[0] == '0' || text.size() != mark + 1 + group) return std::nullopt;
  double thousands = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == mark) continue;
    if (!text::is_digit(text[i])) return std::nullopt;
    thousands = thousands * 10 + (text[i] - '0');
  }
  return TwoReadings{thousands, thousands / 1000};
}

std::size_t minus_length(std::string_view text, std::size_t at) {
  for (const std::string_view sign : minus_signs) {
    if (text.substr(std::min(at, text.size())).starts_with(sign)) return sign.size();
  }
  return 0;
}

std::string Sign::complaint(std::string_view what) const {
  return std::string(what) + (minus ? " cannot be negative" : " has no sign");
}

std::optional<Sign> sign_of_number(std::string_view text, std::size_t at) {
  const std::size_t minus = minus_length(text, at);
  const std::size_t length = minus > 0 ? minus : at < text.size() && text[at] == '+' ? 1 : 0;
  if (length == 0 || !is_number(text, at + length)) return std::nullopt;
  return Sign{at, minus > 0};
}

std::optional<Sign> signed_number_in(std::string_view text) {
  constexpr std::string_view word = "minus";
  const std::size_t beginning = text::skip_spaces(text, 0);
  bool may_begin = true;  // whether what stands before is no part of a word
  for (std::size_t at = beginning; at < text.size();) {
    if (const std::size_t space = text::space_length(text, at)) {
      may_begin = true;
      at += space;
      continue;
    }
    if (may_begin) {
      if (const auto sign = sign_of_number(text, at)) return sign;
      const bool in_words =
          text::lowered(text.substr(at, word.size())) == word && text::space_length(text, at + word.size()) > 0;
      const bool alone = text.substr(at).starts_with(true_minus) || (at == beginning && minus_length(text, at) > 0);
      const std::size_t end = at + (in_words ? word.size() : alone ? minus_length(text, at) : 0);
      if (end > at && is_number(text, text::skip_spaces(text, end))) return Sign{at, true};
    }
    may_begin = std::string_view(",;(=").find(text[at]) != std::string_view::npos;
    ++at;
  }
  return std::nullopt;
}

}  // namespace lytes::quantity

#include "lytes/foods/barcode.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::foods {

namespace {

constexpr std::size_t longest = 14;
constexpr const char* valid = "the 8, 12, 13 or 14 digits under the bars, such as 4006381333931";

/// The digit that must stand last: with it the digits, every other one three times, add up to tens.
char check_digit(std::string_view before) {
  int sum = 0;
  int weight = 3;
  for (auto digit = before.rbegin(); digit != before.rend(); ++digit) {
    sum += (*digit - '0') * weight;
    weight = 4 - weight;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_checked(std::string_view digits) { return digits.back() == check_digit(digits.substr(0, digits.size() - 1)); }

/// "04904403" as 049000004403: five zeros were left out of a UPC-A, and the last but one digit says where.
std::string written_out(const std::string& short_code) {
  const std::string inner = short_code.substr(1, 5);
  const char where = short_code[6];
  std::string middle;
  if (where <= '2') {
    middle = inner.substr(0, 2) + where + "0000" + inner.substr(2);
  } else if (where == '3') {
    middle = inner.substr(0, 3) + "00000" + inner.substr(3);
  } else if (where == '4') {
    middle = inner.substr(0, 4) + "00000" + inner.substr(4);
  } else {
    middle = inner + "0000" + where;
  }
  return short_code.front() + middle + short_code.back();
}

std::int64_t number_of(std::string_view digits) {
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

std::string barcode_of(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (const std::size_t length : {std::size_t{8}, std::size_t{12}, std::size_t{13}, longest}) {
    // Eight digits with a zero in front would be read as a short code.
    const bool fits = length == 8 ? digits.size() == 8 : digits.size() <= length;
    if (fits) return std::string(length - digits.size(), '0') + digits;
  }
  return digits;
}

std::optional<std::int64_t> barcode_number(std::string_view text) {
  const std::string_view digits = text::trimmed(text);
  if (digits.size() < 2 || digits.size() > longest || !std::ranges::all_of(digits, text::is_digit)) return std::nullopt;
  const std::int64_t number = number_of(digits);
  return number > 0 && is_checked(digits) ? std::optional(number) : std::nullopt;
}

bool looks_like_barcode(std::string_view typed) {
  const auto digits = std::ranges::count_if(typed, text::is_digit);
  return digits >= 8 &&
         std::ranges::all_of(typed, [](char sign) { return text::is_digit(sign) || sign == ' ' || sign == '-'; });
}

std::string read_barcode(std::string_view typed) {
  std::string digits;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (text::is_digit(typed[i])) {
      digits += typed[i];
    } else if (typed[i] != ' ' && typed[i] != '-') {
      throw InputError("a barcode is digits", std::string(typed), i, valid);
    }
  }
  const std::size_t length = digits.size();
  if (length != 8 && length != 12 && length != 13 && length != longest)
    throw InputError(fmt::format("no barcode has {} digits", length), std::string(typed), 0, valid);
  if (length == 8 && digits.front() == '0') {
    const std::string whole = written_out(digits);
    if (is_checked(whole)) return barcode_of(number_of(whole));
  }
  const std::int64_t number = number_of(digits);
  if (number == 0) throw InputError("a barcode of nothing but zeros", std::string(typed), 0, valid);
  if (!is_checked(digits)) {
    const char right = check_digit(std::string_view(digits).substr(0, length - 1));
    throw InputError(
        "a digit of this barcode is wrong", std::string(typed), typed.size() - 1,
        fmt::format("the digits under the bars once more: the last belongs to the others, and would be {}", right));
  }
  return barcode_of(number);
}

}  // namespace lytes::foods

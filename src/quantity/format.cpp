#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "lytes/quantity/amount.hpp"

namespace lytes::quantity {

namespace {

// Thirds and sixths, which decimals cannot say; empty for anything else.
std::string in_thirds(double number) {
  const double whole = std::floor(number);
  const double sixths = (number - whole) * 6;
  const double nearest = std::round(sixths);
  const bool said_by_decimals = nearest == 0 || nearest == 3 || nearest == 6;
  if (said_by_decimals || std::abs(sixths - nearest) > 1e-9) return {};
  const int parts = static_cast<int>(nearest);
  const std::string fraction = parts % 2 == 0 ? fmt::format("{}/3", parts / 2) : fmt::format("{}/6", parts);
  return whole == 0 ? fraction : fmt::format("{:.0f} {}", whole, fraction);
}

bool said_in_fractions(double number, std::optional<Measure> measure) {
  return number < 100 && (!measure || *measure >= Measure::FluidOunce);
}

}  // namespace

std::string format_number(double number) {
  int decimals = 3;
  if (number > 0 && number < 1) decimals = std::min(2 - static_cast<int>(std::floor(std::log10(number))), 6);
  std::string digits = fmt::format("{:.{}f}", number, decimals);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits == "-0" ? "0" : digits;
}

std::string format_amount(double number, std::optional<Measure> measure) {
  std::string digits = said_in_fractions(number, measure) ? in_thirds(number) : std::string();
  if (digits.empty()) digits = format_number(number);
  return measure ? fmt::format("{} {}", digits, unit_name(*measure, number)) : digits;
}

}  // namespace lytes::quantity

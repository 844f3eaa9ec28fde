#include "bare_number.hpp"

#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/quantity/number_signs.hpp"

namespace lytes::language {

std::optional<double> bare_number(const std::string& text, std::string_view unit, std::string_view unit_of_decimals) {
  if (text.empty() || text.find_first_not_of("0123456789.,") != std::string::npos) return std::nullopt;
  if (const auto both = quantity::two_readings(text)) {
    throw InputError("this could be " + both->in_words(), text, 0,
                     fmt::format("{} {} or {} {}", quantity::format_number(both->as_thousands), unit,
                                 quantity::format_number(both->as_decimals), unit_of_decimals));
  }
  return quantity::parse_number(text);
}

}  // namespace lytes::language

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lytes::language {

/// A number without a unit, which is taken as `unit`; empty where something else is said with it.
/// @param unit_of_decimals in which the smaller of two readings would be said, for the message: "2500 ml or 2.5 l"
/// @throws InputError as quantity::parse_number, and where a mark before three digits leaves open what is meant
std::optional<double> bare_number(const std::string& text, std::string_view unit, std::string_view unit_of_decimals);

}  // namespace lytes::language

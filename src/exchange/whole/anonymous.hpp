#pragma once

#include <optional>
#include <string>

#include "lytes/exchange/export.hpp"
#include "whole/row_json.hpp"

namespace lytes::exchange {

/// Takes out of a row what somebody may be known by. What is not known to be harmless goes.
/// @return whether anything of it is left to be told
bool make_anonymous(const WholeTable& what, const Anonymity& anonymity, Json& row);

/// The day as it is told.
calendar::Day moved(calendar::Day day, const Anonymity& anonymity);

/// "40-49"; "90 or more" and "under 20" are bands too.
std::string age_band(int birth_year, int this_year);

}  // namespace lytes::exchange

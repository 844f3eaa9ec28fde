#pragma once

#include <string>
#include <string_view>

namespace lytes::language {

/// Ratings and parts of an hour in figures: "three out of ten" as "3/10", "nine/10" as "9/10", "stress level six" as
/// "stress level 6", "three quarters of an hour" as "45 minutes". Other words stay.
std::string in_figures(std::string_view line);

/// "say six", "about a 4", "barely a 1": the figure of a rating alone; empty where more is said.
std::string figure_alone(std::string_view text);

}  // namespace lytes::language

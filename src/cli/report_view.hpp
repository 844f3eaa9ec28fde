#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/day.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// Shows these days with all the evidence up to the last of them.
/// @param is_week a Monday to Sunday, which may not be over yet
/// @param html_file where to write it as a page, too
void show_report(Session& session, calendar::DayRange shown, bool is_week, const std::optional<std::string>& html_file);

}  // namespace lytes::cli

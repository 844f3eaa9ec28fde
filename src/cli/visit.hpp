#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/day.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// Shows the page for a doctor.
/// @param html_file where to write it as a page, too
void show_visit(Session& session, calendar::DayRange shown, const std::optional<std::string>& html_file);

}  // namespace lytes::cli

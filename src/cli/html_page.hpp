#pragma once

#include <filesystem>

#include "lytes/insight/evidence.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::cli {

class Session;

/// What `week --html FILE` and `report --html FILE` do besides: lay the same evidence out as a page and write it.
/// @param timeline the whole diary, for a week at least the 91 days that end with it
void write_html(Session& session, const std::filesystem::path& file, const timeline::Timeline& timeline,
                calendar::DayRange range, bool is_week, const insight::Evidence& evidence);

}  // namespace lytes::cli

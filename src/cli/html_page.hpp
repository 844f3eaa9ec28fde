#pragma once

#include <filesystem>

#include "lytes/report/report_page.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// What `week --html FILE` and `report --html FILE` do besides: lay the same evidence out as a page and write it.
void write_html(Session& session, const std::filesystem::path& file, const report::ReportView& report);

}  // namespace lytes::cli

#pragma once

#include <string>

namespace lytes::report {

/// The pages of a demonstration as one document.
/// @param today, week documents as day_json and report_json give them
std::string demo_json(const std::string& today, const std::string& week);

}  // namespace lytes::report

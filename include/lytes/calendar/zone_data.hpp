#pragma once

#include <string>

namespace lytes::calendar {

/// Which release of the time zone database this system has: "2025b". Empty where the database does not say.
std::string zone_data_version();

}  // namespace lytes::calendar

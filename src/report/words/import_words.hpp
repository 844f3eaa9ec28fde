#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/report/entry_text.hpp"
#include "lytes/report/import_text.hpp"

namespace lytes::report {

/// "1 day", "14 days"
std::string counted(std::size_t number, std::string_view what);

/// What is to be said beside an import: columns that were not read, days that stay open.
std::vector<Remark> remarks_on(const ImportView& view);

}  // namespace lytes::report

#pragma once

#include <span>

#include "json/text.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/report/entry_text.hpp"

namespace lytes::report {

Json nutrients_json(const quantity::Nutrients& nutrients);
Json entry_json(const journal::Entry& entry);
Json remarks_json(std::span<const Remark> remarks);

}  // namespace lytes::report

#pragma once

#include <span>

#include "json/text.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/report/entry_text.hpp"

namespace lytes::report {

Json nutrients_json(const quantity::Nutrients& nutrients);
Json entry_json(const journal::Entry& entry);
Json warnings_json(std::span<const Warning> warnings);

}  // namespace lytes::report

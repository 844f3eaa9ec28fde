#pragma once

#include <functional>

#include "lytes/exchange/export.hpp"
#include "whole/row_json.hpp"

namespace lytes::exchange {

/// The number of the document's own shape, whatever the journal's schema is.
inline constexpr int whole_schema = 1;

/// Every row of a table that the wish is for, as it is to be told.
void each_row(storage::JournalFile& journal, const WholeTable& what, const ExportWish& wish,
              const std::function<void(const Json&)>& visit);

}  // namespace lytes::exchange

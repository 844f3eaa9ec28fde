#pragma once

#include <optional>

#include "lytes/calendar/day.hpp"
#include "lytes/language/profile_line.hpp"

namespace lytes::notebook {

class Notebook;

/// Saves what somebody says of themselves or of how lines are read, as one change.
/// @param from the day from which it holds; today if empty
void state(Notebook& notebook, const language::ProfileLine& line, std::optional<calendar::Day> from = std::nullopt);

/// The same for what they take back.
void take_back(Notebook& notebook, const language::ProfileName& said, std::optional<calendar::Day> from = std::nullopt);

}  // namespace lytes::notebook

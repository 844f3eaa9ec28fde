#pragma once

#include <span>
#include <string>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry_diff.hpp"
#include "lytes/report/style.hpp"
#include "lytes/storage/history.hpp"

namespace lytes::report {

enum class HistoryVerb { Listed, Undone, Redone };

/// A change as it is shown.
struct ShownChange {
  const storage::RecordedChange& record;
  const journal::ChangeDiff& diff;
  std::string time;  ///< when it was made, in the user's zone
};

/// Changes with what each did: "+" for what came, "-" for what went, "was" and "now" for what was changed.
/// Of a change that was just undone the lines say what undoing did.
std::string history_page(std::span<const ShownChange> changes, HistoryVerb verb, calendar::Day today,
                         const Style& style);
std::string history_json(std::span<const storage::RecordedChange> changes, HistoryVerb verb);

}  // namespace lytes::report

#pragma once

#include <chrono>
#include <functional>
#include <span>
#include <string>

#include "lytes/report/style.hpp"
#include "lytes/storage/history.hpp"

namespace lytes::report {

enum class HistoryVerb { Listed, Undone, Redone };

/// Changes with what each did to the journal: "+" for what came, "-" for what went, "~" for before and after.
/// Of a change that was undone the lines say what was taken back.
/// @param time_of turns the time of a change into words, in the user's zone
std::string history_page(std::span<const storage::RecordedChange> changes, HistoryVerb verb,
                         const std::function<std::string(std::chrono::sys_seconds)>& time_of, const Style& style);
std::string history_json(std::span<const storage::RecordedChange> changes, HistoryVerb verb);

}  // namespace lytes::report

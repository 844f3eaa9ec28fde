#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::timeline {

/// Something of which figures are unknown, and the days that this costs.
struct UnknownProduct {
  std::string name;                 ///< as it was logged last
  std::optional<std::string> food;  ///< what it was logged from; empty for what nothing is known of
  journal::EntryKind kind = journal::EntryKind::Supplement;
  std::string amount;  ///< in which it was logged last
  int days = 0;        ///< closed days that nobody can call short or enough, on which it is among the unknown
  std::vector<quantity::Nutrient> nutrients;  ///< of which, in the order of `target_nutrients`
};

/// Closed days of which it is unknown whether they reached a target, because something that was had has no figure.
/// @param nutrients those that are held against a goal
/// @return the first and the last of them; empty where there are none
std::optional<calendar::DayRange> days_left_unknown(const Timeline& timeline, calendar::DayRange days,
                                                    std::span<const quantity::Nutrient> nutrients);

/// What costs the most of these days, among what its eater can say the figures of: supplements, products, foods of
/// one's own and what was kept by its name. Empty where nothing does.
/// @param entries by time, at least the intakes of these days that lack a figure
std::optional<UnknownProduct> costliest_unknown(const Timeline& timeline, std::span<const journal::Entry> entries,
                                                calendar::DayRange days, std::span<const quantity::Nutrient> nutrients);

}  // namespace lytes::timeline

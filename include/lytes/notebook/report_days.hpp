#pragma once

#include <optional>

#include "lytes/calendar/day.hpp"

namespace lytes::notebook {

class Notebook;

/// All days that the journal holds anything of, and today where it holds nothing.
calendar::DayRange whole_diary(Notebook& notebook);

/// The diary up to a day: from the first to the last day of which the journal holds anything.
std::optional<calendar::DayRange> diary_up_to(Notebook& notebook, calendar::Day last);

/// The days whose signs a report on the shown days tells: those, and the last 28 of the diary.
calendar::DayRange signs_in_sight(calendar::DayRange shown, const std::optional<calendar::DayRange>& diary,
                                  calendar::Day today);

/// What a page for a doctor shows where its first day was not said: the last thirteen weeks of the diary.
/// @param last the last day to show; without one that of the diary
calendar::DayRange days_for_a_doctor(Notebook& notebook, std::optional<calendar::Day> last);

}  // namespace lytes::notebook

#pragma once

#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/remark.hpp"
#include "lytes/safety/over_days.hpp"

namespace lytes::notebook {

class Notebook;

/// Which of the rules over days a page tells.
enum class RulesTold { All, NewOnes };

/// The signs that are open: those told in these days, with what the profile makes of their spasms, and what the days up
/// to the last of them say together. Emergencies first.
std::vector<safety::OpenSign> open_signs(Notebook& notebook, calendar::DayRange days, RulesTold rules);

/// The signs told in these days that a doctor has seen.
std::vector<safety::SeenToldSign> seen_signs_told(Notebook& notebook, calendar::DayRange days);

/// Those of the last 28 days.
std::vector<safety::OpenSign> open_signs_of_today(Notebook& notebook, RulesTold rules);

/// What the signs of entries that were just saved call for.
std::vector<Remark> sign_remarks(Notebook& notebook, std::span<const journal::Entry> saved);

/// What the signs in a line call for that is not saved; nothing where there is no catalogue to know words by.
std::vector<Remark> remarks_on_unsaved(Notebook& notebook, const std::string& line);

}  // namespace lytes::notebook

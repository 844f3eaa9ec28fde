#pragma once

#include <string>

#include "lytes/insight/evidence.hpp"

namespace lytes::report {

/// A card for each of the three: words, numbers, what qualifies them.
std::string cards_html(const insight::Evidence& evidence);

/// Stress and the other things that were logged, with what the search leaves of them. Empty if there is nothing.
std::string factors_html(const insight::Evidence& evidence);

/// Red flags and what the cautions say, the most serious first. Empty if there are none.
std::string alarms_html(const insight::Evidence& evidence);

/// Cautions that are no alarm, as list items.
std::string notes_html(const insight::Evidence& evidence);

}  // namespace lytes::report

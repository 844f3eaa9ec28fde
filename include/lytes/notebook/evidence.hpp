#pragma once

#include <array>
#include <optional>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/insight/evidence.hpp"
#include "lytes/safety/aims.hpp"
#include "lytes/timeline/before_spasm.hpp"
#include "lytes/timeline/sources.hpp"
#include "lytes/timeline/timeline.hpp"
#include "lytes/timeline/unknown_product.hpp"

namespace lytes::notebook {

class Notebook;

/// The diary up to a day, judged, and those of its days that are looked at one by one.
struct Judged {
  std::optional<calendar::DayRange> diary;  ///< empty where nothing was logged up to that day
  timeline::Timeline timeline;
  insight::Evidence evidence;
};

/// Judges all of the diary up to the last of the shown days.
/// @param looked_back of how many days before those that are shown the rows are kept
Judged judge(Notebook& notebook, calendar::DayRange shown, std::chrono::days looked_back);

/// The hours before the last spasms. Empty for somebody who is to see no goals.
std::vector<timeline::BeforeSpasm> before_last_spasms(Notebook& notebook, const Judged& judged);

/// The best sources of each of `timeline::target_nutrients`, until there is an answer; empty afterwards, and for
/// somebody who is to see no goals.
std::array<std::vector<timeline::Source>, 3> sources_until_answered(Notebook& notebook, const Judged& judged);

/// What costs the most of the days that are looked at, among what is held against a goal of this person.
std::optional<timeline::UnknownProduct> unknown_product(Notebook& notebook, const timeline::Timeline& timeline,
                                                        calendar::DayRange looked_at, const safety::Aims& aims);

}  // namespace lytes::notebook

#pragma once

#include <vector>

#include "lytes/calendar/moment.hpp"
#include "lytes/foods/resolver.hpp"
#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"

namespace lytes::cli {

/// A made-up diary: real foods with their real figures, invented days.
struct DemoDiary {
  std::vector<std::vector<journal::Entry>> lines;  ///< each as if typed on one line
  std::vector<journal::DaySaid> said;
};

/// The same diary every time, ending today at the time of `reckoning`.
///
/// It is made so that spasms are about twice as frequent on the day after little magnesium, that a stressful spell
/// drives both, and that about one day in eight is not closed.
DemoDiary make_demo_diary(const foods::Resolver& resolver, const calendar::Reckoning& reckoning, int days);

}  // namespace lytes::cli

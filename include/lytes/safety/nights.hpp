#pragma once

#include <span>
#include <string>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/safety/day_rules.hpp"

namespace lytes::safety {

/// The broken nights of some days.
struct Nights {
  int broken = 0;  ///< nights with a spasm between 23:00 and 06:00, or one that woke somebody
  int nights = 0;  ///< all of them, known or not
  int spasms = 0;  ///< in those nights
  int woke = 0;    ///< those of them whose words say that they woke somebody

  struct Site {
    std::string site;
    int spasms;
    int woke;
  };
  std::vector<Site> by_site;  ///< the most frequent first
  int timeless = 0;           ///< spasms of the days of which only the day is known, and nothing says that they woke
};

/// A night is counted under the evening that it begins with.
/// @param spasms by time; those of other days are passed over
Nights nights_of(std::span<const RuleSpasm> spasms, calendar::DayRange days);

}  // namespace lytes::safety

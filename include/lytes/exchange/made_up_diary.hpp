#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"
#include "lytes/language/speaker.hpp"

namespace lytes::exchange {

/// A made-up diary: real foods with their real figures, invented days.
struct MadeUpDiary {
  std::vector<std::vector<journal::Entry>> lines;  ///< each as if typed on one line
  std::vector<journal::DaySaid> said;
};

/// Who keeps it. Spasms are those expected on the day after.
struct MadeUpPerson {
  double frugal_share = 0.35;  ///< of days on which little magnesium and potassium is eaten
  double after_short = 0.7;    ///< spasms expected after a day short of magnesium
  double after_enough = 0.2;
  std::uint64_t seed = 20'261'122;
};

/// The same diary every time, ending today at the present time of the speaker.
///
/// It is made so that spasms are more frequent on the day after little magnesium, that a stressful spell drives both,
/// and that about one day in eight is not closed.
/// @param reach_target asked on every day that is still short of magnesium in the afternoon, as a coin is: whether the
///     day is to reach its target, which works out on six of seven. Empty: the person is never asked
MadeUpDiary made_up_diary(language::Speaker& speaker, int days, const MadeUpPerson& person = {},
                          const std::function<bool(calendar::Day)>& reach_target = {});

}  // namespace lytes::exchange

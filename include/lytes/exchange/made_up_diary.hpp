#pragma once

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

/// The same diary every time, ending today at the present time of the speaker.
///
/// It is made so that spasms are about twice as frequent on the day after little magnesium, that a stressful spell
/// drives both, and that about one day in eight is not closed.
MadeUpDiary made_up_diary(language::Speaker& speaker, int days);

}  // namespace lytes::exchange

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clauses.hpp"

namespace lytes::language {

// One thing that was had or felt at several times.

/// "at 8", "around 2ish", "half past one", which may be in the evening
bool says_plain_hour(std::string_view said);

/// "coffee at 8 and 10": an hour alone behind one that is a plain hour, too, or noon. Empty where it is none.
std::optional<calendar::SpokenMoment> another_hour(const Clause& before, const Clause& clause,
                                                   const calendar::Reckoning& reckoning);

/// "coffee at 7 and again at 11", "2 cups of tea in the morning and one in the evening": what was had once more, in the
/// words of the clause before. Empty where it is something else.
std::string had_again(const Clause& before, const Clause& clause);

/// "2 teas, one at 9 and one at 3": so many of the clause before, which has no time yet. Not where it is all of them.
bool tells_of_one(const Clause& before, const Clause& clause);
/// Then in the words of the clause before: "1 tea".
std::string so_many(const Clause& before, const Clause& clause);

/// "2 coffees, 8am and 10am", "magnesium 200mg twice, 8am and 9pm": so often as there are times is once at each. But of
/// "2 tablets at 8 and 20:00" nobody knows, and a packet says so of each.
void share_among_times(const Vocabulary& vocabulary, std::vector<Clause>& clauses);

}  // namespace lytes::language

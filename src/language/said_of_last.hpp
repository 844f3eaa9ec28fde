#pragma once

#include <string>
#include <string_view>

#include "clauses.hpp"

namespace lytes::language {

// What a clause only adds to the one before it, and is told with it.

/// "spasm 4 lower back, 4 upper back": a severity and a place behind a spasm are another one.
bool says_another_spasm(const Vocabulary& vocabulary, const Clause& before, const Clause& clause);
/// "6/10", "six out of ten"
bool says_rating(const Clause& clause);

/// "stress 3 then 6 after lunch", "stress 8 this morning, down to 3 now": the rating that alone behind one is another.
/// Empty where it is none.
std::string rating_alone(const Clause& before, const Clause& clause);

/// "hardly slept, 3 hours max": the length of a night that the clause before tells of. Empty where it is none.
std::string night_length(const Vocabulary& vocabulary, const Clause& before, const Clause& clause);

/// "maybe 5 hrs", "5 hrs tops" as "5 hrs"
std::string without_estimate(const Vocabulary& vocabulary, const std::string& text);

/// What a piece only adds to the one before it: a spasm's side or severity, a factor's length. Empty: it does not.
std::string added_to(const Vocabulary& vocabulary, const Clause& before, const Clause& clause);

/// "left calf tight but no cramp": it says so of that moment, not of the day.
bool denies_of_complaint(const Vocabulary& vocabulary, const Clause& before, const Clause& clause);

/// "gardening 2 hours, heavy" as "gardening heavy 2 hours": behind the length it would be taken for a unit.
bool add_quality(const Vocabulary& vocabulary, Clause& before, const Clause& clause);

/// Puts a clause behind the one before it, as it stands in the line; behind words that were put otherwise ("3 spasms"
/// of "3 times") with a comma.
void join(Clause& before, const Clause& clause, std::string_view line);
/// Whether it goes on with the one before: more of what was had, or how a spasm was.
bool is_joined(const Vocabulary& vocabulary, const Clause& before, const Clause& clause);

}  // namespace lytes::language

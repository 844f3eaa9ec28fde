#pragma once

#include <string>
#include <string_view>

#include "lytes/insight/evidence.hpp"

namespace lytes::report {

// What the evidence about one exposure says, in plain text for every kind of page. Sentences end with a full stop.

/// "not enough yet", "no real difference", "cannot be told yet", "a hint", "moderate", "strong", "confirmed"
std::string_view grade_words(insight::Grade grade);

/// What stands in place of all others where the answer is withheld; see Association::withheld.
std::string_view withheld_words(const insight::Association& association);
std::string withheld_sentence(const insight::Association& association);

/// "About 1.1 more spasms a week (0.5 to 1.6) go together with days short of magnesium: 27 % of your spasms." Only
/// where something is shown.
std::string effect_sentence(const insight::Association& association);

/// The answer, from how many spasms it is about to how far that may be relied on: the effect's sentence, then "This has
/// held for four weeks."
std::string verdict_sentence(const insight::Association& association);

/// "Allowing for nothing else: after 90 days short of magnesium you had 41 spasms the next day; after 122 with enough,
/// 30. That is 3.2 against 1.7 a week."
std::string counts_sentence(const insight::Association& association);

/// Ratio, interval, p and the sceptical reading. Empty without enough data.
std::string ratio_sentences(const insight::Association& association);

/// From a hint on: what days that nobody knows, or a cause that nobody logged, would have to be like to take it away.
std::string doubt_sentences(const insight::Association& association);

/// Why the grade is not another one. Empty for a reason that the verdict itself has said.
std::string reason_sentence(const insight::Association& association, const insight::Reason& reason);

/// All of them but the verdict's own.
std::string reason_sentences(const insight::Association& association);

/// How many days were left out and why; empty if none.
std::string left_out_sentence(const insight::Association& association);

/// "Not enough yet: 14 more closed days", or how long a doubling would take to show in a diary of `days` so far. Empty
/// when that cannot be said.
std::string days_needed_sentence(const insight::Association& association, int days);

/// "about 3 weeks", "about 14 months": as precise as such a forecast is.
std::string in_weeks(double days);

/// By itself, beside the calendar alone: for exploring. Empty without an estimate.
std::string alone_words(const insight::Association& association);

}  // namespace lytes::report

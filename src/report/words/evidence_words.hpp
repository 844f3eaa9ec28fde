#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lytes/insight/evidence.hpp"

namespace lytes::report {

// What the evidence says, in plain text for every kind of page. Sentences end with a full stop.

/// "not enough yet", "no real difference", "unclear", "a hint", "moderate", "strong", "confirmed"
std::string_view grade_words(insight::Grade grade);

/// What stands in place of all others where the answer is withheld; see Association::withheld.
std::string withheld_sentence(const insight::Association& association);

/// "water, magnesium or potassium": those of which the answer may be told. Empty: of none.
std::string asked_about(const insight::Evidence& evidence);

/// The verdict in one sentence: "A hint that spasms are more frequent the day after going short of magnesium."
std::string verdict_sentence(const insight::Association& association);

/// "After 90 days short of magnesium you had 41 spasms the next day; after 122 with enough, 30. That is 3.2 against 1.7
/// a week."
std::string counts_sentence(const insight::Association& association);

/// Ratio, interval, p and the sceptical reading. Empty without enough data.
std::string ratio_sentences(const insight::Association& association);

/// The estimate beside what else was logged. Empty where there is none.
std::string adjusted_sentence(const insight::Association& association);

/// Why the grade is not another one. Empty for a reason that the verdict itself has said.
std::string reason_sentence(const insight::Association& association, const insight::Reason& reason);

/// How many days were left out and why; empty if none.
std::string left_out_sentence(const insight::Association& association);

/// "Not enough yet: 14 more closed days", or how long a doubling would take to show. Empty when that cannot be said.
std::string days_needed_sentence(const insight::Association& association);

std::string logging_bias_sentence(const insight::LoggingBias& bias);       ///< empty unless suspected
std::string possibly_partial_sentence(const insight::Evidence& evidence);  ///< empty if there are no such days
std::string since_last_week_sentence(const insight::Evidence& evidence);   ///< empty in the first week
std::string red_flag_sentence(const safety::OpenSign& flag);
/// How to say that it was seen.
std::string open_sign_hint(const safety::OpenSign& flag);
std::string next_step_sentences(const insight::Evidence& evidence);

/// "sleep, an hour more, the day before"
std::string factor_words(const insight::FactorAssociation& factor);

/// The line that ends every report: what it can tell, what it cannot, and what trials found.
std::string what_this_can_tell();

}  // namespace lytes::report

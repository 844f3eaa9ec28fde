#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lytes/insight/evidence.hpp"
#include "words/association_words.hpp"

namespace lytes::report {

// What the evidence says, in plain text for every kind of page. Sentences end with a full stop.

/// "water, magnesium or potassium": those of which the answer may be told. Empty: of none.
std::string asked_about(const insight::Evidence& evidence);

/// Neither a verdict nor "no real difference" yet.
bool is_open(const insight::Association& association);

/// "It cannot be told yet whether going short of water or potassium goes together with more spasms." Empty if all that
/// may be told is.
std::string open_questions_sentence(const insight::Evidence& evidence);

/// What the model takes into account, and what it would if it were logged more often. Empty without a model.
std::string allowed_for_sentences(const insight::Evidence& evidence);

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

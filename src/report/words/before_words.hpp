#pragma once

#include <string>

#include "lytes/timeline/before_spasm.hpp"

namespace lytes::report {

/// "26 Nov, 10:52"
std::string when_words(const timeline::BeforeSpasm& before);
/// "26 Nov, 10:52, upper back"
std::string spasm_words(const timeline::BeforeSpasm& before);

/// "1900", "at least 1900", "–" where nothing is known.
std::string before_words(const timeline::BeforehandFigure& figure, const timeline::BeforehandFacts& facts);
std::string usual_words(const timeline::BeforehandFigure& figure, const timeline::BeforehandFacts& facts);

/// Whether anything is known of it in any of these hours.
bool is_known(const timeline::BeforehandFigure& figure);

/// That a few coincidences prove nothing.
std::string coincidence_sentence();

}  // namespace lytes::report

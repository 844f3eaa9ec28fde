#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lytes::foods {

/// How well a title answers what was asked, higher being better; only differences mean anything.
///
/// What counts, in this order: that the asked words make up the head of the name ("Bananas, raw" for "banana",
/// not "Bread, banana"); that few unasked words follow; that the food is plain, raw or as commonly eaten rather than
/// baby food, a brand, dried or an imitation, unless that is what was asked for.
/// @param asked words as words_of makes them
/// @param title the name as its source has it; capitals mark brands
/// @param title_words the title's key
/// @param ref the food's ref; USDA numbers begin with the food group
/// @param everyday whether the title is an everyday name
double score(const std::vector<std::string>& asked, std::string_view title, const std::string& title_words,
             std::string_view ref, bool everyday);

}  // namespace lytes::foods

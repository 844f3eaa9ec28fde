#pragma once

#include "lytes/foods/serving.hpp"
#include "lytes/language/drafts.hpp"
#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// The words of a serving, blanks between them as one, and whether its name is of the kind that they say.
SaidWords said_words(const Vocabulary& vocabulary, const foods::Catalogue& catalogue, const foods::Serving& serving);

}  // namespace lytes::language

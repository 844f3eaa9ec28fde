#pragma once

#include <string_view>

#include "lytes/journal/entry.hpp"

namespace lytes::language {

/// Whether an entry speaks of every one of these words, in what it is called, its note, where a spasm was or what came
/// with it: singular or plural, in any case, or as the beginning of a longer word.
bool speaks_of(const journal::Entry& entry, std::string_view words);

}  // namespace lytes::language

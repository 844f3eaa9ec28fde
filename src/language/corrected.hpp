#pragma once

#include <string>
#include <string_view>

#include "lytes/language/vocabulary.hpp"

namespace lytes::language {

/// A line with what was taken back left out: "2 coffees, no wait, 3" as "3 coffees", "toast not two" as "toast".
/// @throws InputError where something else than one amount was taken back: nobody can tell then what stays
std::string corrected(const Vocabulary& vocabulary, std::string_view line);

}  // namespace lytes::language

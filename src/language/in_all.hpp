#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lytes::language {

class Vocabulary;

/// "4 cups of tea, a litre all told" as "a litre tea", "5 dates, 100g in all" as "100g dates": what they came to
/// together says more than how many there were. Empty where a line says nothing of the kind, or of several things.
std::optional<std::string> with_what_it_came_to(const Vocabulary& vocabulary, std::string_view line);

/// "1.5 l in all", "100g altogether": nothing but what something came to.
bool says_what_it_came_to(std::string_view text);

}  // namespace lytes::language

#pragma once

#include <string>

namespace lytes::language {

class Vocabulary;

// Factors whose length or number stands in front of their name, put as they are read: the name first.

/// "30 min walk", "7 hrs of sleep" as "walk 30 min"; in the middle, too: "cramp after 6h sitting". Other words stay.
void put_length_behind(const Vocabulary& vocabulary, std::string& text);

/// "10000 steps", "8,500 steps" as "steps 8500". Other words stay.
void put_steps_behind(std::string& text);

}  // namespace lytes::language

#pragma once

#include <string>
#include <string_view>

namespace lytes::cli {

/// What a word says of a place on the body. All are in lower case.
enum class BodyWord {
  None,
  Part,       ///< "calf", "neck"
  Tail,       ///< only after a part: the blade of "shoulder blade"
  Qualifier,  ///< only before a part: "upper", "inner", "2nd"
  Side        ///< "left", "rt", "both"
};

BodyWord body_word(std::string_view word);

/// "left", "right" or "both" for a word that is a side.
std::string_view side_named(std::string_view word);

/// The part as it is kept: "calfs" as "calves", "wade" as "calf". Other words stay as they are.
std::string part_named(std::string_view word);

/// One that comes in pairs, of both sides: "both feet".
std::string both_of(std::string_view part);

}  // namespace lytes::cli

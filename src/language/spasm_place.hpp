#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "spasm_words.hpp"

namespace lytes::language {

/// A place that was said: "left calf", "neck and left shoulder".
struct Place {
  struct Item {
    std::string side;       ///< "left", "right", "both" or empty
    std::string words;      ///< "upper back"
    std::string last_part;  ///< "back"; empty where something follows it
  };

  std::vector<Item> items;
  std::size_t end = 0;  ///< the token after it

  std::string text(const BodyParts& parts) const;
};

/// The place that begins at a token; empty where none of its words is a part of the body.
/// @param in_signs whether words of a sign may name it
std::optional<Place> read_place(const Vocabulary& vocabulary, const std::vector<Token>& tokens, std::size_t begin,
                                bool in_signs);

}  // namespace lytes::language

#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lytes/errors.hpp"

namespace lytes::language {

/// Part of a line that names one food, and where it stands.
struct Piece {
  std::string_view line;
  std::size_t offset;
  std::size_t length;
  bool addition = false;  ///< stands after "with": "coffee with milk" is a splash of milk, not a glass
  bool topping = false;   ///< lies on a dish or in it: "eggs with tomatoes"

  std::string_view text() const { return line.substr(offset, length); }

  /// `size` bytes from `from` on, without the blanks around them.
  Piece part(std::size_t from, std::size_t size) const;

  /// Runs what reads this piece, and turns the place of an error into a place in the line.
  template <typename Reading>
  auto reading(Reading read) const {
    try {
      return read();
    } catch (const InputError& error) {
      const std::size_t at = error.input.empty() ? 0 : std::min(error.place, length);
      throw InputError(error.what(), std::string(line), offset + at, error.valid);
    }
  }
};

// All throw InputError where a line has more parts than it may make entries.

/// The parts of a line between commas, semicolons and line ends, but not at a decimal comma.
std::vector<Piece> parts_at_commas(std::string_view line);

/// The parts of a piece around any of the words.
std::vector<Piece> parts_at(const Piece& piece, std::initializer_list<std::string_view> words);

/// The parts of a piece that may be foods of their own: around "and", "with", "on", "plus" and their like.
std::vector<Piece> parts_at_links(const Piece& piece);

}  // namespace lytes::language

#pragma once

#include <string>

namespace lytes::language {

class Vocabulary;

/// A stress rating: "7" or "7/10".
/// @throws InputError with the place in `text`
double read_rating(const std::string& text);

struct RatingLine {
  double rating;
  std::string note;  ///< the words around it
};

/// "7 because of work", "level 5", "work deadline 7 out of 10": the first number is the rating.
/// @throws InputError with the place in `text`
RatingLine read_rating_line(const Vocabulary& vocabulary, const std::string& text);

}  // namespace lytes::language

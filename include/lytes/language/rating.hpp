#pragma once

#include <optional>
#include <string>

namespace lytes::language {

class Vocabulary;

/// A stress rating: "7" or "7/10".
/// @throws InputError with the place in `text`
double read_rating(const std::string& text);

/// What a word says that stands for a rating: "low" 2, "medium" 5, "high" 8, also "high-ish".
std::optional<double> rating_in_words(const Vocabulary& vocabulary, const std::string& word);

/// What a word beside "stressed" says of it: "slightly" 3, "pretty" 6, "very" 8.
std::optional<double> stress_in_words(const Vocabulary& vocabulary, const std::string& word);

/// What a word says of how well one slept: "poor" 2, "ok" 5, "great" 8.
std::optional<double> quality_in_words(const Vocabulary& vocabulary, const std::string& word);

struct RatingLine {
  double rating;
  std::string note;       ///< the words around it
  std::string word = {};  ///< that the rating was taken from, where no number is said
};

/// "7 because of work", "level 5", "work deadline 7 out of 10": the first number is the rating; "level high": else a
/// word.
/// @throws InputError with the place in `text`
RatingLine read_rating_line(const Vocabulary& vocabulary, const std::string& text);

}  // namespace lytes::language

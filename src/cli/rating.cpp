#include "rating.hpp"

#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"

namespace lytes::cli {

double read_rating(const std::string& text) {
  const std::string valid = "a number from 0 to 10, such as `lytes stress 7`";
  const std::size_t slash = text.find('/');
  if (slash != std::string::npos && text.substr(slash + 1) != "10")
    throw InputError("stress is out of 10", text, slash + 1, valid);
  double rating = 0;
  try {
    rating = quantity::parse_number(std::string_view(text).substr(0, slash));
  } catch (const InputError& error) {
    throw InputError(error.what(), text, error.place, valid);
  }
  if (rating > 10) throw InputError("stress goes up to 10", text, 0, valid);
  return rating;
}

}  // namespace lytes::cli

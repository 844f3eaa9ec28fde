#include "lytes/language/speaker.hpp"

#include <string>

#include "lytes/errors.hpp"

namespace lytes::language {

const foods::ImportedFoods& Speaker::imported_foods() {
  static const foods::ImportedFoods none;
  return none;
}

Choice Speaker::unknown_food(std::string_view phrase) {
  throw NotFoundError("no_such_food", "no food is known as \"" + std::string(phrase) +
                                          "\"; see `lytes foods search` or `lytes foods add`");
}

}  // namespace lytes::language

#include <exception>
#include <iostream>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue_builder.hpp"

/// Run while the program is built: nutrient_data/ and vocabulary/ in, catalogue out.
int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: build_catalogue NUTRIENT_DATA VOCABULARY CATALOGUE\n";
    return 2;
  }
  try {
    lytes::foods::build_catalogue(words[1], words[2], words[3]);
    return 0;
  } catch (const lytes::InputError& error) {
    std::cerr << error.what() << ' ' << error.input << '\n';
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  return 1;
}

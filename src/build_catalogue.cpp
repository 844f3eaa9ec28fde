#include <cstdio>
#include <exception>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue_builder.hpp"

/// Run while the program is built: nutrient_data/ and vocabulary/ in, catalogue out.
int main(int count, char** words) {
  if (count != 4) {
    std::fputs("usage: build_catalogue NUTRIENT_DATA VOCABULARY CATALOGUE\n", stderr);
    return 2;
  }
  try {
    lytes::foods::build_catalogue(words[1], words[2], words[3]);
    return 0;
  } catch (const lytes::InputError& error) {
    std::fprintf(stderr, "%s %s\n", error.what(), error.input.c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  return 1;
}

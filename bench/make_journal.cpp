// Writes a made-up journal of ten years and 50,000 entries, unless told otherwise.
//
//     make_journal FILE [DAYS] [ENTRIES] [SEED]

#include "made_up_journal.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("make_journal FILE [DAYS] [ENTRIES] [SEED]\n", stderr);
    return 2;
  }
  const auto number = [&](int place, int otherwise) { return count > place ? std::atoi(arguments[place]) : otherwise; };
  try {
    lytes::bench::write_made_up_journal(arguments[1], std::max(1, number(2, 3652)), std::max(1, number(3, 50'000)),
                                        static_cast<std::uint64_t>(number(4, 1)));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_journal: %s\n", error.what());
    return 1;
  }
  return 0;
}

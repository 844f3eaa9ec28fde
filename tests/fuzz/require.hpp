#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

namespace fuzz {

/// Stops the run, so that the input is kept.
/// @param shown what it was about, told below what does not hold
inline void require(bool holds, const char* what, const std::string& shown = {}) {
  if (holds) return;
  std::cerr << "does not hold: " << what << "\n" << shown << "\n";
  std::abort();
}

}  // namespace fuzz

// Whatever lies in an export that is said to be of this format, it is taken over whole or not at all.

#include "import_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  return fuzz::import_whole_or_not("loseit", "export.zip", bytes, size);
}

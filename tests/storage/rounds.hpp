#pragma once

#include <cstdlib>

namespace lytes::storage::testing {

/// How often a test with chance in it is to be tried: seldom with the plain suite, in full by script/torture.
inline int rounds(int seldom, int in_full) { return std::getenv("LYTES_TORTURE") != nullptr ? in_full : seldom; }

}  // namespace lytes::storage::testing

#pragma once

#include <string_view>

namespace lytes::storage {

/// Between the name a file is to have and six letters of chance, in the hidden name it has while it is made. No other
/// program uses it: who finds it knows whose file that is, whatever it holds.
inline constexpr std::string_view mark_of_new = ".lytes-new-";

}  // namespace lytes::storage

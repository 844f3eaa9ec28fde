#pragma once

#include <string>

namespace lytes::storage {

/// What one check of a journal found.
struct Finding {
  enum class Verdict {
    Sound,
    Advice,  ///< nothing is lost, but something should be done
    Damaged
  };

  std::string check;  ///< stable word for scripts, such as "integrity"
  Verdict verdict;
  std::string said;        ///< in the user's words
  std::string what_to_do;  ///< empty when there is nothing to do
};

}  // namespace lytes::storage

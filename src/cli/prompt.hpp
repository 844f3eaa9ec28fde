#pragma once

#include "terms.hpp"

namespace lytes::cli {

/// Answers line after line as if each were typed after `lytes`, but that nothing in it means anything to a shell; until
/// an empty line or the end of input. Each is a command of its own, and no journal is open while the prompt waits.
void answer_at_prompt(Session& session);

}  // namespace lytes::cli

#pragma once

#include "terms.hpp"

namespace lytes::cli {

/// What `lytes --version` says: the program, and what it stands on.
void show_version(Session& session);

}  // namespace lytes::cli

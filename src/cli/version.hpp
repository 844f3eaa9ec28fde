#pragma once

namespace lytes::cli {

class Session;

/// What `lytes --version` says: the program, and what it stands on.
void show_version(Session& session);

}  // namespace lytes::cli

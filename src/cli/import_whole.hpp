#pragma once

#include <string>

#include "terms.hpp"

namespace lytes::cli {

struct WholeImportOptions {
  bool dry_run = false;
  bool replace = false;  ///< what differs is taken from the file; else it stays as the journal has it
};

/// What `import lytes FILE` does: brings in what `export json` wrote.
void import_whole(Session& session, const std::string& file, const WholeImportOptions& options);

}  // namespace lytes::cli

#pragma once

#include <optional>
#include <vector>

#include "lytes/exchange/formats.hpp"
#include "lytes/exchange/import.hpp"
#include "lytes/report/import_text.hpp"
#include "terms.hpp"

namespace lytes::cli {

/// A file that was taken over, or would be.
struct ImportedFile {
  const exchange::Format& format;
  const exchange::Incoming& incoming;
  const std::vector<exchange::Conflict>& conflicts;
  exchange::Imported imported;
  std::optional<exchange::OnConflict> rule;
  exchange::ImportRules rules;
  bool recognised = false;
  bool dry_run = false;
  bool conflicts_shown = false;
};

std::vector<report::ImportConflict> conflict_views(const std::vector<exchange::Conflict>& conflicts);

/// What is to be said of it. What its last four weeks call for is told as of any entry; signs in older texts are
/// counted.
report::ImportView import_view(Session& session, const ImportedFile& file);

}  // namespace lytes::cli

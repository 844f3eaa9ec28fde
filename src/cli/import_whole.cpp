#include "import_whole.hpp"

#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/exchange/export.hpp"
#include "lytes/report/whole_text.hpp"

namespace lytes::cli {

void import_whole(Session& session, const std::string& file, const WholeImportOptions& options) {
  session.prepare_to_write();
  const std::string text = text_of_input(session, file);
  const std::string name = file == "-" ? "standard input" : file;
  exchange::WholeImported imported;
  if (options.dry_run && !session.journal().is_on_disk()) {
    // Into the empty one in memory that stands in for it, so that none is made.
    imported = exchange::import_whole(session.journal(), text, name, options.replace);
  } else {
    auto change = session.change();
    imported = exchange::import_whole(session.journal(), text, name, options.replace);
    if (!options.dry_run) change.commit();
  }
  session.forget_what_was_read();
  if (!options.dry_run) session.saved = Saved::Yes;

  report::WholeView view;
  view.dry_run = options.dry_run;
  view.replaced = options.replace;
  for (const auto& count : imported.counts) {
    view.counts.push_back({std::string(count.key), count.added, count.there_already, count.differing});
  }
  view.differing = imported.differing;
  session.answer(report::whole_json, report::whole_page, view);
}

}  // namespace lytes::cli

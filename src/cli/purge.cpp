// purge: what was deleted is forgotten for good
#include "lytes/storage/purge.hpp"

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/copies.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

void require_consent(Session& session) {
  if (session.options.yes) return;
  if (!session.context().terminal.can_ask || session.options.json) {
    throw InputError("what is forgotten can no longer be undone", {}, 0, "`lytes purge --yes`, if that is meant");
  }
  const auto answer = session.ask(
      "Deleted entries, earlier versions of edited ones and the whole history will be forgotten; nothing logged until "
      "now can then be undone. Go on? [y/N] ");
  if (!answer || (*answer != "y" && *answer != "yes")) throw InputError("nothing was forgotten", {}, 0, "y to go on");
}

void run_purge(Session& session) {
  session.prepare_to_write();
  if (!session.journal().is_on_disk()) {
    throw NotFoundError("no_journal", "there is no journal yet: " + session.journal_path().string());
  }
  require_consent(session);
  const auto purged = storage::purge(session.journal(storage::Access::Write));
  session.saved = Saved::Yes;
  const auto copies = storage::copies_of(session.journal_path());
  session.say(session.options.json ? report::purged_json(purged, copies)
                                   : report::purged_page(purged, copies, session.style()));
}

}  // namespace

void declare_purge(CLI::App& app, Session& session) {
  app.add_subcommand("purge", "Forget for good what was deleted or changed; it can then no longer be undone")
      ->callback([&session] { run_purge(session); });
}

}  // namespace lytes::cli

// purge: what was deleted is forgotten for good
#include "lytes/storage/purge.hpp"

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/backup.hpp"
#include "lytes/storage/copies.hpp"
#include "lytes/text/width.hpp"

namespace lytes::cli {

namespace {

bool has_consent(Session& session) {
  if (session.options.yes) return true;
  if (!session.context().terminal.can_ask || session.options.json) {
    throw InputError("what is forgotten can no longer be undone", {}, 0, "`lytes purge --yes`, if that is meant");
  }
  return session.agrees(text::wrapped(
      "Deleted entries, earlier versions of edited ones and the whole history will be forgotten; nothing logged until "
      "now can then be undone. Go on? [y/N] ",
      session.style().width));
}

void run_purge(Session& session) {
  if (!session.journal().is_on_disk()) {
    throw NotFoundError("no_journal", "there is no journal yet: " + session.journal_path().string());
  }
  if (!has_consent(session)) {
    session.saved.reset();
    return session.say("Nothing was forgotten.\n");
  }
  const auto purged = storage::purge(session.journal(storage::Access::Write));
  session.saved = Saved::Yes;
  storage::wait_for_daily_backup(session.journal_path());  // so that no copy comes after those that are told
  const auto copies = storage::copies_of(session.journal_path());
  session.answer(report::purged_json, report::purged_page, purged, copies);
}

}  // namespace

void declare_purge(Command& program) {
  program
      .add("purge",
           "Forget for good what was deleted or changed, with the history (--yes: without asking); backups stay")
      .writes(run_purge);
}

}  // namespace lytes::cli

// backup, restore
#include "lytes/storage/backup.hpp"

#include <filesystem>

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/restore.hpp"

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

void back_up(Session& session, const std::string& file) {
  auto& journal = session.journal();
  if (!journal.is_on_disk()) {
    throw NotFoundError("no_journal", "there is no journal yet: " + journal.path().string());
  }
  fs::path copy = file;
  if (file.empty()) {
    storage::make_backup_folder(journal.path());
    copy = storage::backup_name(journal.path(), calendar::local_time(session.now_without_journal()));
  }
  storage::back_up(journal, copy);
  if (session.keeps_quiet()) return;
  const fs::path whole = fs::absolute(copy);
  const auto bytes = fs::file_size(whole);
  session.answer(report::backup_json, report::backup_line, whole, bytes);
}

struct Restoring {
  std::string file;
  bool dry_run = false;
};

void restore(Session& session, const Restoring& typed) {
  session.saved = Saved::No;
  // The journal in place may be the damaged one: its settings are not asked.
  const auto run = typed.dry_run ? storage::would_restore : storage::restore;
  const auto restored = run(typed.file, session.journal_path(), session.journal_folder(),
                            calendar::local_time(session.now_without_journal()));
  if (!typed.dry_run) session.saved = Saved::Yes;
  for (const std::string& remark : restored.remarks) session.complain(remark + ".");
  session.answer(report::restored_json, report::restored_page, typed.file, restored, typed.dry_run);
}

}  // namespace

void declare_backup(Command& program) {
  auto& copies = program.add("backup", "Copy the journal, also while it is in use");
  copies.option("[file]", copies.runs(back_up), "Where to; into the folder \"backups\" beside the journal if left out");
  auto& restores = program.add("restore", "Put a backup in the journal's place; the journal that was there is kept");
  auto& restoring = restores.runs(restore);
  restores.option("file", restoring.file, "The backup");
  restores.option("--dry-run", restoring.dry_run, "Only check the backup, and tell what would be done");
}

}  // namespace lytes::cli

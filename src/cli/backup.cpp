// backup, restore
#include "lytes/storage/backup.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/doctor_page.hpp"
#include "lytes/storage/restore.hpp"
#include "session.hpp"

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
  session.say(session.options.json ? report::backup_json(whole, bytes)
                                   : report::backup_line(whole, bytes, session.style()));
}

void restore(Session& session, const std::string& file) {
  session.saved = Saved::No;
  // The journal in place may be the damaged one: its settings are not asked.
  const auto restored = storage::restore(file, session.journal_path(), session.journal_folder(),
                                         calendar::local_time(session.now_without_journal()));
  session.saved = Saved::Yes;
  for (const std::string& remark : restored.remarks) session.complain(remark + ".");
  session.say(session.options.json ? report::restored_json(file, restored)
                                   : report::restored_page(file, restored, session.style()));
}

}  // namespace

void declare_backup(CLI::App& app, Session& session) {
  auto copy = std::make_shared<std::string>();
  auto* backup_command = app.add_subcommand("backup", "Copy the journal, also while it is in use");
  backup_command->add_option("file", *copy, "Where to; into the folder \"backups\" beside the journal if left out");
  backup_command->callback([&session, copy] { back_up(session, *copy); });

  auto backup = std::make_shared<std::string>();
  auto* restore_command =
      app.add_subcommand("restore", "Put a backup in the journal's place; the journal that was there is kept");
  restore_command->add_option("file", *backup, "The backup")->required();
  restore_command->callback([&session, backup] { restore(session, *backup); });
}

}  // namespace lytes::cli

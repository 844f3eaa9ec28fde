// edit, delete
#include <fmt/format.h>

#include <set>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_form.hpp"
#include "lytes/report/error_text.hpp"
#include "lytes/storage/temporary_folder.hpp"

namespace lytes::cli {

namespace {

/// So that nothing that was typed is lost with the draft: as a command, or as it stands where it is none.
void keep_typed(Session& session, const journal::Entry& entry, const std::string& text) {
  if (text == language::form_of(entry)) return;
  try {
    session.typed = language::edit_command(entry, text);
  } catch (const InputError&) {
    session.typed = text;
  }
}

/// A text as the user's editor left it. The draft is there while the editor runs, and not while a question waits.
std::string text_from_editor(Session& session, const journal::Entry& entry, const std::string& text) {
  session.rest();
  const storage::Draft draft(session.context().paths.temporary, fmt::format("entry-{}.txt", entry.id), text);
  const int code = session.context().run_editor(draft.file());
  std::string edited = draft.text();
  keep_typed(session, entry, edited);
  if (code == 0) return edited;
  const bool none = code == console::no_such_program;
  throw StorageError(
      StorageError::Kind::Failed,
      none ? "there is no editor to start" : fmt::format("the editor ended with code {}", code),
      "Set EDITOR, or change a field on the command line: lytes edit " + std::to_string(entry.id) + " note=...");
}

/// The entry as the user's editor left it. A mistake is told, and on a terminal can be mended.
journal::Entry edited_by_hand(Session& session, const journal::Entry& entry, std::vector<Remark>& remarks) {
  std::string text = language::form_of(entry);
  while (true) {
    text = text_from_editor(session, entry, text);
    try {
      remarks.clear();
      return language::with_form(session, entry, text, remarks);
    } catch (const InputError& error) {
      if (!session.context().terminal.can_ask || session.options.json || session.options.yes) throw;
      const auto answer = session.ask(report::error_text(error, std::nullopt, session.style()) +
                                      "Enter to edit again, q to leave it: ");
      if (!answer || *answer == "q") throw;
    }
  }
}

struct Typed {
  std::int64_t id = 0;
  std::vector<std::string> changes;
};

void edit(Session& session, const Typed& typed) {
  const journal::Entry before = session.store().find(typed.id);
  std::vector<Remark> remarks;
  const journal::Entry after =
      typed.changes.empty() ? edited_by_hand(session, before, remarks)
                            : language::with_fields(session, before, language::read_fields(typed.changes), remarks);
  log_edit(session, before, after, std::move(remarks));
}

struct Deleted {
  std::vector<std::int64_t> ids;
  bool dry_run = false;
};

void remove(Session& session, const Deleted& typed) {
  const std::set<std::int64_t> ids(typed.ids.begin(), typed.ids.end());
  std::vector<journal::Entry> entries;
  for (const auto id : ids) entries.push_back(session.store().find(id));
  if (!typed.dry_run) {
    session.save([&] {
      for (const auto id : ids) session.store().remove(id);
    });
  }
  session.say(session.options.json ? report::removed_json(entries, typed.dry_run)
                                   : report::removed_lines(entries, typed.dry_run, session.today(), session.style()));
}

}  // namespace

void declare_edit(Command& program) {
  auto& edits = program.add("edit", "Change an entry: lytes edit 212 amount=300ml at=7:10");
  auto& typed = edits.writes(edit);
  edits.option("id", typed.id, "The entry's number");
  edits.option("[changes...]", typed.changes,
               "field=value: at, amount, food, kind, site, severity, minutes, with, rating, value, note; "
               "your editor if left out");
  auto& deletes = program.add("delete", "Take entries out: lytes delete 212");
  auto& deleted = deletes.writes(remove);
  deletes.option("ids...", deleted.ids, "The entries' numbers");
  deletes.option("--dry-run", deleted.dry_run, "Only tell what would be taken out");
}

}  // namespace lytes::cli

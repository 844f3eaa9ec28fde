// edit, delete
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_form.hpp"
#include "lytes/report/error_text.hpp"
#include "lytes/storage/draft.hpp"
#include "session.hpp"

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
  throw StorageError(
      StorageError::Kind::Failed, fmt::format("the editor ended with code {}", code),
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

void edit(Session& session, std::int64_t id, const std::vector<std::string>& words) {
  session.prepare_to_write();
  const journal::Entry before = session.store().find(id);
  std::vector<Remark> remarks;
  const journal::Entry after = words.empty()
                                   ? edited_by_hand(session, before, remarks)
                                   : language::with_fields(session, before, language::read_fields(words), remarks);
  log_edit(session, before, after, std::move(remarks));
}

void remove(Session& session, std::vector<std::int64_t> ids) {
  session.prepare_to_write();
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<journal::Entry> entries;
  entries.reserve(ids.size());
  for (const auto id : ids) entries.push_back(session.store().find(id));
  auto change = session.change();
  for (const auto id : ids) session.store().remove(id);
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json
                  ? report::removed_json(entries)
                  : report::removed_lines(entries, calendar::today(session.reckoning()), session.style()));
}

}  // namespace

void declare_edit(CLI::App& app, Session& session) {
  auto id = std::make_shared<std::int64_t>(0);
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("edit", "Change an entry: lytes edit 212 amount=300ml at=7:10");
  command->add_option("id", *id, "The entry's number")->required();
  command->add_option("changes", *words,
                      "field=value: at, amount, food, kind, site, severity, minutes, with, rating, value, note; "
                      "your editor if left out");
  command->callback([&session, id, words] { edit(session, *id, *words); });

  auto ids = std::make_shared<std::vector<std::int64_t>>();
  auto* delete_command = app.add_subcommand("delete", "Take entries out: lytes delete 212");
  delete_command->add_option("ids", *ids, "The entries' numbers")->required();
  delete_command->callback([&session, ids] { remove(session, *ids); });
}

}  // namespace lytes::cli

// read: many lines from notes, or a prompt
#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/language/notes.hpp"
#include "lytes/notebook/notes_reading.hpp"
#include "lytes/notebook/notes_remarks.hpp"
#include "lytes/notebook/saved_line.hpp"
#include "lytes/report/read_page.hpp"
#include "prompt.hpp"

namespace lytes::cli {

namespace {

using language::Drafts;

struct ReadOptions {
  std::string file;
  bool dry_run = false;
};

report::ReadView view_of(const notebook::Reading& reading, std::string name, bool dry_run) {
  report::ReadView view{std::move(name), dry_run, reading.lines.size(), reading.before, reading.left, {}, {}, {}};
  for (const Drafts& drafts : reading.drafts) {
    view.entries.insert(view.entries.end(), drafts.entries.begin(), drafts.entries.end());
    if (drafts.no_spasms_on) view.no_spasms_on.push_back(*drafts.no_spasms_on);
  }
  std::erase_if(view.no_spasms_on, [&](calendar::Day day) {
    return std::ranges::any_of(view.entries, [&](const auto& entry) {
      return entry.kind == journal::EntryKind::Spasm && entry.when.day == day;
    });
  });
  std::ranges::stable_sort(view.entries, [](const auto& a, const auto& b) {
    return std::tie(a.when.day, a.when.at) < std::tie(b.when.day, b.when.at);
  });
  return view;
}

/// The day that a file is named for: "2026-11-24.md".
std::optional<calendar::Day> day_of_file(const std::string& file) {
  return calendar::parse_iso_day(std::filesystem::path(file).stem().string());
}

void read_notes(Session& session, const std::string& file, bool dry_run) {
  const bool input = file == "-";
  const bool typed = input && session.context().terminal.can_ask;
  const std::string text = text_of_input(session, file);
  session.reads_many_lines = true;
  if (!dry_run) session.prepare_to_write();
  const auto notes = language::read_notes(text, session.reckoning(), input ? std::nullopt : day_of_file(file), typed);
  auto reading = notebook::read_new_lines(session, notes, {input, session.options.yes, is_command});
  std::vector<Remark> doses = doses_in_notes(session, reading.drafts);
  const bool any = !reading.lines.empty();
  if (any && !dry_run) notebook::save_notes(session, reading);
  if (!any) session.saved.reset();
  auto view = view_of(reading, input ? "standard input" : file, dry_run);
  auto heard = reading.drafts;
  std::ranges::move(reading.heard, std::back_inserter(heard));
  view.remarks = remarks_on_notes(session, heard, any && !dry_run);
  notebook::put_first(view.remarks, std::move(doses));
  view.remarks.insert(view.remarks.begin(), reading.doses.begin(), reading.doses.end());
  std::ranges::stable_sort(view.remarks, {}, &Remark::level);
  if (!view.left.empty()) session.exit_code = NotFound;
  session.say(session.options.json ? report::read_json(view)
                                   : report::read_page(view, session.today(), session.style()));
}

void read(Session& session, const ReadOptions& options) {
  if (options.file.empty() && session.can_ask()) return answer_at_prompt(session);
  read_notes(session, options.file.empty() ? "-" : options.file, options.dry_run);
}

}  // namespace

void declare_read(Command& program) {
  auto& command = program.add("read", "Lines as you write them: a prompt, or a file of notes: lytes read notes.txt");
  auto& options = command.runs(read);
  command.option("[file]", options.file,
                 "Notes with a line for each thing, under headings that say the day: 2026-11-24, Tue 24 Nov, 24.11. "
                 "What was read before is passed over; what is unclear is listed, left, and the command ends with "
                 "3. - for standard input; a prompt if left out");
  command.option("--dry-run", options.dry_run, "Only tell what would be read");
}

}  // namespace lytes::cli

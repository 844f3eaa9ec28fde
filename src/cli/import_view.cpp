#include "import_view.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "lytes/notebook/notes_remarks.hpp"
#include "lytes/notebook/saved_line.hpp"
#include "lytes/safety/signs.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

constexpr std::chrono::days news{28};

/// Whether an entry has words, or numbers, that a sign may be told with.
bool is_worded(const journal::Entry& entry) { return !journal::is_intake(entry.kind) || entry.note; }

/// Tells what the added entries of the last weeks call for, and counts the signs in older ones.
void add_what_it_calls_for(Session& session, const ImportedFile& file, report::ImportView& view) {
  std::set<calendar::Day> days;
  for (const exchange::ImportedDay& day : file.imported.days) {
    const bool any = std::ranges::any_of(day.added, [](std::size_t number) { return number > 0; });
    if (any) days.insert(day.day);
  }
  const calendar::Day first_new = session.today() - news;
  std::vector<language::Drafts> recent(1);
  std::vector<journal::Entry> old;
  for (const journal::Entry& entry : file.incoming.entries) {
    if (!days.contains(entry.when.day)) continue;
    if (entry.when.day >= first_new)
      recent.front().entries.push_back(entry);
    else if (is_worded(entry))
      old.push_back(entry);
  }
  if (!old.empty()) view.old_signs = safety::told_signs(old, session.vocabulary()).size();
  if (recent.front().entries.empty()) return;
  auto remarks = notebook::remarks_on_notes(session, recent, !file.dry_run);
  view.remarks.insert(view.remarks.end(), remarks.begin(), remarks.end());
  std::ranges::stable_sort(view.remarks, {}, &Remark::level);
}

}  // namespace

std::vector<report::ImportConflict> conflict_views(const std::vector<exchange::Conflict>& conflicts) {
  std::vector<report::ImportConflict> days;
  for (const exchange::Conflict& conflict : conflicts) {
    days.push_back({conflict.day, {}, conflict.sources});
    for (const auto& [column, journal, file] : conflict.differences)
      days.back().differences.push_back({column, journal, file});
  }
  return days;
}

report::ImportView import_view(Session& session, const ImportedFile& file) {
  report::ImportView view;
  const exchange::Imported& imported = file.imported;
  view.format = file.format.name;
  view.title = file.incoming.title;
  view.recognised = file.recognised;
  view.dry_run = file.dry_run;
  view.rows = file.incoming.rows;
  view.days = file.incoming.days;
  view.added = imported.added;
  view.taken_out = imported.taken_out;
  view.there_already = imported.there_already;
  view.days_said = imported.days_said;
  view.days_left_open = imported.days_left_open;
  view.columns_not_read = file.incoming.columns_not_read;
  view.conflicts = conflict_views(file.conflicts);
  view.conflicts_shown = file.conflicts_shown;
  for (const auto& [why, rows, places] : file.incoming.skipped) view.skipped.push_back({why, rows, places});
  view.remarks = file.incoming.remarks;
  if (file.dry_run) {
    for (const auto& [day, added, taken_out, there_already, kept, figures] : imported.days)
      view.by_day.push_back({day, added, taken_out, there_already, kept, figures});
  }
  const auto rule_of = [](exchange::OnConflict rule) {
    return rule == exchange::OnConflict::Keep ? report::ConflictRule::Keep : report::ConflictRule::Replace;
  };
  if (file.rule) {
    view.rule = rule_of(*file.rule);
  } else if (!file.conflicts.empty() && file.conflicts.front().decided) {
    view.rule = rule_of(*file.conflicts.front().decided);
  }
  add_what_it_calls_for(session, file, view);
  return view;
}

}  // namespace lytes::cli

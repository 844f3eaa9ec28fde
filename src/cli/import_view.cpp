#include "import_view.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "lytes/console/session.hpp"
#include "lytes/notebook/import_remarks.hpp"

namespace lytes::cli {

namespace {

/// The entries of days that something was added to.
std::vector<journal::Entry> added_entries(const ImportedFile& file) {
  std::set<calendar::Day> days;
  for (const exchange::ImportedDay& day : file.imported.days) {
    const bool any = std::ranges::any_of(day.added, [](std::size_t number) { return number > 0; });
    if (any) days.insert(day.day);
  }
  std::vector<journal::Entry> entries;
  for (const journal::Entry& entry : file.incoming.entries) {
    if (days.contains(entry.when.day)) entries.push_back(entry);
  }
  return entries;
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
  auto [remarks, old_signs] = notebook::remarks_on_import(session, added_entries(file), !file.dry_run);
  view.old_signs = old_signs;
  std::ranges::move(remarks, std::back_inserter(view.remarks));
  std::ranges::stable_sort(view.remarks, {}, &Remark::level);
  return view;
}

}  // namespace lytes::cli

#include "lytes/notebook/open_signs.hpp"

#include <algorithm>
#include <chrono>

#include "lytes/errors.hpp"
#include "lytes/journal/seen_signs.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/too_much.hpp"
#include "lytes/safety/day_rules.hpp"
#include "lytes/safety/doses.hpp"
#include "lytes/safety/losses.hpp"
#include "lytes/safety/signs.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;
using std::chrono::days;

constexpr journal::EntryKind spasms_only[] = {journal::EntryKind::Spasm};

/// The conditions and medicines of the profile as it now stands.
std::vector<std::string> profile_items(Notebook& notebook) {
  const auto& profile = notebook.targets().profile_on(notebook.today());
  std::vector<std::string> items = profile.conditions;
  items.insert(items.end(), profile.medicines.begin(), profile.medicines.end());
  return items;
}

/// Of a day that is over: as it ended.
safety::RuleTime rule_time(Notebook& notebook, Day day) {
  const auto now = notebook.now();
  if (day == now.day) return {day, calendar::local_time(now)};
  const calendar::LocalTime midnight(day.time_since_epoch());
  return {day, midnight + days{1} + notebook.reckoning().day_start - std::chrono::seconds{1}};
}

/// What the days' entries tell, with what the profile makes of their spasms.
/// @param spasms of the days, and as far back as a new one is told by
std::vector<safety::ToldSign> told_in(Notebook& notebook, calendar::DayRange days_told,
                                      std::span<const journal::Entry> spasms) {
  const auto worded = notebook.store().list_worded(days_told);
  if (worded.empty() && spasms.empty()) return {};
  auto told = safety::told_signs(worded, notebook.vocabulary());
  for (auto& one : safety::told_by_profile(spasms, days_told.from, profile_items(notebook), notebook.vocabulary()))
    told.push_back(std::move(one));
  return told;
}

/// The spasms that signs of these days are told by.
std::vector<journal::Entry> spasms_for(Notebook& notebook, calendar::DayRange days_told) {
  const Day long_ago = days_told.to - safety::rules_look_back - safety::rules_begin_within;
  return notebook.store().list({std::min(days_told.from, long_ago), days_told.to}, spasms_only);
}

}  // namespace

std::vector<safety::OpenSign> open_signs(Notebook& notebook, calendar::DayRange days_told, RulesTold rules) {
  const auto spasms = spasms_for(notebook, days_told);
  const auto told = told_in(notebook, days_told, spasms);
  if (told.empty() && spasms.empty()) return {};
  const auto seen = journal::seen_signs(notebook.journal());
  auto open = told.empty() ? std::vector<safety::OpenSign>()
                           : safety::open_signs(told, seen, notebook.reckoning().now,
                                                safety::signs_for(notebook.signs(), notebook.personal_advice()));
  const auto at = rule_time(notebook, days_told.to);
  const auto of_rules = safety::rule_spasms(spasms, notebook.vocabulary());
  for (auto& one : rules == RulesTold::All ? safety::signs_over_days(of_rules, at, seen)
                                           : safety::signs_over_days_to_tell(of_rules, at, seen))
    open.push_back(std::move(one));
  return open;
}

std::vector<safety::SeenToldSign> seen_signs_told(Notebook& notebook, calendar::DayRange days_told) {
  const auto seen = journal::seen_signs(notebook.journal());
  if (seen.empty()) return {};
  const auto told = told_in(notebook, days_told, spasms_for(notebook, days_told));
  if (told.empty()) return {};
  auto closed = safety::told_and_seen(told, seen, notebook.reckoning().now, notebook.signs());
  for (auto& one : closed) one.day = calendar::civil_day(calendar::moment_at(one.seen, notebook.reckoning()));
  return closed;
}

std::vector<safety::OpenSign> open_signs_of_today(Notebook& notebook, RulesTold rules) {
  const Day today = notebook.today();
  return open_signs(notebook, {today - days{safety::open_sign_days - 1}, today}, rules);
}

std::vector<Remark> sign_remarks(Notebook& notebook, std::span<const journal::Entry> saved) {
  auto told = safety::told_signs(saved, notebook.vocabulary());
  const bool spasm =
      std::ranges::any_of(saved, [](const auto& entry) { return entry.kind == journal::EntryKind::Spasm; });
  if (const auto items = spasm ? profile_items(notebook) : std::vector<std::string>(); !items.empty()) {
    const auto [first, last] = std::ranges::minmax(saved, {}, [](const auto& entry) { return entry.when.day; });
    const auto spasms = notebook.store().list({first.when.day - safety::rules_look_back, last.when.day}, spasms_only);
    for (auto& one : safety::told_by_profile(spasms, first.when.day, items, notebook.vocabulary())) {
      const auto same_time = [&](const auto& entry) { return entry.when == one.when; };
      if (std::ranges::any_of(saved, same_time)) told.push_back(std::move(one));
    }
  }
  if (told.empty()) return {};
  const auto personal = notebook.personal_advice();
  const auto signs = safety::signs_for(notebook.signs(), personal);
  auto remarks = safety::remarks_on(told, signs, personal);
  if (auto losing = safety::losing_fluid(told, signs, personal)) remarks.push_back(std::move(*losing));
  for (const auto& one : told) {
    if (!safety::speaks_of_thin_blood({&one, 1})) continue;
    const auto unwell = unwell_after_drinking(notebook, one.when);
    if (!unwell) continue;
    remarks.insert(remarks.begin(), *unwell);
    break;
  }
  return remarks;
}

std::vector<Remark> remarks_on_unsaved(Notebook& notebook, const std::string& line) {
  try {
    journal::Entry entry;
    entry.kind = journal::EntryKind::Note;
    entry.note = line;
    return safety::remarks_on(safety::told_signs({&entry, 1}, notebook.vocabulary()), notebook.signs(), {});
  } catch (const StorageError&) {
    return {};  // the error that follows stands by itself
  }
}

}  // namespace lytes::notebook

#include "lytes/notebook/saved_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "lytes/errors.hpp"
#include "lytes/journal/merge.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/too_much.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/safety/cautions.hpp"
#include "lytes/text/words.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::notebook {

namespace {

/// What the signs of these entries call for, before all other remarks. They are saved already, so what keeps their
/// words from being looked through, such as a catalogue that is not there, is told and is no failure.
void add_signs(Notebook& notebook, std::span<const journal::Entry> entries, std::vector<Remark>& remarks) {
  try {
    const auto found = sign_remarks(notebook, entries);
    remarks.insert(remarks.begin(), found.begin(), found.end());
  } catch (const StorageError& error) {
    notebook.complain(std::string("the words were not looked through for signs that need a doctor: ") + error.what());
  }
}

/// What an edit comes to on the entry as the journal holds it now, which others may have changed meanwhile.
journal::Entry edit_of_now(const journal::Entry& seen, const journal::Entry& wanted, const journal::Entry& now,
                           const std::function<std::string(const journal::Entry&)>& brief) {
  if (const auto both = journal::merged(seen, wanted, now)) return *both;
  std::string stands = brief(now);
  stands.erase(0, stands.find_first_not_of(' '));
  throw StorageError(StorageError::Kind::Failed,
                     fmt::format("entry {} was changed while it was being edited, and is now: {}", seen.id, stands),
                     fmt::format("Look at it with 'lytes show {}', and edit it again.", seen.id));
}

/// Where the day of an intake stands, with the cautions that this line called for.
std::optional<timeline::DayRow> standing(Notebook& notebook, std::span<const journal::Entry> whole_line,
                                         std::vector<Remark>& remarks) {
  const auto line = from_first_intake(whole_line);
  if (line.empty()) return std::nullopt;
  const auto row = timeline::intake_of(notebook.store(), notebook.targets(), line.front().when.day);
  for (auto& caution : safety::cautions_after(line, row, notebook.targets().on(row.day), notebook.personal_advice()))
    remarks.push_back(std::move(caution));
  return row;
}

/// Once is enough, also for "x3".
void add_similar(Notebook& notebook, std::span<const journal::Entry> line, std::vector<Remark>& remarks) {
  const auto similar = notebook.store().last_similar(line);
  if (!similar) return;
  remarks.push_back(
      note("looks_like_twice",
           fmt::format("entry {} says the same within two minutes; if this was a slip: lytes undo", *similar)));
}

}  // namespace

void put_first(std::vector<Remark>& remarks, std::vector<Remark> doses) {
  constexpr std::string_view magnesium_limits = "magnesium_supplement_limit|magnesium_supplement_danger";
  for (const auto& dose : doses) {
    std::erase_if(remarks, [&](const Remark& other) {
      return (dose.code == "magnesium_dose" && text::is_one_of(other.code, magnesium_limits)) ||
             (dose.code == "potassium_dose" && other.code == "potassium_supplement_danger") ||
             (dose.code == "fluid_dose" && other.code == "much_fluid") ||
             (dose.level <= Level::Soon && other.code == "unusual_amount");
    });
  }
  remarks.insert(remarks.begin(), std::make_move_iterator(doses.begin()), std::make_move_iterator(doses.end()));
}

Remark spasms_were_closed(calendar::Day day) {
  return note("spasms_were_closed",
              fmt::format("the spasms of {} {} were closed already; this one counts with them, and they stay closed",
                          calendar::weekday_short(day), calendar::iso(day)));
}

void add_closed_days(Notebook& notebook, std::span<const journal::Entry> line, std::vector<Remark>& remarks) {
  using journal::DayStatus;
  const auto spasm = std::ranges::find(line, journal::EntryKind::Spasm, &journal::Entry::kind);
  if (spasm == line.end()) return;
  const calendar::Day day = spasm->when.day;
  for (const auto& said : notebook.store().said({day, day})) {
    if (said.stream != journal::Stream::Spasms) continue;
    if (said.status == DayStatus::Complete) {
      remarks.push_back(spasms_were_closed(day));
    } else if (said.status == DayStatus::None) {
      remarks.push_back(
          note("day_is_set_aside", fmt::format("{} {} is set aside, so this is kept and does not count; to count the "
                                               "day: lytes day open {}",
                                               calendar::weekday_short(day), calendar::iso(day), calendar::iso(day))));
    }
  }
}

void add_hours_so_far(Notebook& notebook, const journal::Entry& entry, std::vector<Remark>& remarks) {
  const auto* factor = std::get_if<journal::Factor>(&entry.what);
  if (!factor || !factor->value || factor->unit != "h") return;
  const journal::EntryKind factors[] = {journal::EntryKind::Factor};
  double sum = *factor->value;
  std::optional<std::int64_t> first;
  for (const auto& logged : notebook.store().list({entry.when.day, entry.when.day}, factors)) {
    const auto& other = std::get<journal::Factor>(logged.what);
    if (other.name != factor->name || other.unit != factor->unit || !other.value) continue;
    sum += *other.value;
    if (!first) first = logged.id;
  }
  if (!first || (factor->name != "sleep" && sum <= 24)) return;
  remarks.push_back(note(
      "hours_add_up", fmt::format("that makes {} h of {} on this day{}; `lytes edit {} value={}h` corrects the earlier "
                                  "entry, `lytes undo` takes this one back",
                                  quantity::format_number(sum), factor->name, sum > 24 ? ", which has 24" : "", *first,
                                  quantity::format_number(*factor->value))));
}

void require_no_spasm_on(Notebook& notebook, calendar::Day day) {
  const journal::EntryKind spasms[] = {journal::EntryKind::Spasm};
  const auto logged = notebook.store().list({day, day}, spasms);
  if (logged.empty()) return;
  throw InputError("there is a spasm on " + calendar::iso(day) + ", entry " + std::to_string(logged.front().id), {}, 0,
                   "`lytes day done " + calendar::iso(day) + "` if nothing is missing, or `lytes delete " +
                       std::to_string(logged.front().id) + "` if it never was");
}

std::optional<timeline::DayRow> save_line(Notebook& notebook, language::Drafts& drafts, std::vector<Remark> doses) {
  auto& entries = drafts.entries;
  auto& remarks = drafts.remarks;
  auto change = notebook.change();
  add_similar(notebook, entries, remarks);
  add_closed_days(notebook, entries, remarks);
  const auto ids = notebook.store().add(entries);
  for (const auto& answer : drafts.answers) notebook.answers().remember(answer);
  if (drafts.no_spasms_on)
    notebook.store().say(*drafts.no_spasms_on, journal::Stream::Spasms, journal::DayStatus::Complete);
  change.commit();
  notebook.saved = Saved::Yes;  // whatever goes wrong from here on, the entry is there

  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].id = ids[i];
    entries[i].line = ids.front();
  }
  add_signs(notebook, entries, remarks);
  const auto row = standing(notebook, entries, remarks);
  put_first(remarks, medicines_of(notebook, entries));
  put_first(remarks, std::move(doses));
  return row;
}

SavedEdit save_edit(Notebook& notebook, const journal::Entry& seen, const journal::Entry& wanted,
                    std::vector<Remark>& remarks, const std::function<std::string(const journal::Entry&)>& brief) {
  auto change = notebook.change();
  const journal::Entry before = notebook.store().find(seen.id);
  const journal::Entry after = edit_of_now(seen, wanted, before, brief);
  notebook.store().update(after);
  change.commit();
  notebook.saved = Saved::Yes;
  if (before.what != after.what || before.note != after.note) add_signs(notebook, {&after, 1}, remarks);
  const auto row = standing(notebook, {&after, 1}, remarks);
  put_first(remarks, doses_of(notebook, {&after, 1}));
  return {before, after, row};
}

SavedDay save_day(Notebook& notebook, calendar::Day day, const SaidOfDay& said) {
  notebook.save([&] {
    for (const auto& [stream, status] : said) notebook.store().say(day, stream, status);
  });
  SavedDay saved{timeline::build(notebook.store(), notebook.targets(), {day, day}).rows().front(), {}};
  if (saved.row.intake_status == journal::DayStatus::Complete && saved.row.intakes == 0) {
    saved.remarks.push_back(note("nothing_logged",
                                 "of food and drink nothing at all is logged; that is taken as unknown, not as none, "
                                 "and the day is not compared. What you had can still be logged"));
  }
  return saved;
}

}  // namespace lytes::notebook

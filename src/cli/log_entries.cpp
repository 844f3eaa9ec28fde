#include "log_entries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/merge.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/too_much.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/safety/cautions.hpp"
#include "lytes/text/words.hpp"
#include "lytes/timeline/summary.hpp"
#include "lytes/timeline/timeline.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

/// What the signs of these entries call for, before all other remarks. They are saved already, so what keeps their
/// words from being looked through, such as a catalogue that is not there, is told and is no failure.
void add_signs(Session& session, std::span<const journal::Entry> entries, std::vector<Remark>& remarks) {
  try {
    const auto found = sign_remarks(session, entries);
    remarks.insert(remarks.begin(), found.begin(), found.end());
  } catch (const StorageError& error) {
    session.complain(std::string("the words were not looked through for signs that need a doctor: ") + error.what());
  }
}

/// What an edit comes to on the entry as the journal holds it now, which others may have changed meanwhile.
journal::Entry edit_of_now(Session& session, const journal::Entry& seen, const journal::Entry& wanted,
                           const journal::Entry& now) {
  if (const auto both = journal::merged(seen, wanted, now)) return *both;
  std::string stands = report::entry_brief(now, calendar::today(session.reckoning()), {});
  stands.erase(0, stands.find_first_not_of(' '));
  throw StorageError(StorageError::Kind::Failed,
                     fmt::format("entry {} was changed while it was being edited, and is now: {}", seen.id, stands),
                     fmt::format("Look at it with 'lytes show {}', and edit it again.", seen.id));
}

/// Where the day of an intake stands, with the cautions that this line called for.
std::optional<timeline::DayRow> standing(Session& session, std::span<const journal::Entry> line,
                                         std::vector<Remark>& remarks) {
  if (!journal::is_intake(line.front().kind)) return std::nullopt;
  const auto row = timeline::intake_of(session.store(), session.targets(), line.front().when.day);
  for (auto& caution : safety::cautions_after(line, row, session.targets().on(row.day), session.personal_advice()))
    remarks.push_back(std::move(caution));
  return row;
}

/// Whether a dose that is to be seen by a doctor is to be saved: asked once, where somebody can answer.
bool is_meant(Session& session, std::span<const Remark> doses) {
  const bool grave = std::ranges::any_of(doses, [](const Remark& dose) { return dose.level <= Level::Soon; });
  if (!grave || !session.context().terminal.can_ask || session.options.yes || session.options.json) return true;
  const auto style = session.style();
  const std::string question = report::emergency_lines(doses, style) + report::remark_lines(doses, style);
  const auto answer = session.ask(question + "Is the amount right, and shall it be saved? [y/N] ");
  if (answer && (*answer == "y" || *answer == "yes")) return true;
  session.typed.clear();  // given up of their own accord
  session.saved.reset();
  session.say("Nothing was saved.\n");
  return false;
}

/// Once is enough, also for "x3".
void add_similar(Session& session, std::span<const journal::Entry> line, std::vector<Remark>& remarks) {
  const auto similar = session.store().last_similar(line);
  if (!similar) return;
  remarks.push_back(
      note("looks_like_twice",
           fmt::format("entry {} says the same within two minutes; if this was a slip: lytes undo", *similar)));
}

/// Emergencies come first, what else is to be said behind what was saved, then where the day stands.
void say_with_remarks(Session& session, std::string text, std::span<const Remark> remarks,
                      const std::optional<timeline::DayRow>& row) {
  const auto style = session.style();
  text = report::emergency_lines(remarks, style) + text + report::remark_lines(remarks, style);
  const calendar::Day today = calendar::today(session.reckoning());
  if (row) text += report::standing_line(*row, today, session.aims(row->day), style);
  session.say(text);
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

void add_closed_days(Session& session, std::span<const journal::Entry> line, std::vector<Remark>& remarks) {
  using journal::DayStatus;
  const auto spasm = std::ranges::find(line, journal::EntryKind::Spasm, &journal::Entry::kind);
  if (spasm == line.end()) return;
  const calendar::Day day = spasm->when.day;
  for (const auto& said : session.store().said({day, day})) {
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

void log_entries(Session& session, language::Drafts drafts) {
  auto& entries = drafts.entries;
  auto& remarks = drafts.remarks;
  if (entries.size() > most_entries_at_once) refuse_more_entries({}, 0);  // "x20" makes many of few words
  auto doses = doses_of(session, entries);
  if (!is_meant(session, doses)) return;
  auto change = session.change();
  add_similar(session, entries, remarks);
  add_closed_days(session, entries, remarks);
  const auto ids = session.store().add(entries);
  for (const auto& answer : drafts.answers) session.answers().remember(answer);
  change.commit();
  session.saved = Saved::Yes;  // whatever goes wrong from here on, the entry is there

  for (std::size_t i = 0; i < entries.size(); ++i) {
    entries[i].id = ids[i];
    entries[i].line = ids.front();
  }
  add_signs(session, entries, remarks);
  const auto row = standing(session, entries, remarks);
  put_first(remarks, medicines_of(session, entries));
  put_first(remarks, std::move(doses));
  if (session.options.json) return session.say(report::written_json(entries, remarks));

  const calendar::Day today = calendar::today(session.reckoning());
  std::vector<report::Said> said;
  for (auto& [words, is_named_so] : drafts.said) said.push_back({std::move(words), is_named_so});
  std::string text = report::entries_echo(entries, said, today, session.style());
  say_with_remarks(session, std::move(text), remarks, row);
}

void log_edit(Session& session, const journal::Entry& seen, const journal::Entry& wanted, std::vector<Remark> remarks) {
  if (wanted == seen) {
    session.saved.reset();  // there was nothing to save
    return session.say(session.options.json ? report::edited_json(seen, wanted, remarks) : "Nothing was changed.\n");
  }
  auto change = session.change();
  const journal::Entry before = session.store().find(seen.id);
  const journal::Entry after = edit_of_now(session, seen, wanted, before);
  session.store().update(after);
  change.commit();
  session.saved = Saved::Yes;
  if (before.what != after.what || before.note != after.note) add_signs(session, {&after, 1}, remarks);
  const auto row = standing(session, {&after, 1}, remarks);
  put_first(remarks, doses_of(session, {&after, 1}));
  if (session.options.json) return session.say(report::edited_json(before, after, remarks));
  const calendar::Day today = calendar::today(session.reckoning());
  std::string text = report::edited_lines(before, after, today, session.style());
  say_with_remarks(session, std::move(text), remarks, row);
}

void say_day(Session& session, calendar::Day day,
             const std::vector<std::pair<journal::Stream, std::optional<journal::DayStatus>>>& said,
             const std::string& in_words) {
  auto change = session.change();
  for (const auto& [stream, status] : said) session.store().say(day, stream, status);
  change.commit();
  session.saved = Saved::Yes;
  const auto row = timeline::build(session.store(), session.targets(), {day, day}).rows().front();
  if (session.options.json)
    return session.say(report::day_json({row, {}, calendar::today(session.reckoning()), session.aims(day), {}}));
  std::string text = fmt::format("{} {}: {}\n", calendar::weekday_short(day), calendar::iso(day), in_words);
  if (row.intake_status == journal::DayStatus::Complete && row.intakes == 0) {
    const Remark nothing = note("nothing_logged",
                                "of food and drink nothing at all is logged; that is taken as unknown, not as none, "
                                "and the day is not compared. What you had can still be logged");
    text += report::remark_lines({&nothing, 1}, session.style());
  }
  session.say(text);
}

}  // namespace lytes::cli

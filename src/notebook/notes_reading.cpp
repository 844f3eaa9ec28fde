#include "lytes/notebook/notes_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/notes_remarks.hpp"
#include "lytes/notebook/saved_line.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::notebook {

namespace {

using language::Drafts;
using language::NoteLine;

journal::DaySaidBy said_by(const NoteLine& line) {
  if (!line.day_name) return journal::DaySaidBy::Nothing;
  switch (*line.day_name) {
    case calendar::DayName::DayOfYear:
      return journal::DaySaidBy::DayOfYear;
    case calendar::DayName::Weekday:
      return journal::DaySaidBy::Weekday;
    default:
      return journal::DaySaidBy::Date;
  }
}

/// The day on which these words were read before, where the same way of saying it may have meant that day: the notes
/// may have grown since, or be new ones.
std::optional<calendar::Day> other_day_of(journal::ReadLines& read, const journal::ReadLine& line) {
  if (line.said_by == journal::DaySaidBy::Date) return std::nullopt;
  const std::chrono::year_month_day date(line.day);
  for (const auto day : read.days_of(line.hash, line.said_by)) {
    const std::chrono::year_month_day other(day);
    const bool same_date = other.month() == date.month() && other.day() == date.day();
    const bool same_weekday = std::chrono::weekday(day) == std::chrono::weekday(line.day);
    const bool may_be = line.said_by == journal::DaySaidBy::Nothing ||
                        (line.said_by == journal::DaySaidBy::Weekday ? same_weekday : same_date);
    if (may_be && day < line.day) return day;
  }
  return std::nullopt;
}

/// Reads line by line what was not read before.
class NotesReading {
 public:
  NotesReading(Notebook& notebook, ReadingRules rules)
      : notebook_(notebook), read_(notebook.journal()), rules_(std::move(rules)) {}

  Reading read(const std::vector<NoteLine>& notes) {
    for (const NoteLine& note : notes) {
      const journal::ReadLine line{note.hash, note.day, note.occurrence, said_by(note)};
      if (!note.trouble.empty()) {
        leave(note, "day_unclear", note.trouble);
      } else if (read_.hold({&line, 1}).front()) {
        ++reading_.before;
      } else if (const auto day = rules_.said_now ? std::nullopt : other_day_of(read_, line)) {
        leave(note, "day_unclear",
              fmt::format("this was read as of {} {} already; a date above it, such as {}, says that it is another",
                          calendar::weekday_short(*day), calendar::iso(*day), calendar::iso(note.day)));
      } else {
        read_line(note, line);
      }
    }
    return std::move(reading_);
  }

 private:
  void read_line(const NoteLine& note, const journal::ReadLine& line) {
    try {
      Drafts drafts = drafts_of(note);
      add_closed_days(notebook_, drafts.entries, drafts.remarks);
      add_days_closed_above(drafts);
      if (const auto dose = rules_.takes_any_dose ? std::nullopt : grave_dose_in(notebook_, drafts))
        return leave_dose(note, *dose);
      reading_.lines.push_back(line);
      reading_.drafts.push_back(std::move(drafts));
    } catch (const InputError& error) {
      leave(note, "invalid_input",
            error.valid.empty() ? error.what() : error.what() + ("; right would be: " + error.valid));
    } catch (const NotFoundError& error) {
      leave(note, error.code, error.what(), error.candidates);
    }
  }

  Drafts drafts_of(const NoteLine& note) {
    require_text_that_fits("A line of notes", note.text);
    const std::string first = text::lowered(note.text.substr(0, note.text.find(' ')));
    const bool logs = text::is_one_of(first, "drink|eat|take|spasm|stress|log|note|had");
    if (!logs && rules_.is_command(first))
      throw InputError("in notes lines only log, and `" + first + "` is a command");
    Drafts drafts = language::draft_note_line(notebook_, note);
    if (drafts.entries.size() > most_entries_at_once) refuse_more_entries({}, 0);
    if (drafts.no_spasms_on) require_no_spasms_on(*drafts.no_spasms_on);
    return drafts;
  }

  void require_no_spasms_on(calendar::Day day) {
    const journal::EntryKind spasms[] = {journal::EntryKind::Spasm};
    const auto in_notes = [&](const Drafts& drafts) {
      return std::ranges::any_of(drafts.entries, [&](const auto& entry) {
        return entry.kind == journal::EntryKind::Spasm && entry.when.day == day;
      });
    };
    if (!notebook_.store().list({day, day}, spasms).empty() || std::ranges::any_of(reading_.drafts, in_notes))
      throw InputError("there is a spasm on " + calendar::iso(day));
  }

  /// A line above may have closed the spasms of a day that has one after all, as a day that was closed before does.
  void add_days_closed_above(Drafts& drafts) const {
    const auto spasm = std::ranges::find(drafts.entries, journal::EntryKind::Spasm, &journal::Entry::kind);
    if (spasm == drafts.entries.end()) return;
    const calendar::Day day = spasm->when.day;
    if (std::ranges::any_of(reading_.drafts, [&](const Drafts& above) { return above.no_spasms_on == day; }))
      drafts.remarks.push_back(spasms_were_closed(day));
  }

  /// Nobody can be asked here whether a dose that a doctor is to hear of is meant: it is left for whoever wrote it, and
  /// told, for it may have been taken.
  void leave_dose(const NoteLine& note, const Remark& dose) {
    leave(note, dose.code,
          "this much is not saved from notes; when it is right, log it by itself or read with --yes, else correct the "
          "line");
    Remark told = dose;
    told.message = fmt::format("Line {}: {}", note.number, dose.message);
    reading_.doses.push_back(std::move(told));
  }

  /// A line that is left is heard all the same.
  void leave(const NoteLine& note, const std::string& code, const std::string& why,
             const std::vector<std::string>& candidates = {}) {
    reading_.left.push_back({note.number, note.text, code, why, candidates});
    journal::Entry entry;
    entry.note = note.text;
    entry.when = notebook_.now();
    if (note.day + std::chrono::days{1} >= entry.when.day) reading_.heard.push_back({{entry}, {}, {}, {}});
  }

  Notebook& notebook_;
  journal::ReadLines read_;
  ReadingRules rules_;
  Reading reading_;
};

}  // namespace

Reading read_new_lines(Notebook& notebook, const std::vector<NoteLine>& notes, const ReadingRules& rules) {
  return NotesReading(notebook, rules).read(notes);
}

void save_notes(Notebook& notebook, Reading& reading) {
  auto change = notebook.change();
  journal::ReadLines read(notebook.journal());
  const auto held = read.hold(reading.lines);
  for (std::size_t i = held.size(); i-- > 0;) {
    if (!held[i]) continue;
    reading.lines.erase(reading.lines.begin() + static_cast<std::ptrdiff_t>(i));
    reading.drafts.erase(reading.drafts.begin() + static_cast<std::ptrdiff_t>(i));
    ++reading.before;
  }
  for (Drafts& drafts : reading.drafts) {
    const auto ids = notebook.store().add(drafts.entries);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      drafts.entries[i].id = ids[i];
      drafts.entries[i].line = ids.front();
    }
    if (drafts.no_spasms_on)
      notebook.store().say(*drafts.no_spasms_on, journal::Stream::Spasms, journal::DayStatus::Complete);
  }
  read.add(reading.lines);
  change.commit();
  notebook.saved = Saved::Yes;
}

}  // namespace lytes::notebook

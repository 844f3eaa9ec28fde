// read: many lines from notes, or a prompt
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/bounds.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/read_lines.hpp"
#include "lytes/language/notes.hpp"
#include "lytes/notebook/notes_remarks.hpp"
#include "lytes/report/read_page.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "prompt.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

using language::Drafts;
using language::NoteLine;

struct ReadOptions {
  std::string file;
  bool dry_run = false;
};

/// New lines with what each says, and those that stay as they are.
struct Reading {
  std::vector<journal::ReadLine> lines;
  std::vector<Drafts> drafts;  ///< of each of them
  std::vector<Remark> doses;   ///< of lines that were left for what they say was taken
  std::vector<Drafts> heard;   ///< lines that were not read, for the signs in them
  std::size_t before = 0;
  std::vector<report::LeftLine> left;
};

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
  NotesReading(Session& session, bool said_now) : session_(session), read_(session.journal()), said_now_(said_now) {}

  Reading read(const std::vector<NoteLine>& notes) {
    for (const NoteLine& note : notes) {
      const journal::ReadLine line{note.hash, note.day, note.occurrence, said_by(note)};
      if (!note.trouble.empty()) {
        leave(note, "day_unclear", note.trouble);
      } else if (read_.hold({&line, 1}).front()) {
        ++reading_.before;
      } else if (const auto day = said_now_ ? std::nullopt : other_day_of(read_, line)) {
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
      add_closed_days(session_, drafts.entries, drafts.remarks);
      add_days_closed_above(drafts);
      if (const auto dose = session_.options.yes ? std::nullopt : grave_dose_in(session_, drafts))
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
    if (!logs && is_command(first)) throw InputError("in notes lines only log, and `" + first + "` is a command");
    Drafts drafts = language::draft_note_line(session_, note);
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
    if (!session_.store().list({day, day}, spasms).empty() || std::ranges::any_of(reading_.drafts, in_notes))
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
    entry.when = calendar::moment_at(session_.reckoning().now, session_.reckoning());
    if (note.day + std::chrono::days{1} >= entry.when.day) reading_.heard.push_back({{entry}, {}, {}, {}});
  }

  Session& session_;
  journal::ReadLines read_;
  bool said_now_;
  Reading reading_;
};

/// Saves the lines that no other program has read meanwhile, and those alone stay in the reading.
void save(Session& session, Reading& reading) {
  auto change = session.change();
  journal::ReadLines read(session.journal());
  const auto held = read.hold(reading.lines);
  for (std::size_t i = held.size(); i-- > 0;) {
    if (!held[i]) continue;
    reading.lines.erase(reading.lines.begin() + static_cast<std::ptrdiff_t>(i));
    reading.drafts.erase(reading.drafts.begin() + static_cast<std::ptrdiff_t>(i));
    ++reading.before;
  }
  for (Drafts& drafts : reading.drafts) {
    const auto ids = session.store().add(drafts.entries);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      drafts.entries[i].id = ids[i];
      drafts.entries[i].line = ids.front();
    }
    if (drafts.no_spasms_on)
      session.store().say(*drafts.no_spasms_on, journal::Stream::Spasms, journal::DayStatus::Complete);
  }
  read.add(reading.lines);
  change.commit();
  session.saved = Saved::Yes;
}

report::ReadView view_of(const Reading& reading, std::string name, bool dry_run) {
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

void read_notes(Session& session, const ReadOptions& options) {
  const bool input = options.file == "-";
  const bool typed = input && session.context().terminal.can_ask;
  const std::string text = text_of_input(session, options.file);
  session.reads_many_lines = true;
  if (!options.dry_run) session.prepare_to_write();
  const auto notes =
      language::read_notes(text, session.reckoning(), input ? std::nullopt : day_of_file(options.file), typed);
  Reading reading = NotesReading(session, input).read(notes);
  std::vector<Remark> doses = doses_in_notes(session, reading.drafts);
  const bool any = !reading.lines.empty();
  if (any && !options.dry_run) save(session, reading);
  if (!any) session.saved.reset();
  auto view = view_of(reading, input ? "standard input" : options.file, options.dry_run);
  auto heard = reading.drafts;
  std::ranges::move(reading.heard, std::back_inserter(heard));
  view.remarks = remarks_on_notes(session, heard, any && !options.dry_run);
  put_first(view.remarks, std::move(doses));
  view.remarks.insert(view.remarks.begin(), reading.doses.begin(), reading.doses.end());
  std::ranges::stable_sort(view.remarks, {}, &Remark::level);
  if (!view.left.empty()) session.exit_code = NotFound;
  session.say(session.options.json ? report::read_json(view)
                                   : report::read_page(view, calendar::today(session.reckoning()), session.style()));
}

void read(Session& session, ReadOptions options) {
  if (options.file.empty() && session.can_ask()) return answer_at_prompt(session);
  if (options.file.empty()) options.file = "-";
  read_notes(session, options);
}

}  // namespace

void declare_read(CLI::App& app, Session& session) {
  auto options = std::make_shared<ReadOptions>();
  auto* command =
      app.add_subcommand("read", "Lines as you write them: a prompt, or a file of notes: lytes read notes.txt");
  command->add_option(
      "file", options->file,
      "Notes with a line for each thing, under headings that say the day: 2026-11-24, Tue 24 Nov, 24.11. "
      "What was read before is passed over; what is unclear is listed, left, and the command ends with "
      "3. - for standard input; a prompt if left out");
  command->add_flag("--dry-run", options->dry_run, "Only tell what would be read");
  command->callback([&session, options] { read(session, *options); });
}

}  // namespace lytes::cli

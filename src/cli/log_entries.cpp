#include "log_entries.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/bounds.hpp"
#include "lytes/console/session.hpp"
#include "lytes/notebook/saved_line.hpp"
#include "lytes/notebook/too_much.hpp"
#include "lytes/report/day_page.hpp"

namespace lytes::cli {

namespace {

/// Whether a dose that is to be seen by a doctor is to be saved: asked once, where somebody can answer.
bool is_meant(Session& session, std::span<const Remark> doses) {
  const bool grave = std::ranges::any_of(doses, [](const Remark& dose) { return dose.level <= Level::Soon; });
  if (!grave || !session.context().terminal.can_ask || session.options.yes || session.options.json) return true;
  const auto style = session.style();
  const std::string question = report::emergency_lines(doses, style) + report::remark_lines(doses, style);
  if (session.agrees(question + "Is the amount right, and shall it be saved? [y/N] ")) return true;
  session.typed.clear();  // given up of their own accord
  session.saved.reset();
  session.say("Nothing was saved.\n");
  return false;
}

std::string said_of_day(calendar::Day day, const std::string& in_words) {
  return fmt::format("{} {}: {}\n", calendar::weekday_short(day), calendar::iso(day), in_words);
}

std::string no_spasm_line(calendar::Day day) { return said_of_day(day, "No spasm"); }

/// Emergencies come first, what else is to be said behind what was saved, then where the day stands.
void say_with_remarks(Session& session, std::string text, std::span<const Remark> remarks,
                      const std::optional<timeline::DayRow>& row) {
  const auto style = session.style();
  if (session.keeps_quiet())
    return session.say_aloud(report::emergency_lines(remarks, style) + report::remark_lines(remarks, style));
  text = report::emergency_lines(remarks, style) + text + report::remark_lines(remarks, style);
  const calendar::Day today = session.today();
  if (row) text += report::standing_line(*row, today, session.aims(row->day), style);
  session.say(text);
}

}  // namespace

void log_entries(Session& session, language::Drafts drafts) {
  auto& entries = drafts.entries;
  auto& remarks = drafts.remarks;
  if (entries.size() > most_entries_at_once) refuse_more_entries({}, 0);  // "x20" makes many of few words
  auto doses = doses_of(session, entries);
  if (!is_meant(session, doses)) return;
  const auto row = notebook::save_line(session, drafts, std::move(doses));
  if (session.options.json) return session.say(report::written_json(entries, remarks, drafts.no_spasms_on));

  const calendar::Day today = session.today();
  std::vector<report::Said> said;
  for (auto& [words, is_named_so] : drafts.said) said.push_back({std::move(words), is_named_so});
  std::string text = report::entries_echo(entries, said, today, session.style());
  if (drafts.no_spasms_on) text += no_spasm_line(*drafts.no_spasms_on);
  say_with_remarks(session, std::move(text), remarks, row);
}

void log_edit(Session& session, const journal::Entry& seen, const journal::Entry& wanted, std::vector<Remark> remarks) {
  if (wanted == seen) {
    session.saved.reset();  // there was nothing to save
    return session.say(session.options.json ? report::edited_json(seen, wanted, remarks) : "Nothing was changed.\n");
  }
  const auto [before, after, row] = notebook::save_edit(session, seen, wanted, remarks, [&](const journal::Entry& now) {
    return report::entry_brief(now, session.today(), {});
  });
  if (session.options.json) return session.say(report::edited_json(before, after, remarks));
  const calendar::Day today = session.today();
  std::string text = report::edited_lines(before, after, today, session.style());
  say_with_remarks(session, std::move(text), remarks, row);
}

void say_day(Session& session, calendar::Day day,
             const std::vector<std::pair<journal::Stream, std::optional<journal::DayStatus>>>& said,
             const std::string& in_words) {
  const auto [row, remarks] = notebook::save_day(session, day, said);
  if (session.options.json) return session.say(report::day_json({row, {}, session.today(), session.aims(day), {}}));
  const std::string about = report::remark_lines(remarks, session.style());
  if (session.keeps_quiet()) return session.say_aloud(about);
  session.say(said_of_day(day, in_words) + about);
}

}  // namespace lytes::cli

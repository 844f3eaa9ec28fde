// stress, log, note
#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "echo.hpp"
#include "factor_line.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "rating.hpp"
#include "session.hpp"
#include "timed_line.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::string note;
};

journal::Entry entry_at(const calendar::Moment& when, journal::Kind kind, journal::What what, const std::string& note) {
  journal::Entry entry;
  entry.kind = kind;
  entry.when = when;
  entry.what = std::move(what);
  if (!note.empty()) entry.note = note;
  return entry;
}

std::string both(const std::string& words, const std::string& note) {
  return words.empty() || note.empty() ? words + note : words + "; " + note;
}

/// Where sleep was logged on that day already, or hours of it make more than a day: most likely a correction.
void add_sum_remark(Session& session, const journal::Factor& factor, calendar::Day day,
                    std::vector<report::Warning>& warnings) {
  if (!factor.value || factor.unit != "h") return;
  const journal::Kind factors[] = {journal::Kind::Factor};
  double sum = *factor.value;
  std::optional<std::int64_t> first;
  for (const auto& entry : session.store().list({day, day}, factors)) {
    const auto& other = std::get<journal::Factor>(entry.what);
    if (other.name != factor.name || other.unit != factor.unit || !other.value) continue;
    sum += *other.value;
    if (!first) first = entry.id;
  }
  if (!first || (factor.name != "sleep" && sum <= 24)) return;
  warnings.push_back({"hours_add_up",
                      fmt::format("that makes {} h of {} on this day{}; `lytes edit {} value={}h` corrects the earlier "
                                  "entry, `lytes undo` takes this one back",
                                  quantity::format_number(sum), factor.name, sum > 24 ? ", which has 24" : "", *first,
                                  quantity::format_number(*factor.value))});
}

void log_stress(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  const RatingLine said = read_rating_line(line.text);
  const auto entry =
      entry_at(line.when, journal::Kind::Stress, journal::Stress{said.rating}, both(said.note, typed.note));
  log(session, {&entry, 1}, line.warnings);
}

/// Sleep of last night is logged on the morning after, with a time or without.
bool is_of_last_night(const TimedLine& line) {
  const bool sleep = line.text.starts_with("sleep") || line.text.starts_with("slept");
  return sleep && (line.said == "last night" || line.said == "tonight");
}

void log_factors(Session& session, const Typed& typed) {
  session.prepare_to_write();
  TimedLine line = read_timed_line(session, typed.words);
  if (is_of_last_night(line)) {
    line.when = calendar::moment_at(session.reckoning().now, session.reckoning());
    line.warnings.clear();
  }
  std::vector<journal::Entry> entries;
  std::vector<report::Warning> warnings = line.warnings;
  for (auto& said : read_factor_line(line.text)) {
    if (!said.known) {
      warnings.push_back(
          {"new_factor",
           fmt::format("\"{}\" is kept as a factor of your own; `lytes undo` takes it back", said.factor.name)});
    }
    const std::string note = both(said.note, typed.note);
    if (said.factor.name == "stress" && said.factor.value && *said.factor.value <= 10) {
      entries.push_back(entry_at(line.when, journal::Kind::Stress, journal::Stress{*said.factor.value}, note));
      continue;
    }
    add_sum_remark(session, said.factor, line.when.day, warnings);
    entries.push_back(entry_at(line.when, journal::Kind::Factor, std::move(said.factor), note));
  }
  log(session, entries, std::move(warnings));
}

void log_note(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words, true);
  if (line.text.empty()) throw InputError("an empty note", {}, 0, "`lytes note slept badly after the long drive`");
  const auto entry = entry_at(line.when, journal::Kind::Note, journal::Note{}, line.text);
  log(session, {&entry, 1}, line.warnings);
}

void declare(CLI::App& app, Session& session, const char* name, const char* help, const char* what,
             void (*run)(Session&, const Typed&)) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand(name, help);
  command->add_option("what", typed->words, what);
  if (run != log_note) command->add_option("--note", typed->note, "Something to remember with it");
  command->callback([&session, typed, run] { run(session, *typed); });
}

}  // namespace

void declare_feelings(CLI::App& app, Session& session) {
  declare(app, session, "stress", "Log stress from 0 to 10: lytes stress 7", "0 (none) to 10, and `@ TIME` if not now",
          log_stress);
  declare(app, session, "log", "Log what may matter: lytes log sleep 6.5h, sitting 9h, exertion 3",
          "sleep, sitting, exertion, alcohol, posture, awkward sleep, lifting, heat, ...", log_factors);
  declare(app, session, "note", "Keep a remark: lytes note long drive", "Any text, and `@ TIME` if not now", log_note);
}

}  // namespace lytes::cli

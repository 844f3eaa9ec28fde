// spasm
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <sstream>

#include "body_part.hpp"
#include "commands.hpp"
#include "echo.hpp"
#include "lytes/errors.hpp"
#include "lytes/targets/red_flags.hpp"
#include "session.hpp"
#include "spasm_line.hpp"
#include "timed_line.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::vector<std::string> with;
  std::string note;
};

/// "spasm none": a zero that was said, so that it may count as one.
void say_none(Session& session, const std::string& day_text) {
  const auto& reckoning = session.reckoning();
  const calendar::Day day = day_text.empty() ? calendar::today(reckoning) : calendar::parse_day(day_text, reckoning);
  const journal::Kind spasms[] = {journal::Kind::Spasm};
  const auto logged = session.store().list({day, day}, spasms);
  if (!logged.empty()) {
    throw InputError("there is a spasm on " + calendar::iso(day) + ", entry " + std::to_string(logged.front().id), {},
                     0,
                     "`lytes day done " + calendar::iso(day) + "` if nothing is missing, or `lytes delete " +
                         std::to_string(logged.front().id) + "` if it never was");
  }
  say_day(session, day, {{journal::Stream::Spasms, journal::DayStatus::Complete}}, "No spasm");
}

/// Puts words behind those of a note.
void add_words(std::optional<std::string>& note, const std::string& words) {
  if (words.empty()) return;
  note = note ? *note + "; " + words : words;
}

/// Whether a sign was said with the place it was felt in, which its name does not keep: "numbness in leg".
bool names_place(const std::string& text) {
  std::istringstream words(text);
  const std::vector<std::string> all{std::istream_iterator<std::string>(words), {}};
  return !targets::red_flag_named(text) &&
         std::ranges::any_of(all, [](const auto& word) { return body_word(word) == BodyWord::Part; });
}

std::string in_words(const std::vector<targets::SaidSigns::Words>& unknown) {
  std::string text;
  for (const auto& part : unknown) text += (text.empty() ? "" : ", ") + part.words;
  return text;
}

journal::Spasm spasm_from(const SpasmLine& said, const std::vector<targets::RedFlag>& with,
                          targets::SpasmSigns& signs) {
  journal::Spasm spasm{said.site, said.severity, said.minutes, {}};
  for (const auto* flags : {&with, &said.flags}) {
    for (const auto& flag : *flags) {
      if (std::ranges::find(spasm.flags, flag.name) == spasm.flags.end()) spasm.flags.emplace_back(flag.name);
      if (std::ranges::find(signs.flags, flag.name, &targets::RedFlag::name) == signs.flags.end())
        signs.flags.push_back(flag);
    }
  }
  signs.severity = std::max(signs.severity, said.severity);
  signs.minutes = std::max(signs.minutes, said.minutes);
  return spasm;
}

void log_spasm(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  const std::vector<SpasmLine> lines = read_spasm_lines(line.text);
  if (lines.front().none) return say_none(session, lines.front().site);

  std::vector<report::Warning> warnings = line.warnings;
  std::vector<targets::RedFlag> with;
  std::string kept;
  std::string unknown;
  for (const auto& text : typed.with) {
    auto said = targets::read_signs(text);
    with.insert(with.end(), said.flags.begin(), said.flags.end());
    if (names_place(text)) {
      kept += (kept.empty() ? "with " : ", ") + text;
    } else if (!said.unknown.empty()) {
      unknown += (unknown.empty() ? "with " : ", ") + in_words(said.unknown);
    }
  }
  if (!unknown.empty())
    warnings.push_back({"unknown_sign", "\"" + unknown + "\" is kept as a note: it is no sign that lytes knows"});

  targets::SpasmSigns signs;
  std::vector<journal::Entry> entries;
  for (const SpasmLine& said : lines) {
    journal::Entry entry;
    entry.kind = journal::Kind::Spasm;
    entry.when = line.when;
    add_words(entry.note, said.note);
    add_words(entry.note, kept);
    add_words(entry.note, unknown);
    add_words(entry.note, typed.note);
    entry.what = spasm_from(said, with, signs);
    entries.insert(entries.end(), static_cast<std::size_t>(said.times), entry);
    if (!said.severity_said.empty()) {
      const bool range = said.severity_said.find_first_not_of("0123456789.,/") != std::string::npos;
      warnings.push_back({"severity_rounded", fmt::format("{} is kept as {}/10, {}", said.severity_said, *said.severity,
                                                          range ? "the higher of the two" : "the next whole point")});
    }
    if (said.times > 1)
      warnings.push_back({"several_spasms", fmt::format("{} spasms, each an entry of its own", said.times)});
  }
  for (const auto& caution : targets::spasm_cautions(signs, session.personal_advice()))
    warnings.push_back({caution.code, caution.message});
  log(session, entries, std::move(warnings));
}

}  // namespace

void declare_spasm(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand("spasm", "Log a spasm: lytes spasm upper back 6/10 10m");
  command->add_option("what", typed->words, "Where, how bad out of 10, how long; or `none [DAY]`");
  command->add_option("--with", typed->with, "What came with it: numbness, tingling, weakness, fever, ...")
      ->type_name("SIGN")
      ->allow_extra_args(false);
  command->add_option("--note", typed->note, "Something to remember with it");
  command->callback([&session, typed] { log_spasm(session, *typed); });
}

}  // namespace lytes::cli

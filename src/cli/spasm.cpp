// spasm
#include <CLI/CLI.hpp>
#include <algorithm>

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

struct SaidSigns {
  std::string site;
  std::vector<std::string> signs;  ///< texts that name red flags
  std::string rest;                ///< what was said after "with" and is no sign that is known
};

bool is_sign(const std::string& text) {
  try {
    return !targets::read_red_flags(text).empty();
  } catch (const InputError&) {
    return false;
  }
}

/// Signs that stand among the words of the site: "back with numbness and fever", "calf numb", "back after a fall".
SaidSigns signs_in(const std::string& words) {
  SaidSigns said{words, {}, {}};
  if (const std::size_t with = words.find(" with "); with != std::string::npos) {
    const std::string tail = words.substr(with + 6);
    said.site = words.substr(0, with);
    if (is_sign(tail)) {
      said.signs.push_back(tail);
    } else {
      said.rest = tail;
    }
  }
  for (std::size_t blank = said.site.find(' '); blank != std::string::npos; blank = said.site.find(' ', blank + 1)) {
    if (!is_sign(said.site.substr(blank + 1))) continue;
    said.signs.push_back(said.site.substr(blank + 1));
    said.site.resize(blank);
    break;
  }
  return said;
}

void log_spasm(Session& session, const Typed& typed) {
  session.prepare_to_write();
  const TimedLine line = read_timed_line(session, typed.words);
  const SpasmLine said = read_spasm_line(line.text);
  if (said.none) return say_none(session, said.site);

  journal::Spasm spasm{said.site, said.severity, said.minutes, {}};
  targets::SpasmSigns signs{said.severity, said.minutes, {}};
  const auto add = [&](const std::string& text) {
    for (const auto& flag : targets::read_red_flags(text)) {
      if (std::ranges::find(spasm.flags, flag.name) != spasm.flags.end()) continue;
      signs.flags.push_back(flag);
      spasm.flags.emplace_back(flag.name);
    }
  };
  for (const auto& text : typed.with) add(text);
  const SaidSigns in_words = signs_in(spasm.site);
  spasm.site = in_words.site;
  for (const auto& sign : in_words.signs) add(sign);
  journal::Entry entry;
  entry.kind = journal::Kind::Spasm;
  entry.when = line.when;
  if (!typed.note.empty()) entry.note = typed.note;
  if (!entry.note && !in_words.rest.empty()) entry.note = "with " + in_words.rest;
  if (!entry.note && !said.manner.empty()) entry.note = said.manner;
  entry.what = std::move(spasm);

  std::vector<report::Warning> warnings = line.warnings;
  for (const auto& caution : targets::spasm_cautions(signs, session.personal_advice()))
    warnings.push_back({caution.code, caution.message});
  log(session, {&entry, 1}, std::move(warnings));
}

}  // namespace

void declare_spasm(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = app.add_subcommand("spasm", "Log a spasm: lytes spasm upper back 6/10 10m");
  command->add_option("what", typed->words, "Where, how bad out of 10, how long; or `none [DAY]`");
  command->add_option("--with", typed->with, "What came with it: numbness, tingling, weakness, fever, ...")
      ->type_name("SIGN");
  command->add_option("--note", typed->note, "Something to remember with it");
  command->callback([&session, typed] { log_spasm(session, *typed); });
}

}  // namespace lytes::cli

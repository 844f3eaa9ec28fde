// seen: a doctor has seen a sign
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/journal/seen_signs.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/report/day_page.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using calendar::Day;

/// The names that the words stand for: of an open sign as it is shown, else what they say in plain words.
std::vector<std::string> names_in(Session& session, const std::string& words,
                                  const std::vector<safety::OpenSign>& open) {
  const std::string plain = text::plain_words(words);
  for (const auto& one : open) {
    if (plain == text::plain_words(one.sign.name)) return {one.sign.name};
  }
  return language::read_signs(session.vocabulary(), words).names;
}

[[noreturn]] void refuse(const std::string& words, const std::vector<safety::OpenSign>& open) {
  std::vector<std::string> names;
  for (const auto& one : open) names.push_back(one.sign.name);
  throw NotFoundError("no_such_sign",
                      open.empty() ? "no sign is open" : fmt::format("\"{}\" is no sign that is open", words), names);
}

/// A day at the end of the words is when it was seen; without one it was seen now.
calendar::Instant take_day(Session& session, std::vector<std::string>& words) {
  const auto& reckoning = session.reckoning();
  if (words.size() < 2) return reckoning.now;
  try {
    const Day day = calendar::parse_day(words.back(), reckoning);
    words.pop_back();
    if (day == calendar::today(reckoning)) return reckoning.now;
    const calendar::LocalTime midnight(day.time_since_epoch());
    return calendar::moment_after_gap(midnight + std::chrono::days{1} + reckoning.day_start, reckoning).at;
  } catch (const InputError&) {
    return reckoning.now;  // the last word belongs to the sign
  }
}

std::vector<journal::SeenSign> seen_of(const std::vector<safety::OpenSign>& open, const std::vector<std::string>& names,
                                       calendar::Instant at) {
  std::vector<journal::SeenSign> seen;
  for (const auto& one : open) {
    if (std::ranges::find(names, one.sign.name) == names.end()) continue;
    for (const std::string& place : one.places) seen.push_back({one.sign.name, journal::seen_place(place), at});
    if (one.without_place || one.places.empty()) seen.push_back({one.sign.name, "", at});
  }
  return seen;
}

void run(Session& session, std::vector<std::string> words) {
  session.prepare_to_write();
  const calendar::Instant at = take_day(session, words);
  const std::string said = text::joined(words);
  const auto open = open_signs_of_today(session, notebook::RulesTold::All);
  const auto names = names_in(session, said, open);
  const auto seen = seen_of(open, names, at);
  if (seen.empty()) refuse(said, open);
  auto change = session.change();
  journal::add_seen_signs(session.journal(), seen,
                          safety::silent_once_seen + std::chrono::days{safety::open_sign_days});
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json ? report::seen_json(seen) : report::seen_lines(seen, session.style()));
}

}  // namespace

void declare_seen(CLI::App& app, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("seen", "Say that a doctor has seen a sign: lytes seen numbness yesterday");
  command->add_option("sign", *words, "The sign, as `lytes today` names it, and the day if it was not today")
      ->required();
  command->callback([&session, words] { run(session, *words); });
}

}  // namespace lytes::cli

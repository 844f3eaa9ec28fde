#include "lytes/notebook/seen.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/text/words.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;

/// The names that the words stand for: of an open sign as it is shown, else what they say in plain words.
std::vector<std::string> names_in(Notebook& notebook, const std::string& words,
                                  const std::vector<safety::OpenSign>& open) {
  const std::string plain = text::plain_words(words);
  for (const auto& one : open) {
    if (plain == text::plain_words(one.sign.name)) return {one.sign.name};
  }
  return language::read_signs(notebook.vocabulary(), words).names;
}

[[noreturn]] void refuse(const std::string& words, const std::vector<safety::OpenSign>& open) {
  std::vector<std::string> names;
  for (const auto& one : open) names.push_back(one.sign.name);
  throw NotFoundError("no_such_sign",
                      open.empty() ? "no sign is open" : fmt::format("\"{}\" is no sign that is open", words), names);
}

/// A day at the end of the words is when it was seen; without one it was seen now.
calendar::Instant take_day(Notebook& notebook, std::vector<std::string>& words) {
  const auto& reckoning = notebook.reckoning();
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

}  // namespace

std::vector<journal::SeenSign> save_seen(Notebook& notebook, std::vector<std::string> words) {
  const calendar::Instant at = take_day(notebook, words);
  const std::string said = text::joined(words);
  const auto open = open_signs_of_today(notebook, RulesTold::All);
  auto seen = seen_of(open, names_in(notebook, said, open), at);
  if (seen.empty()) refuse(said, open);
  notebook.save([&] {
    journal::add_seen_signs(notebook.journal(), seen,
                            safety::silent_once_seen + std::chrono::days{safety::open_sign_days});
  });
  return seen;
}

}  // namespace lytes::notebook

#include "lytes/notebook/seen.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;

/// Whether every word of a line stands in a sign's name, articles aside: "my warm calf", of "a swollen warm calf".
bool names_by_words(const std::string& plain, const std::string& name) {
  const auto words_of_name = text::parted_at_blanks(text::plain_words(name));
  auto said = text::parted_at_blanks(plain);
  std::erase_if(said, [](const std::string& word) { return text::is_one_of(word, "a|an|the|my"); });
  const auto in_name = [&](const std::string& word) {
    return std::ranges::find(words_of_name, word) != words_of_name.end();
  };
  return !said.empty() && std::ranges::all_of(said, in_name);
}

/// The names that the words stand for: of an open sign as it is shown, or of the only one with such words in its name,
/// else what they say in plain words.
std::vector<std::string> names_in(Notebook& notebook, const std::string& words,
                                  const std::vector<safety::OpenSign>& open) {
  const std::string plain = text::plain_words(words);
  for (const auto& one : open) {
    if (plain == text::plain_words(one.sign.name)) return {one.sign.name};
  }
  std::vector<std::string> found;
  for (const auto& one : open) {
    if (names_by_words(plain, one.sign.name)) found.push_back(one.sign.name);
  }
  if (found.size() == 1) return found;
  return language::read_signs(notebook.vocabulary(), words).names;
}

[[noreturn]] void refuse(const std::string& words, const std::vector<safety::OpenSign>& open) {
  std::vector<std::string> names;
  for (const auto& one : open) names.push_back(one.sign.name);
  throw NotFoundError("no_such_sign",
                      open.empty() ? "no sign is open" : fmt::format("\"{}\" is no sign that is open", words), names);
}

/// @throws InputError for figures that are no day
std::optional<Day> day_in(const std::string& word, const calendar::Reckoning& reckoning) {
  if (word == "tomorrow") return calendar::today(reckoning) + std::chrono::days{1};
  try {
    return calendar::parse_day(word, reckoning);
  } catch (const InputError&) {
    if (text::is_digit(word.front())) throw;
    return std::nullopt;  // it belongs to the sign
  }
}

/// A day at the end of the words is when it was seen; without one it was seen now.
calendar::Instant take_day(Notebook& notebook, std::vector<std::string>& words) {
  const auto& reckoning = notebook.reckoning();
  const auto day = words.size() < 2 || words.back().empty() ? std::nullopt : day_in(words.back(), reckoning);
  if (!day) return reckoning.now;
  const Day today = calendar::today(reckoning);
  if (*day > today) throw InputError("this day is still to come", words.back(), 0, "today, or a day that has been");
  words.pop_back();
  if (*day == today) return reckoning.now;
  const calendar::LocalTime midnight(day->time_since_epoch());
  return calendar::moment_after_gap(midnight + std::chrono::days{1} + reckoning.day_start, reckoning).at;
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

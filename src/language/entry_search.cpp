#include "lytes/language/entry_search.hpp"

#include <algorithm>
#include <optional>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using Words = std::vector<std::string>;

std::optional<calendar::DayRange> range_in(const std::string& text, const calendar::Reckoning& reckoning) {
  try {
    return calendar::parse_range(text, reckoning);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// Whether there is more than numbers to look for: "31 feb" is no 31 of February.
bool has_letters(const std::string& words) {
  return std::ranges::any_of(words, [](char c) { return text::is_ascii_letter(c) || !text::is_ascii(c); });
}

/// Days in front of the words or behind them, as many words as can be said of days.
std::optional<Search> days_beside_words(const Words& words, const calendar::Reckoning& reckoning) {
  constexpr std::size_t most_words = 6;
  const auto joined = [&](std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    return text::joined({at(from), at(to)});
  };
  const std::size_t size = words.size();
  for (std::size_t count = std::min(most_words, size - 1); count > 0; --count) {
    if (const auto days = range_in(joined(0, count), reckoning)) return Search{*days, joined(count, size)};
    const std::size_t from = size - count;
    const auto days = range_in(joined(from, size), reckoning);
    if (!days) continue;
    const bool linked = from > 1 && text::is_one_of(words[from - 1], "in|on|of|from|during");
    return Search{*days, joined(0, linked ? from - 1 : from)};
  }
  return std::nullopt;
}

}  // namespace

Search read_search(const Words& words, const calendar::Reckoning& reckoning) {
  if (words.empty()) return {calendar::parse_range("7d", reckoning), ""};
  const std::string all = text::joined(words);
  if (const auto days = range_in(all, reckoning)) return {*days, ""};
  if (auto beside = days_beside_words(words, reckoning); beside && has_letters(beside->words)) return *beside;
  if (const auto days = calendar::find_range(all, reckoning)) return {*days, ""};
  return {calendar::parse_range("all", reckoning), all};
}

bool speaks_of(const journal::Entry& entry, std::string_view words) {
  std::string text(journal::word(entry.kind));
  const auto add = [&](const std::string& more) { text += " " + more; };
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) add(intake->description);
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) add(factor->name);
  if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) add(medicine->name);
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) {
    add(spasm->site);
    for (const auto& flag : spasm->flags) add(flag);
  }
  if (entry.note) add(*entry.note);
  return foods::Finder::fits(text, words);
}

}  // namespace lytes::language

#include "timed_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "lytes/errors.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

/// Whether words can only be a time: a clock time with a colon, am or pm, or "ago".
bool tells_time(std::string_view words) {
  std::string text(words);
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const bool digit = std::ranges::any_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
  const std::size_t colon = text.find(':');
  const bool clock =
      colon != std::string::npos && colon > 0 && std::isdigit(static_cast<unsigned char>(text[colon - 1])) != 0;
  const auto ends = [&](std::string_view tail) {
    return text.size() > tail.size() && text.ends_with(tail) &&
           std::isalpha(static_cast<unsigned char>(text[text.size() - tail.size() - 1])) == 0;
  };
  return digit && (clock || ends("am") || ends("pm") || text.ends_with(" ago"));
}

/// Where a time at the end of the line begins, its "at" included; the whole size where there is none.
std::size_t unmarked_time(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr int most_words = 4;
  std::size_t best = line.size();
  std::size_t begin = line.size();
  for (int words = 1; words <= most_words; ++words) {
    const std::size_t blank = begin == 0 ? std::string::npos : line.rfind(' ', begin - 1);
    if (blank == std::string::npos) break;  // something must be left to log
    begin = blank;
    const std::string_view tail = std::string_view(line).substr(blank + 1);
    if (!tells_time(tail)) continue;
    try {
      calendar::parse_moment(tail, reckoning);
      best = blank + 1;
    } catch (const InputError&) {
      continue;  // "6/10 8am" is more than a time; fewer words may be one
    }
  }
  return best;
}

TimedLine timed(const std::string& line, std::size_t end_of_text, std::size_t begin_of_time,
                const calendar::Reckoning& reckoning) {
  TimedLine timed;
  timed.text = line.substr(0, end_of_text);
  while (timed.text.ends_with(' ') || timed.text.ends_with(',')) timed.text.pop_back();
  if (timed.text.ends_with(" at")) timed.text.resize(timed.text.size() - 3);
  try {
    const auto spoken = calendar::parse_moment(std::string_view(line).substr(begin_of_time), reckoning);
    timed.when = spoken.moment;
    const calendar::Day day = civil_day(timed.when);
    if (spoken.earlier_day) {
      timed.warnings.push_back(
          {"earlier_day", fmt::format("{} has not come yet today: taken as {} {}", short_time(timed.when),
                                      calendar::weekday_short(day), calendar::iso(day))});
    }
    if (spoken.twice) {
      timed.warnings.push_back(
          {"time_came_twice", fmt::format("clocks were put back and showed {} twice on {}: taken as the {} of the two",
                                          short_time(timed.when), calendar::iso(day), "later")});
    }
  } catch (const InputError& error) {
    throw InputError(error.what(), line, begin_of_time + error.place, error.valid);
  }
  return timed;
}

}  // namespace

TimedLine read_timed_line(Session& session, const std::vector<std::string>& words, bool sign_needed) {
  const std::string line = joined(words);
  const calendar::Reckoning& reckoning = session.reckoning();
  const std::size_t sign = line.rfind('@');
  if (sign == std::string::npos) {
    const std::size_t begin = sign_needed ? line.size() : unmarked_time(line, reckoning);
    if (begin == line.size()) return {line, moment_at(reckoning.now, reckoning), {}};
    return timed(line, begin, begin, reckoning);
  }
  std::size_t begin = sign + 1;
  while (begin < line.size() && line[begin] == ' ') ++begin;
  return timed(line, sign, begin, reckoning);
}

}  // namespace lytes::cli

#include "lytes/language/timed_line.hpp"

#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// Where a time at the end of the line begins, its "at" included; the whole size where there is none.
std::size_t unmarked_time(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr int most_words = 6;
  std::size_t best = line.size();
  std::size_t begin = line.size();
  for (int words = 1; words <= most_words; ++words) {
    const std::size_t blank = begin == 0 ? std::string::npos : line.rfind(' ', begin - 1);
    if (blank == std::string::npos) break;  // something must be left to log
    begin = blank;
    const std::string_view tail = std::string_view(line).substr(blank + 1);
    try {
      if (calendar::parse_moment(tail, reckoning).plain) best = blank + 1;
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
    timed.said = line.substr(begin_of_time);
    const auto spoken = calendar::parse_moment(timed.said, reckoning);
    timed.when = spoken.moment;
    timed.remarks = remarks_on(spoken, timed.said, reckoning);
  } catch (const InputError& error) {
    throw InputError(error.what(), line, begin_of_time + error.place, error.valid);
  }
  return timed;
}

/// Of a time that clocks showed twice: they are put back within the hour after it.
bool is_earlier_of_two(const calendar::Moment& when, const calendar::Reckoning& reckoning) {
  return moment_at(when.at + std::chrono::hours(1), reckoning).utc_offset < when.utc_offset;
}

}  // namespace

std::vector<Remark> remarks_on(const calendar::SpokenMoment& spoken, const std::string& said,
                               const calendar::Reckoning& reckoning) {
  std::vector<Remark> remarks;
  const calendar::Moment& when = spoken.moment;
  const calendar::Day day = civil_day(when);
  if (spoken.earlier_day) {
    remarks.push_back(note("earlier_day", fmt::format("{} has not come yet today: taken as {} {}", short_time(when),
                                                      calendar::weekday_short(day), calendar::iso(day))));
  }
  if (spoken.twice) {
    remarks.push_back(
        note("time_came_twice",
             fmt::format("clocks were put back and showed {} twice on {}: taken as the {} of the two", short_time(when),
                         calendar::iso(day), is_earlier_of_two(when, reckoning) ? "earlier" : "later")));
  }
  if (spoken.vague && when.at != reckoning.now) {
    remarks.push_back(note("vague_time", fmt::format("\"{}\" is taken as {}; `@ 8:30` says it exactly",
                                                     text::printable(said), short_time(when))));
  }
  const int years = static_cast<int>((reckoning.now - when.at) / std::chrono::years(1));
  if (years >= 1) {
    remarks.push_back(note("long_ago", years == 1
                                           ? "this is more than a year ago; `lytes undo` takes it back"
                                           : fmt::format("this is {} years ago; `lytes undo` takes it back", years)));
  }
  return remarks;
}

TimedLine read_timed_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words,
                          bool sign_needed) {
  const std::string line = text::joined(words);
  const std::size_t sign = line.rfind('@');
  if (sign == std::string::npos) {
    const std::size_t begin = sign_needed ? line.size() : unmarked_time(line, reckoning);
    if (begin == line.size()) return {line, moment_at(reckoning.now, reckoning), {}, {}};
    return timed(line, begin, begin, reckoning);
  }
  std::size_t begin = sign + 1;
  while (begin < line.size() && line[begin] == ' ') ++begin;
  return timed(line, sign, begin, reckoning);
}

}  // namespace lytes::language

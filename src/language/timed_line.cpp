#include "lytes/language/timed_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// Where a time in front of the line ends: "8:30 1 glass water". 0 where there is none.
std::size_t time_in_front(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr int most_words = 7;  // "at half past seven in the morning"
  std::size_t end = 0;
  std::size_t best = 0;
  for (int words = 1; words <= most_words; ++words) {
    end = line.find(' ', end == 0 ? 0 : end + 1);
    if (end == std::string::npos) break;
    std::string_view said = std::string_view(line).substr(0, end);
    if (said == "overnight") continue;  // oats are made so
    if (said.ends_with(':')) said.remove_suffix(1);
    const auto spoken = calendar::moment_in(said, reckoning);
    if (spoken && spoken->plain) best = said.size();
  }
  return best;
}

/// Where a time in the middle stands, behind "at", "around", "since" or "between": "woke me up around 4am, 2 minutes".
struct Within {
  std::size_t begin;
  std::size_t said;  ///< where its words begin, behind the marker
  std::size_t end;
};

/// "yesterday at 4, 6/10": with the day that stands before it.
Within with_day_before(const std::string& line, const Within& clock, const calendar::Reckoning& reckoning) {
  const std::size_t blank = clock.begin == 0 ? std::string::npos : line.rfind(' ', clock.begin - 1);
  if (blank == std::string::npos) return clock;
  const auto both = calendar::moment_in(std::string_view(line).substr(blank + 1, clock.end - blank - 1), reckoning);
  return both && both->plain ? Within{blank, blank + 1, clock.end} : clock;
}

std::optional<Within> time_within(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr int most_words = 7;  // "half past six in the evening"
  for (const std::string_view marker : {" at ", " around ", " since about ", " since ", " between "}) {
    const std::size_t found = line.find(marker);
    if (found == std::string::npos) continue;
    const std::size_t begin = marker == " between " ? found + 1 : found + marker.size();
    std::size_t end = begin;
    std::optional<Within> best;
    for (int words = 1; words <= most_words && end != line.size(); ++words) {
      end = std::min(line.find(' ', end + 1), line.size());
      std::string_view said = std::string_view(line).substr(begin, end - begin);
      while (said.ends_with(',')) said.remove_suffix(1);
      if (said.empty()) continue;
      // Behind the marker "5 this morning" or "9" can be nothing else.
      const bool clock = text::is_digit(said.front());
      const auto spoken = calendar::moment_in(clock ? "at " + clock_in(said) : std::string(said), reckoning);
      if (spoken && (spoken->plain || said == "noon" || said == "midnight"))
        best = Within{found, begin, begin + said.size()};
    }
    if (best) return with_day_before(line, *best, reckoning);
  }
  return std::nullopt;
}

/// A clock time in the middle that can be nothing else: "14:00".
std::optional<Within> clock_within(const std::string& line) {
  const auto digit = [&](std::size_t at) { return at < line.size() && text::is_digit(line[at]); };
  for (std::size_t colon = line.find(':'); colon != std::string::npos; colon = line.find(':', colon + 1)) {
    std::size_t begin = colon;
    while (begin > 0 && colon - begin < 2 && digit(begin - 1)) --begin;
    const std::size_t end = colon + 3;
    const bool alone = begin > 0 && line[begin - 1] == ' ' && begin < colon && digit(colon + 1) && digit(colon + 2) &&
                       (end == line.size() || line[end] == ' ' || line[end] == ',');
    if (alone) return Within{begin - 1, begin, end};
  }
  return std::nullopt;
}

/// Whether "at" or "since" stands before a number, which then is a clock: "since 5 this morning".
bool behind_marker(const std::string& line, std::size_t blank) {
  const std::string_view before = std::string_view(line).substr(0, blank);
  const bool marked = before.ends_with(" since") || before.ends_with(" at") || before.ends_with(" around");
  return marked && blank + 1 < line.size() && text::is_digit(line[blank + 1]);
}

/// "toast, breakfast", "beer arvo": a part of the day or a meal that is a time and no food, with nothing before it that
/// says so.
bool tells_part_of_day(std::string_view before, std::string_view tail) {
  return before.ends_with(',') ||
         text::is_one_of(
             text::lowered(tail),
             "arvo|this arvo|brekkie|brekky|bfast|lunchtime|dinnertime|morgens|mittags|nachmittags|abends|nachts");
}

/// "lunch 1230", "dinner 1900": the clock beside a meal.
std::optional<std::string> clock_of_meal(std::string_view tail) {
  const std::size_t blank = tail.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view digits = tail.substr(blank + 1);
  const bool meal = text::is_one_of(text::lowered(tail.substr(0, blank)),
                                    "breakfast|brekkie|bfast|lunch|dinner|supper|snack|brunch|tea|at|@");
  if (!meal || digits.size() != 4 || !std::ranges::all_of(digits, text::is_digit)) return std::nullopt;
  const std::string clock = clock_in(digits);
  return clock == digits ? std::nullopt : std::optional(clock);
}

/// Where a time at the end of the line begins, its "at" included; the whole size where there is none.
std::size_t unmarked_time(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr int most_words = 8;  // "yesterday at half past six in the evening"
  std::size_t best = line.size();
  std::size_t begin = line.size();
  for (int words = 1; words <= most_words; ++words) {
    const std::size_t blank = begin == 0 ? std::string::npos : line.rfind(' ', begin - 1);
    if (blank == std::string::npos) break;  // something must be left to log
    begin = blank;
    const std::string_view tail = std::string_view(line).substr(blank + 1);
    // "6/10 8am" is more than a time; fewer words may be one.
    const auto spoken =
        calendar::moment_in(behind_marker(line, blank) ? "at " + std::string(tail) : std::string(tail), reckoning);
    const bool told = spoken && (spoken->plain || tells_part_of_day(std::string_view(line).substr(0, blank), tail));
    if (told || clock_of_meal(tail)) best = blank + 1;
  }
  return compares(std::string_view(line).substr(0, best)) ? line.size() : best;
}

/// Where "half 8" at the end of a line begins; the whole size where none is there.
std::size_t half_hour_at_end(const std::string& line) {
  const std::size_t last = line.rfind(' ');
  if (last == std::string::npos || last + 1 == line.size()) return line.size();
  const std::string_view hour = std::string_view(line).substr(last + 1);
  const bool is_hour = hour.size() <= 2 && std::ranges::all_of(hour, text::is_digit) &&
                       std::stoi(std::string(hour)) >= 1 && std::stoi(std::string(hour)) <= 12;
  constexpr std::string_view half = " half";
  if (!is_hour || !std::string_view(line).substr(0, last).ends_with(half)) return line.size();
  return last - half.size() + 1;
}

TimedLine timed(const std::string& line, std::size_t end_of_text, std::size_t begin_of_time,
                const calendar::Reckoning& reckoning) {
  TimedLine timed;
  timed.text = line.substr(0, end_of_text);
  while (timed.text.ends_with(' ') || timed.text.ends_with(',')) timed.text.pop_back();
  if (timed.text.ends_with(" at")) timed.text.resize(timed.text.size() - 3);
  try {
    timed.said = line.substr(begin_of_time);
    const auto of_meal = clock_of_meal(timed.said);
    const auto spoken =
        calendar::parse_moment(of_meal ? *of_meal : clock_in(half_hour_in(timed.said, reckoning)), reckoning);
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

std::string half_hour_in(std::string_view said, const calendar::Reckoning& reckoning) {
  const std::string_view words = text::trimmed(said);
  if (words.empty()) return {};
  if (half_hour_at_end(" " + std::string(words)) != 1) return std::string(said);
  const std::string hour(words.substr(words.rfind(' ') + 1));
  if (reckoning.half_is_past) return "half past " + hour;
  throw InputError(fmt::format("\"half {0}\" is half past {0} to some, and half an hour before {0} to others", hour),
                   std::string(words), 0, fmt::format("`half past {0}`, or a clock such as `{0}:30`", hour));
}

std::string clock_in(std::string_view said) {
  const std::string_view number = text::trimmed(said);
  const std::size_t digits = std::min(number.find_first_not_of("0123456789"), number.size());
  const bool clock_hour = digits > 0 && digits <= 2 && std::stoi(std::string(number.substr(0, digits))) <= 24;
  if (clock_hour && (digits == number.size() || number.substr(digits) == "ish"))
    return std::string(number.substr(0, digits)) + ":00";
  if (clock_hour && number[digits] == 'h') {
    const std::string_view minutes = number.substr(digits + 1);
    constexpr int first_hour = 7;  // "2h" is more likely a length of time
    if (minutes.empty() && std::stoi(std::string(number.substr(0, digits))) >= first_hour)
      return std::string(number.substr(0, digits)) + ":00";
    if (minutes.size() == 2 && std::ranges::all_of(minutes, text::is_digit))
      return std::string(number.substr(0, digits)) + ":" + std::string(minutes);
  }
  const bool clock = digits == 4 && number.size() == 4 && number.substr(0, 2) < "24" && number.substr(2) < "60";
  return clock ? std::string(number.substr(0, 2)) + ":" + std::string(number.substr(2)) : std::string(said);
}

bool compares(std::string_view in_front) {
  const std::string_view said = text::without_trailing_spaces(in_front);
  const std::size_t last = said.rfind(' ') + 1;  // without a blank all of it
  return text::is_one_of(text::lowered(said.substr(last)), "than|as|like|worse|worst|better|best");
}

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

namespace {

/// The time of a line without a sign: at its end, in front, or in its middle.
TimedLine unmarked(const std::string& line, const calendar::Reckoning& reckoning, TimePlace place) {
  TimedLine untimed{line, moment_at(reckoning.now, reckoning), {}, {}};
  if (place == TimePlace::AfterSign) return untimed;
  const std::size_t begin = unmarked_time(line, reckoning);
  if (begin < line.size()) return timed(line, begin, begin, reckoning);
  if (const std::size_t half = half_hour_at_end(line); half < line.size()) return timed(line, half, half, reckoning);
  if (place == TimePlace::AtEnd) return untimed;
  // "1 glass water at 8"
  if (const std::size_t at = line.rfind(" at ");
      at != std::string::npos && clock_in(line.substr(at + 4)) != line.substr(at + 4))
    return timed(line, at, at + 4, reckoning);
  if (const std::size_t end = time_in_front(line, reckoning); end > 0) {
    TimedLine found = timed(line.substr(0, end), 0, 0, reckoning);
    found.text = text::trimmed(std::string_view(line).substr(line[end] == ':' ? end + 1 : end));
    return found;
  }
  if (const auto clock = clock_within(line)) {  // "green tea 14:00, 300ml"
    TimedLine found = timed(line.substr(0, clock->end), clock->begin, clock->said, reckoning);
    found.text += line.substr(clock->end);
    return found;
  }
  if (const auto within = time_within(line, reckoning)) {
    TimedLine found = timed(line.substr(0, within->end), within->begin, within->said, reckoning);
    found.text += line.substr(within->end);
    return found;
  }
  return untimed;
}

/// "half 6 in the evening" as "half past 6 in the evening"; but "half 12 in pizza" is no time.
/// @throws InputError where it may be half past five, too
std::string half_hours_in(const std::string& line, const calendar::Reckoning& reckoning) {
  constexpr std::string_view half = "half ";
  constexpr auto parts_of_day =
      std::to_array<std::string_view>({" in the ", " this ", " last night", " yesterday", " today", " tonight"});
  for (std::size_t at = line.find(half); at != std::string::npos; at = line.find(half, at + 1)) {
    const std::size_t end = std::min(line.find(' ', at + half.size()), line.size());
    const std::string_view behind = std::string_view(line).substr(end);
    const bool apart = at == 0 || line[at - 1] == ' ';
    const auto goes_on = [&](std::string_view words) { return behind.starts_with(words); };
    if (!apart || std::ranges::none_of(parts_of_day, goes_on)) continue;
    const std::string said = line.substr(at, end - at);
    try {
      if (const std::string clear = half_hour_in(said, reckoning); clear != said)
        return line.substr(0, at) + clear + line.substr(end);
    } catch (const InputError& error) {
      throw InputError(error.what(), line, at, error.valid);
    }
  }
  return line;
}

/// Where the time ends that begins behind the sign, with words behind it that are none: "@ 3:20am 2min". The whole size
/// where all of it is the time, and where none of it is.
std::size_t end_of_marked(const std::string& line, std::size_t begin, const calendar::Reckoning& reckoning) {
  const auto is_time = [&](std::size_t end) {
    const std::string said = clock_in(std::string_view(line).substr(begin, end - begin));
    return calendar::moment_in(said, reckoning).has_value();
  };
  constexpr int most_words = 8;
  std::size_t best = line.size();
  std::size_t end = begin;
  if (is_time(line.size())) return best;
  for (int words = 1; words <= most_words && end != line.size(); ++words) {
    end = std::min(line.find(' ', end + 1), line.size());
    if (is_time(end)) best = end;
  }
  return best;
}

}  // namespace

TimedLine read_timed_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words,
                          TimePlace place) {
  std::string line = text::joined(words);
  if (place != TimePlace::AfterSign) {  // a note may speak of any time
    line = half_hours_in(line, reckoning);
    if (line.ends_with('.')) line.pop_back();  // "7/10. Yesterday 3pm."
  }
  const std::size_t sign = line.rfind('@');
  if (sign == std::string::npos) {
    return unmarked(line, reckoning, place);
  }
  std::size_t begin = sign + 1;
  while (begin < line.size() && line[begin] == ' ') ++begin;
  const std::size_t end = place == TimePlace::AfterSign ? line.size() : end_of_marked(line, begin, reckoning);
  TimedLine found = timed(line.substr(0, end), sign, begin, reckoning);
  found.text += line.substr(end);
  return found;
}

}  // namespace lytes::language

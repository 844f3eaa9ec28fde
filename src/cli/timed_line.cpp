#include "timed_line.hpp"

#include <fmt/format.h>

#include "lytes/errors.hpp"
#include "session.hpp"

namespace lytes::cli {

TimedLine read_timed_line(Session& session, const std::vector<std::string>& words) {
  const std::string line = joined(words);
  const calendar::Reckoning& reckoning = session.reckoning();
  const std::size_t sign = line.rfind('@');
  if (sign == std::string::npos) return {line, moment_at(reckoning.now, reckoning), {}};

  TimedLine timed;
  timed.text = line.substr(0, sign);
  while (timed.text.ends_with(' ')) timed.text.pop_back();
  std::size_t begin = sign + 1;
  while (begin < line.size() && line[begin] == ' ') ++begin;
  try {
    const auto spoken = calendar::parse_moment(std::string_view(line).substr(begin), reckoning);
    timed.when = spoken.moment;
    if (spoken.earlier_day) {
      timed.warnings.push_back(
          {"earlier_day",
           fmt::format("{} has not come yet today: taken as {} {}", short_time(timed.when),
                       calendar::weekday_short(civil_day(timed.when)), calendar::iso(civil_day(timed.when)))});
    }
    if (spoken.twice) {
      timed.warnings.push_back({"time_came_twice", fmt::format("clocks were put back and showed {} twice: taken as {}",
                                                               short_time(timed.when), iso(timed.when))});
    }
  } catch (const InputError& error) {
    throw InputError(error.what(), line, begin + error.place, error.valid);
  }
  return timed;
}

}  // namespace lytes::cli

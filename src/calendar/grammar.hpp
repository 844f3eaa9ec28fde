#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "tokens.hpp"

/// The pieces that spoken times and days are made of. Each read_* takes its tokens and returns what they say, or
/// takes nothing and returns empty; what is begun but wrong is an InputError.
namespace lytes::calendar {

struct Clock {
  std::chrono::seconds since_midnight;
  std::size_t place;
  bool midnight_word = false;  ///< said as "midnight", which with a day could be either end of it
  bool plain = false;  ///< can be nothing else: "8:30", "8pm", and not "8.30", which may be an amount, or "noon"
  bool rough = false;  ///< the middle of a stretch: "between 2 and 4am"
};

/// "morning", "lunch": a stretch of a day, and the time that it stands for.
struct DayPart {
  std::chrono::minutes from;
  std::chrono::minutes until;
  std::chrono::minutes usual;
  bool meal;  ///< eaten now rather than at its usual time, if it may still be going on
  bool night;
};

/// A day as it was said, before it is known which one that is.
struct SpokenDay {
  enum class Kind { BeforeToday, Weekday, MonthDay, Date };

  Kind kind;
  std::size_t place;
  int days_back = 0;               ///< BeforeToday: 0 today, 1 yesterday, -1 tomorrow
  std::chrono::weekday weekday{};  ///< Weekday
  bool not_today = false;          ///< Weekday: said as "last mon"
  std::chrono::month_day month_day{std::chrono::month(1), std::chrono::day(1)};  ///< MonthDay: no year was said
  Day date{};                                                                    ///< Date
  bool perhaps_a_rating = false;  ///< "6/10", which with no sign before it may be how bad it was
};

/// Whether the words are known to be a time: "ten to twelve" is more often how many.
enum class Meant { Perhaps, Surely };

/// `8:30`, `8.30`, `20:30:15`, `8pm`, `8:30 p.m.`, `noon`, `midnight`, `half past 7`, `8 o'clock`, `20 Uhr`
std::optional<Clock> read_clock(Tokens& tokens, Meant meant = Meant::Perhaps);

/// `morning`, `afternoon`, `evening`, `night`, `breakfast`, `lunch`, `dinner` ...
std::optional<DayPart> read_day_part(Tokens& tokens);
/// `first thing`, `mid morning`, `late afternoon`: parts that are no names of food or meals.
std::optional<DayPart> read_exact_part(Tokens& tokens);

/// `today`, `yesterday`, `mon`, `last mon`, `3 days ago`, `2026-11-20`, `20 nov`, `nov 20 2025`, `20.11.`,
/// `20.11.2026`, and by the order of dates `20/11`, `11/20/2026`
std::optional<SpokenDay> read_day(Tokens& tokens, DateOrder order);

/// `20.11.`, `20.11.2026`, `20.11.26`, and with a year `20/11/2026` by the order of dates
std::optional<SpokenDay> read_date_in_numbers(Tokens& tokens, DateOrder order);

/// `2026-11-20`
std::optional<Day> read_iso_date(Tokens& tokens);

/// `nov`, `november`
std::optional<std::chrono::month> read_month(Tokens& tokens);

/// `10m`, `1h30`, `1 hour and 5 minutes`, `half an hour`
std::optional<std::chrono::duration<double>> read_duration(Tokens& tokens);

/// What follows an ISO clock time to fix the instant.
struct UtcOffset {
  bool zulu;  ///< `Z`: the instant is known, the local offset is not said
  std::chrono::seconds offset;
};

/// `Z`, `+01:00`, `-0530`, `+01`
std::optional<UtcOffset> read_utc_offset(Tokens& tokens);

/// The last such date that is not after `today`.
/// @throws InputError when the next one is less than half a year off and so may be meant
Day last_month_day(const Tokens& tokens, const SpokenDay& said, Day today);

/// @throws InputError unless it lies in 1900 to 2199
Day require_known_day(const Tokens& tokens, Day day, std::size_t place);

}  // namespace lytes::calendar

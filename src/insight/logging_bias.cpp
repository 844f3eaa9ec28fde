#include "logging_bias.hpp"

namespace lytes::insight {
namespace {

void count(OpenDays& days, bool spasms, const DayFacts& day) {
  const int open = day.intake_complete ? 0 : 1;
  (spasms ? days.days_with_spasms : days.other_days) += 1;
  (spasms ? days.open_with_spasms : days.open_others) += open;
}

void compare(OpenDays& days) {
  if (days.days_with_spasms == 0 || days.other_days == 0) return;
  const stats::EventsOverDays with{static_cast<double>(days.open_with_spasms),
                                   static_cast<double>(days.days_with_spasms)};
  const stats::EventsOverDays others{static_cast<double>(days.open_others), static_cast<double>(days.other_days)};
  days.ratio = stats::mid_p_rate_ratio(with, others);
  days.differs = days.ratio->lower > 1 || days.ratio->upper < 1;
}

}  // namespace

LoggingBias logging_bias(Facts days) {
  LoggingBias bias;
  for (std::size_t place = 0; place + 1 < days.size(); ++place) {
    const DayFacts& day = days[place];
    if (day.any_intake) count(bias.on_spasm_days, day.any_spasm, day);
    const auto before = place > 0 ? days[place - 1].spasms : std::nullopt;
    if (before) count(bias.after_spasm_days, *before > 0, day);
  }
  // A day that is open and whose spasms nobody knows may have had one: only days that were left open although a spasm
  // was told can be set against the others.
  if (bias.on_spasm_days.open_with_spasms > 0) compare(bias.on_spasm_days);
  compare(bias.after_spasm_days);
  return bias;
}

}  // namespace lytes::insight

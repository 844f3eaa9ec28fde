#include "lytes/notebook/report_days.hpp"

#include <algorithm>
#include <chrono>

#include "lytes/calendar/spoken.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/safety/over_days.hpp"

namespace lytes::notebook {

using calendar::Day;
using calendar::DayRange;

namespace {

constexpr std::chrono::days thirteen_weeks{91};

}  // namespace

calendar::DayRange whole_diary(Notebook& notebook) {
  const calendar::Day today = notebook.today();
  const auto all = notebook.store().days();
  return {all ? std::min(all->from, today) : today, all ? std::min(all->to, today) : today};
}

std::optional<calendar::DayRange> diary_up_to(Notebook& notebook, calendar::Day last) {
  const auto all = notebook.store().days();
  if (!all || all->from > last) return std::nullopt;
  return calendar::DayRange{all->from, std::min(all->to, last)};
}

calendar::DayRange signs_in_sight(calendar::DayRange shown, const std::optional<calendar::DayRange>& diary,
                                  calendar::Day today) {
  calendar::DayRange days{shown.from, std::min(shown.to, today)};
  if (diary) days.from = std::min(days.from, diary->to - std::chrono::days{safety::open_sign_days - 1});
  return days;
}

DayRange days_for_a_doctor(Notebook& notebook, std::optional<Day> last) {
  const Day today = notebook.today();
  const auto all = notebook.store().days();
  if (!last) last = all ? std::min(all->to, today) : today;
  const Day first = *last - thirteen_weeks + std::chrono::days{1};
  return {all ? std::min(*last, std::max(all->from, first)) : *last, *last};
}

}  // namespace lytes::notebook

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "html/timeline_charts.hpp"
#include "lytes/timeline/sums.hpp"
#include "words/dates.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

constexpr int most_weeks = 20;
constexpr double width = 360;
constexpr double left = 32;

constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> month_letters = {"J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"};

std::string known_words(const std::optional<int>& spasms) { return spasms ? fmt::format("{}", *spasms) : "?"; }

std::string key_words(const char* of_what) {
  return fmt::format(
      "<p class=\"key\">The number of spasms {}: darker is more, an empty frame is none, hatched is not known.</p>",
      of_what);
}

std::string description(calendar::DayRange days, const timeline::SpasmRate& spasms) {
  return fmt::format("{}: {}; on {} of {} their number is known.", long_dates(days),
                     counted(static_cast<std::size_t>(spasms.spasms), "spasm"), spasms.known_days,
                     counted(static_cast<std::size_t>(days.length()), "day"));
}

Chart empty_chart(const char* each, Table table) {
  return {"calendar",      "Calendar of spasms", "", key_words(each), width, 0, hatching("calendar-unknown"),
          std::move(table)};
}

std::string cell_html(double x, double y, double wide, double high, const std::optional<int>& spasms, int most) {
  return spasms ? count_cell(x, y, wide, high, *spasms, most) : unknown_cell(x, y, wide, high, "calendar-unknown");
}

std::optional<int> spasms_on(const timeline::Timeline& timeline, calendar::Day day) {
  const auto* row = timeline.row(day);
  return row ? row->spasm_count() : std::nullopt;
}

/// The month above a week that begins it, where there is room.
std::string month_above(calendar::Day monday, bool is_first, bool is_last, double x) {
  const std::chrono::year_month_day date(monday);
  if (is_last || (!is_first && static_cast<unsigned>(date.day()) > 7)) return "";
  const std::string words = short_date(monday);
  return label(x, 11, words.substr(words.find(' ') + 1), Anchor::Start, "t q");
}

Chart by_days(const timeline::Timeline& timeline, calendar::DayRange days) {
  const calendar::Day first_monday = calendar::week_of(days.from).from;
  const int weeks = static_cast<int>((calendar::week_of(days.to).to - first_monday).count() + 1) / 7;
  const double cell = std::min(25.0, (width - left) / weeks);
  Chart chart = empty_chart("each day", {"Spasms by day; ? is not known", {"Week of"}, {}});
  for (std::size_t i = 0; i < 7; ++i) {
    chart.table.head.emplace_back(weekdays[i]);
    chart.drawing += label(0, 18 + (static_cast<double>(i) + 0.5) * cell + 3.5, weekdays[i], Anchor::Start, "t q");
  }
  int most = 4;
  for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days(1)) {
    most = std::max(most, spasms_on(timeline, day).value_or(0));
  }
  for (int week = 0; week < weeks; ++week) {
    const calendar::Day monday = first_monday + std::chrono::days(7 * week);
    const double x = left + week * cell;
    chart.drawing += month_above(monday, week == 0, week + 1 == weeks, x);
    std::vector<std::string> row = {calendar::iso(monday)};
    for (int i = 0; i < 7; ++i) {
      const calendar::Day day = monday + std::chrono::days(i);
      if (!days.contains(day)) {
        row.emplace_back("");
        continue;
      }
      const auto spasms = spasms_on(timeline, day);
      chart.drawing += cell_html(x + 1, 18 + i * cell + 1, cell - 2, cell - 2, spasms, most);
      row.push_back(known_words(spasms));
    }
    chart.table.rows.push_back(std::move(row));
  }
  chart.height = 18 + 7 * cell + 2;
  chart.description = description(days, timeline::spasm_rate(timeline, days));
  return chart;
}

/// January to December; null for months beyond the range.
using Year = std::array<const timeline::MonthSums*, 12>;

std::map<int, Year> years_of(const std::vector<timeline::MonthSums>& months) {
  std::map<int, Year> years;
  for (const auto& month : months) {
    const std::chrono::year_month_day date(month.days.from);
    years[static_cast<int>(date.year())][static_cast<unsigned>(date.month()) - 1] = &month;
  }
  return years;
}

std::optional<int> spasms_in(const timeline::MonthSums& month) {
  return month.spasms.known_days > 0 ? std::optional(month.spasms.spasms) : std::nullopt;
}

Chart by_months(const timeline::Timeline& timeline, calendar::DayRange days) {
  const auto months = timeline::month_sums(timeline, days);
  const double cell = (width - left) / 12;
  Chart chart = empty_chart("each month", {"Spasms by month; ? is not known", {"Year"}, {}});
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string month = short_date(std::chrono::sys_days(std::chrono::year(2000) / static_cast<int>(i + 1) / 1));
    chart.table.head.push_back(month.substr(month.find(' ') + 1));
    chart.drawing += label(left + (static_cast<double>(i) + 0.5) * cell, 11, month_letters[i], Anchor::Middle, "t q");
  }
  int most = 4;
  for (const auto& month : months) most = std::max(most, month.spasms.spasms);
  double y = 18;
  for (const auto& [year, by_month] : years_of(months)) {
    const std::string name = fmt::format("{}", year);
    chart.drawing += label(0, y + 15, name, Anchor::Start, "t q");
    std::vector<std::string> row = {name};
    for (std::size_t i = 0; i < 12; ++i) {
      if (!by_month[i]) {
        row.emplace_back("");
        continue;
      }
      const auto spasms = spasms_in(*by_month[i]);
      chart.drawing += cell_html(left + static_cast<double>(i) * cell + 1, y + 1, cell - 2, 20, spasms, most);
      row.push_back(known_words(spasms));
    }
    chart.table.rows.push_back(std::move(row));
    y += 22;
  }
  chart.height = y + 2;
  chart.description = description(days, timeline::spasm_rate(timeline, days));
  return chart;
}

}  // namespace

Chart calendar_chart(const timeline::Timeline& timeline, calendar::DayRange days) {
  return days.length() <= 7 * most_weeks ? by_days(timeline, days) : by_months(timeline, days);
}

}  // namespace lytes::report

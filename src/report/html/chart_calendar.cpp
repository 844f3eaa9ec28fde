#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "html/timeline_charts.hpp"
#include "words/dates.hpp"

namespace lytes::report {

namespace {

constexpr int most_weeks = 20;
constexpr double width = 360;
constexpr double left = 32;

constexpr std::array<const char*, 7> weekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> month_letters = {"J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"};

/// Spasms of some days, and on how many of them their number is known.
struct Count {
  int spasms = 0;
  int days_known = 0;
};

std::string known_words(const Count& count) {
  return count.days_known == 0 ? std::string("?") : fmt::format("{}", count.spasms);
}

std::string key_words(const char* of_what) {
  return fmt::format(
      "<p class=\"key\">The number of spasms {}: darker is more, an empty frame is none, hatched is not known.</p>",
      of_what);
}

std::string description(calendar::DayRange days, const Count& count) {
  return fmt::format("{}: {} spasm{}; on {} of {} days their number is known.", long_dates(days), count.spasms,
                     count.spasms == 1 ? "" : "s", count.days_known, days.length());
}

Chart by_days(const timeline::Timeline& timeline, calendar::DayRange days) {
  const calendar::Day first_monday = calendar::week_of(days.from).from;
  const int weeks = static_cast<int>((calendar::week_of(days.to).to - first_monday).count() + 1) / 7;
  const double cell = std::min(25.0, (width - left) / weeks);
  Chart chart{"calendar", "Calendar of spasms", "", key_words("each day"), width, 0, hatching("calendar-unknown"), {}};
  chart.table = {"Spasms by day; ? is not known", {"Week of"}, {}};
  for (std::size_t i = 0; i < 7; ++i) {
    chart.table.head.emplace_back(weekdays[i]);
    chart.drawing += label(0, 18 + (static_cast<double>(i) + 0.5) * cell + 3.5, weekdays[i], Anchor::Start, "t q");
  }
  int most = 4;
  for (const auto& row : timeline.rows()) {
    if (days.contains(row.day)) most = std::max(most, row.spasm_count().value_or(0));
  }
  int spasms = 0;
  int days_known = 0;
  for (int week = 0; week < weeks; ++week) {
    const calendar::Day monday = first_monday + std::chrono::days(7 * week);
    const double x = left + week * cell;
    const std::chrono::year_month_day date(monday);
    if (week == 0 || static_cast<unsigned>(date.day()) <= 7) {
      const std::string words = short_date(monday);
      if (weeks - week > 1) chart.drawing += label(x, 11, words.substr(words.find(' ') + 1), Anchor::Start, "t q");
    }
    std::vector<std::string> row = {calendar::iso(monday)};
    for (int i = 0; i < 7; ++i) {
      const calendar::Day day = monday + std::chrono::days(i);
      if (!days.contains(day)) {
        row.emplace_back("");
        continue;
      }
      const auto* shown = timeline.row(day);
      const auto count = shown ? shown->spasm_count() : std::nullopt;
      const double y = 18 + i * cell;
      chart.drawing += count ? count_cell(x + 1, y + 1, cell - 2, cell - 2, *count, most)
                             : unknown_cell(x + 1, y + 1, cell - 2, cell - 2, "calendar-unknown");
      row.push_back(count ? fmt::format("{}", *count) : "?");
      spasms += count.value_or(0);
      days_known += count ? 1 : 0;
    }
    chart.table.rows.push_back(std::move(row));
  }
  chart.height = 18 + 7 * cell + 2;
  chart.description = description(days, {spasms, days_known});
  return chart;
}

Chart by_months(const timeline::Timeline& timeline, calendar::DayRange days) {
  std::map<int, std::array<Count, 12>> years;
  std::map<int, std::array<bool, 12>> in_range;
  for (calendar::Day day = days.from; day <= days.to; day += std::chrono::days(1)) {
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month()) - 1;
    Count& count = years[static_cast<int>(date.year())][month];
    in_range[static_cast<int>(date.year())][month] = true;
    const auto* row = timeline.row(day);
    if (const auto spasms = row ? row->spasm_count() : std::nullopt) {
      count.spasms += *spasms;
      ++count.days_known;
    }
  }
  const double cell = (width - left) / 12;
  Chart chart{"calendar", "Calendar of spasms",         "", key_words("each month"), width,
              0,          hatching("calendar-unknown"), {}};
  chart.table = {"Spasms by month; ? is not known", {"Year"}, {}};
  Count all;
  int most = 4;
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string month = short_date(std::chrono::sys_days(std::chrono::year(2000) / static_cast<int>(i + 1) / 1));
    chart.table.head.push_back(month.substr(month.find(' ') + 1));
    chart.drawing += label(left + (static_cast<double>(i) + 0.5) * cell, 11, month_letters[i], Anchor::Middle, "t q");
    for (const auto& [year, months] : years) {
      most = std::max(most, months[i].spasms);
      all.spasms += months[i].spasms;
      all.days_known += months[i].days_known;
    }
  }
  double y = 18;
  for (const auto& [year, months] : years) {
    chart.drawing += label(0, y + 15, fmt::format("{}", year), Anchor::Start, "t q");
    std::vector<std::string> row = {fmt::format("{}", year)};
    for (std::size_t i = 0; i < 12; ++i) {
      const double x = left + static_cast<double>(i) * cell;
      if (!in_range[year][i]) {
        row.emplace_back("");
        continue;
      }
      row.push_back(known_words(months[i]));
      chart.drawing += months[i].days_known > 0 ? count_cell(x + 1, y + 1, cell - 2, 20, months[i].spasms, most)
                                                : unknown_cell(x + 1, y + 1, cell - 2, 20, "calendar-unknown");
    }
    chart.table.rows.push_back(std::move(row));
    y += 22;
  }
  chart.height = y + 2;
  chart.description = description(days, all);
  return chart;
}

}  // namespace

Chart calendar_chart(const timeline::Timeline& timeline, calendar::DayRange days) {
  return days.length() <= 7 * most_weeks ? by_days(timeline, days) : by_months(timeline, days);
}

}  // namespace lytes::report

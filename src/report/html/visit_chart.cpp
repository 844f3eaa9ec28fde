#include "html/visit_chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html/chart_scale.hpp"
#include "lytes/timeline/course.hpp"
#include "words/dates.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

using timeline::CoursePart;

constexpr int most_bars = 26;
constexpr double width = 360;
constexpr double height = 112;
constexpr double left = 24;
constexpr double right = 358;
constexpr double top = 8;
constexpr double bottom = 92;

int part_length(int days) {
  for (const int length : {7, 28, 91}) {
    if (days <= most_bars * length) return length;
  }
  constexpr int year = 364;
  const int years = (days + most_bars * year - 1) / (most_bars * year);
  return years * year;
}

std::string length_words(int length) {
  if (length == 7) return "a week";
  if (length == 28) return "four weeks";
  return counted(static_cast<std::size_t>(length / 7), "week");
}

std::string end_words(calendar::Day day, bool long_range) { return long_range ? long_date(day) : short_date(day); }

std::string bar(const CoursePart& part, double x, double room, const LinearScale& y) {
  const auto week = part.per_week();
  const double gap = std::min(3.0, room / 5);
  if (!week) return unknown_cell(x + gap / 2, bottom - 8, room - gap, 8, "course-unknown");
  if (*week <= 0) return line(x + gap / 2, bottom, x + room - gap / 2, bottom, "stem");
  return box(x + gap / 2, y(*week), room - gap, bottom - y(*week), part.known_enough() ? "spasm" : "hollow-spasm");
}

std::string axis(const std::vector<double>& ticks, const LinearScale& y) {
  std::string svg;
  for (const double tick : ticks) {
    svg += line(left, y(tick), right, y(tick), tick > 0 ? "grid" : "base");
    svg += label(left - 4, y(tick) + 3.5, fmt::format("{:g}", tick), Anchor::End, "t q");
  }
  return svg;
}

std::vector<std::string> numbers(const CoursePart& part) {
  const auto week = part.per_week();
  return {short_dates(part.days),
          week ? fmt::format("{}{:.1f}", part.known_enough() ? "" : "≥ ", *week) : std::string("not known"),
          fmt::format("{} on {}", part.rate.spasms, part.rate.known_days),
          part.severity.median ? fmt::format("{:g} ({})", *part.severity.median, part.severity.given) : "–"};
}

}  // namespace

Chart course_chart(const timeline::Timeline& timeline, calendar::DayRange days) {
  const int length = part_length(days.length());
  const auto parts = timeline::course_by_length(timeline, days, length);
  double most = 0;
  for (const auto& part : parts) most = std::max(most, part.per_week().value_or(0));
  const auto ticks = round_ticks(most, 4);
  const LinearScale y(0, ticks.back(), bottom, top);
  const double room = (right - left) / static_cast<double>(std::max<std::size_t>(parts.size(), 8));
  Chart chart{"course",
              "Spasms a week",
              "",
              fmt::format("<p class=\"key\">Each bar is {}. Hollow: many of its days are not known, so at least so "
                          "many. Hatched: nothing is known.</p>",
                          length_words(length)),
              width,
              height,
              hatching("course-unknown") + axis(ticks, y),
              {"Spasms a week", {"Days", "A week", "Spasms on known days", "Median severity (given for)"}, {}}};
  double x = left;
  for (const auto& part : parts) {
    chart.drawing += bar(part, x, room, y);
    chart.table.rows.push_back(numbers(part));
    x += room;
  }
  const bool over_a_year = days.length() > 364;
  chart.drawing += label(left, height - 6, end_words(days.from, over_a_year), Anchor::Start, "t q");
  constexpr double room_for_both = 200;
  if (x >= room_for_both) chart.drawing += label(x, height - 6, end_words(days.to, over_a_year), Anchor::End, "t q");
  const auto all = timeline::course_of(timeline, days);
  chart.description = fmt::format("{} on {} of {} whose number is known; bars of {}, the highest {:.1f} a week.",
                                  counted(static_cast<std::size_t>(all.rate.spasms), "spasm"), all.rate.known_days,
                                  counted(static_cast<std::size_t>(all.rate.days), "day"), length_words(length), most);
  return chart;
}

}  // namespace lytes::report

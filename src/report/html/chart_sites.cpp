#include <fmt/format.h>

#include <algorithm>

#include "html/text.hpp"
#include "html/timeline_charts.hpp"
#include "words/import_words.hpp"

namespace lytes::report {

namespace {

constexpr double width = 360;
constexpr double left = 108;
constexpr std::size_t most_rows = 8;
constexpr std::size_t bins = timeline::two_hours_of_day;

using timeline::SiteCount;

/// A row of the chart.
struct Row {
  std::string name;  ///< as HTML
  std::string full_name;
  SiteCount spasms;
};

/// The most frequent first; those beyond the last row become one.
std::vector<Row> rows_of(std::span<const SiteCount> sites) {
  const bool all_fit = sites.size() <= most_rows;
  std::vector<Row> rows;
  for (const auto& site : sites.first(all_fit ? sites.size() : most_rows - 1)) {
    rows.push_back({user_words(site.site, 17), isolated(site.site), site});
  }
  if (all_fit) return rows;
  const auto others = sites.subspan(most_rows - 1);
  const std::string name = fmt::format("{} other sites", others.size());
  rows.push_back({name, name, timeline::sum_of_sites(others)});
  return rows;
}

/// "0–2 h: 3, 22–24 h: 5"
std::string hours(const SiteCount& site) {
  std::string words;
  for (std::size_t i = 0; i < bins; ++i) {
    if (site.by_two_hours[i] == 0) continue;
    words += fmt::format("{}{}–{} h: {}", words.empty() ? "" : ", ", 2 * i, 2 * i + 2, site.by_two_hours[i]);
  }
  if (site.timeless > 0) words += fmt::format("{}not known: {}", words.empty() ? "" : ", ", site.timeless);
  return words;
}

std::string summary_of(const SiteCount& all, std::size_t sites) {
  if (all.spasms == 0) return "No spasm was logged.";
  std::string text =
      fmt::format("{} spasm{} at {} site{}", all.spasms, all.spasms == 1 ? "" : "s", sites, sites == 1 ? "" : "s");
  if (all.timeless == all.spasms) return text + ", at times that are not known.";
  const auto& by_hour = all.by_two_hours;
  const auto busiest = static_cast<std::size_t>(std::max_element(by_hour.begin(), by_hour.end()) - by_hour.begin());
  text += fmt::format("; the most, {}, between {} and {} o'clock", by_hour[busiest], 2 * busiest, 2 * busiest + 2);
  return text + (all.timeless > 0 ? fmt::format("; the time of {} is not known.", all.timeless) : ".");
}

/// "0:00" to "0:00" above the columns.
std::string clock(double cell) {
  std::string svg;
  for (std::size_t hour = 0; hour <= 24; hour += 6) {
    const Anchor anchor = hour == 0 ? Anchor::Start : hour == 24 ? Anchor::End : Anchor::Middle;
    svg += label(left + static_cast<double>(hour) / 2 * cell, 11, fmt::format("{}:00", hour % 24), anchor, "t q");
  }
  return svg;
}

}  // namespace

Chart sites_chart(std::span<const SiteCount> sites) {
  const auto rows = rows_of(sites);
  const SiteCount all = timeline::sum_of_sites(sites);
  const double cell = (width - left) / static_cast<double>(bins);
  Chart chart{"sites",
              "Where and at what hour",
              "",
              "<p class=\"key\">The number of spasms in each two hours of the clock: darker is more, an empty frame is "
              "none.</p>",
              width,
              0,
              "",
              {"Spasms by site and hour", {"Site", "Spasms", "Hours of the clock"}, {}}};
  chart.drawing = clock(cell);
  int most = 4;
  for (const auto& row : rows) most = std::max(most, *std::ranges::max_element(row.spasms.by_two_hours));
  double y = 18;
  for (const auto& row : rows) {
    chart.drawing += label(0, y + 15, row.name, Anchor::Start, "t u");
    chart.table.rows.push_back({row.full_name, fmt::format("{}", row.spasms.spasms), hours(row.spasms)});
    for (std::size_t i = 0; i < bins; ++i) {
      chart.drawing +=
          count_cell(left + static_cast<double>(i) * cell + 1, y + 1, cell - 2, 20, row.spasms.by_two_hours[i], most);
    }
    y += 22;
  }
  chart.height = y + 2;
  if (all.timeless > 0) {
    chart.key += fmt::format("<p class=\"key\">Of {} of {} only the day is known; the table has all.</p>", all.timeless,
                             counted(static_cast<std::size_t>(all.spasms), "spasm"));
  }
  chart.description = summary_of(all, rows.size());
  return chart;
}

}  // namespace lytes::report

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "html/text.hpp"
#include "html/timeline_charts.hpp"

namespace lytes::report {

namespace {

constexpr double width = 360;
constexpr double left = 108;
constexpr std::size_t most_rows = 8;
constexpr std::size_t bins = 12;  // of two hours

struct SiteHours {
  std::string name;  ///< as HTML
  std::string full_name;
  std::array<int, bins> counts{};
  int timeless = 0;
  int spasms = 0;

  void add(const SiteHours& other) {
    for (std::size_t i = 0; i < bins; ++i) counts[i] += other.counts[i];
    timeless += other.timeless;
    spasms += other.spasms;
  }
};

/// The most frequent first; those beyond the last row become one.
std::vector<SiteHours> sites_by_hour(const timeline::Timeline& timeline, calendar::DayRange days) {
  std::map<std::string, SiteHours> by_name;
  for (const auto& row : timeline.rows()) {
    if (!days.contains(row.day)) continue;
    for (const auto& spasm : row.spasms) {
      auto& site = by_name[spasm.site];
      ++(spasm.hour ? site.counts[static_cast<std::size_t>(*spasm.hour) / 2] : site.timeless);
      ++site.spasms;
    }
  }
  std::vector<SiteHours> sites;
  for (auto& [name, site] : by_name) {
    site.name = user_words(name, 17);
    site.full_name = isolated(name);
    sites.push_back(std::move(site));
  }
  std::stable_sort(sites.begin(), sites.end(), [](const auto& a, const auto& b) { return a.spasms > b.spasms; });
  if (sites.size() > most_rows) {
    SiteHours others;
    others.name = others.full_name = fmt::format("{} other sites", sites.size() - most_rows + 1);
    for (std::size_t i = most_rows - 1; i < sites.size(); ++i) others.add(sites[i]);
    sites.resize(most_rows - 1);
    sites.push_back(others);
  }
  return sites;
}

/// "0–2 h: 3, 22–24 h: 5"
std::string hours(const SiteHours& site) {
  std::string words;
  for (std::size_t i = 0; i < bins; ++i) {
    if (site.counts[i] == 0) continue;
    words += fmt::format("{}{}–{} h: {}", words.empty() ? "" : ", ", 2 * i, 2 * i + 2, site.counts[i]);
  }
  if (site.timeless > 0) words += fmt::format("{}not known: {}", words.empty() ? "" : ", ", site.timeless);
  return words;
}

std::string summary_of(const std::array<int, bins>& by_hour, int timeless, int all, std::size_t sites) {
  if (all == 0) return "No spasm was logged.";
  std::string text = fmt::format("{} spasm{} at {} site{}", all, all == 1 ? "" : "s", sites, sites == 1 ? "" : "s");
  if (timeless == all) return text + ", at times that are not known.";
  const auto busiest = static_cast<std::size_t>(std::max_element(by_hour.begin(), by_hour.end()) - by_hour.begin());
  text += fmt::format("; the most, {}, between {} and {} o'clock", by_hour[busiest], 2 * busiest, 2 * busiest + 2);
  return text + (timeless > 0 ? fmt::format("; the time of {} is not known.", timeless) : ".");
}

}  // namespace

Chart sites_chart(const timeline::Timeline& timeline, calendar::DayRange days) {
  const auto sites = sites_by_hour(timeline, days);
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
  for (std::size_t hour = 0; hour <= 24; hour += 6) {
    const Anchor anchor = hour == 0 ? Anchor::Start : hour == 24 ? Anchor::End : Anchor::Middle;
    chart.drawing +=
        label(left + static_cast<double>(hour) / 2 * cell, 11, fmt::format("{}:00", hour % 24), anchor, "t q");
  }
  int most = 4;
  std::array<int, bins> by_hour{};
  int timeless = 0;
  int all = 0;
  for (const auto& site : sites) {
    for (std::size_t i = 0; i < bins; ++i) {
      most = std::max(most, site.counts[i]);
      by_hour[i] += site.counts[i];
    }
    timeless += site.timeless;
    all += site.spasms;
  }
  double y = 18;
  for (const auto& site : sites) {
    chart.drawing += label(0, y + 15, site.name, Anchor::Start, "t u");
    chart.table.rows.push_back({site.full_name, fmt::format("{}", site.spasms), hours(site)});
    for (std::size_t i = 0; i < bins; ++i) {
      chart.drawing += count_cell(left + static_cast<double>(i) * cell + 1, y + 1, cell - 2, 20, site.counts[i], most);
    }
    y += 22;
  }
  chart.height = y + 2;
  if (timeless > 0) {
    chart.key += fmt::format(
        "<p class=\"key\">Of {} of the {} spasms only the day is known; they are in the table.</p>", timeless, all);
  }
  chart.description = summary_of(by_hour, timeless, all, sites.size());
  return chart;
}

}  // namespace lytes::report

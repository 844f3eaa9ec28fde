#include "lytes/timeline/summary.hpp"

#include <algorithm>
#include <chrono>
#include <map>

#include "known_rows.hpp"

namespace lytes::timeline {
namespace {

using calendar::DayRange;
using quantity::Nutrient;

constexpr int hours_in_quarter = 6;
constexpr std::chrono::days weeks_before{28};

/// A sum is short only once it cannot grow: the day is closed, and every item has a figure.
Verdict verdict_of(double share, bool whole) {
  if (share >= 1) return Verdict::Ok;
  if (!whole) return Verdict::Open;
  return share < low_share ? Verdict::Low : Verdict::Below;
}

/// A sum that may grow keeps within no limit yet: more may come, more may not have been logged, an item may have no
/// figure.
Verdict verdict_of_limit(const DayAmount& held, double limit, bool closed) {
  if (held.sum > limit) return Verdict::High;
  return closed && held.known == held.entries ? Verdict::Ok : Verdict::Open;
}

Standing standing(const DayRow& row, Nutrient nutrient) {
  const DayAmount& held = row.held_against_target(nutrient);
  Standing result{nutrient, held.sum, held.known, held.entries, row.target(nutrient), {}, {}, Verdict::Unknown};
  if (nutrient == Nutrient::Sodium) result.limit = row.targets.sodium_limit_mg;
  if (held.known == 0) return result;
  const bool closed = row.intake_status == journal::DayStatus::Complete;
  if (result.limit) {
    result.verdict = verdict_of_limit(held, *result.limit, closed);
  } else if (result.target && nutrient != Nutrient::Sodium) {  // nobody is told to reach for more salt
    result.share = held.sum / *result.target;
    result.verdict = verdict_of(*result.share, closed && held.known == held.entries);
  }
  return result;
}

void count(SiteCount& site, const SpasmMark& spasm) {
  ++site.spasms;
  site.worst_severity = std::max(site.worst_severity, spasm.severity);
  if (!spasm.hour) {
    ++site.timeless;
    return;
  }
  ++site.by_time[static_cast<std::size_t>(time_of_day(*spasm.hour))];
  ++site.by_two_hours[static_cast<std::size_t>(*spasm.hour / 2)];
}

}  // namespace

std::string_view word(Verdict verdict) {
  switch (verdict) {
    case Verdict::Low:
      return "LOW";
    case Verdict::Ok:
      return "OK";
    case Verdict::High:
      return "HIGH";
    case Verdict::Below:
      return "below";
    case Verdict::Open:
    case Verdict::Unknown:
      break;
  }
  return "";
}

std::array<Standing, 4> standings(const DayRow& row) {
  Standing magnesium = standing(row, Nutrient::Magnesium);
  // Its limit is for supplements alone; passing it is more worth saying than that the day's target is reached.
  const auto& limit = row.targets.magnesium_supplement_limit_mg;
  if (limit && row.supplement_magnesium.sum > *limit) magnesium.verdict = Verdict::High;
  // Nothing that far above is called right.
  constexpr double much_water = 2;
  constexpr double much_potassium_mg = 2000;
  Standing water = standing(row, Nutrient::Water);
  if (water.share.value_or(0) > much_water) water.verdict = Verdict::High;
  Standing potassium = standing(row, Nutrient::Potassium);
  if (row.supplement_potassium.sum >= much_potassium_mg) potassium.verdict = Verdict::High;
  return {water, magnesium, potassium, standing(row, Nutrient::Sodium)};
}

std::optional<double> share_from_drinks(const DayRow& row) {
  const double water_ml = row.amount(Nutrient::Water).sum;
  if (water_ml <= 0) return std::nullopt;
  return row.drunk.sum / water_ml;
}

std::optional<double> SpasmRate::per_day() const {
  if (known_days == 0) return std::nullopt;
  return static_cast<double>(spasms) / known_days;
}

std::optional<double> SpasmRate::in_days(int days_long) const {
  if (known_days == 0) return std::nullopt;
  return static_cast<double>(spasms) * days_long / known_days;
}

SpasmRate spasm_rate(const Timeline& timeline, DayRange days) {
  SpasmRate rate;
  rate.days = std::max(days.length(), 0);
  for (const DayRow* row : known_rows(timeline, days)) {
    const auto count = row->spasm_count();
    if (!count) continue;
    rate.spasms += *count;
    ++rate.known_days;
  }
  return rate;
}

std::string_view word(TimeOfDay time) {
  switch (time) {
    case TimeOfDay::Night:
      return "night";
    case TimeOfDay::Morning:
      return "morning";
    case TimeOfDay::Afternoon:
      return "afternoon";
    case TimeOfDay::Evening:
      break;
  }
  return "evening";
}

TimeOfDay time_of_day(int hour) { return static_cast<TimeOfDay>(hour / hours_in_quarter); }

std::vector<SiteCount> spasms_by_site(const Timeline& timeline, DayRange days) {
  std::map<std::string, SiteCount> by_site;
  for (const DayRow* row : known_rows(timeline, days)) {
    for (const SpasmMark& spasm : row->spasms) {
      SiteCount& site = by_site[spasm.site];
      site.site = spasm.site;
      count(site, spasm);
    }
  }
  std::vector<SiteCount> sites;
  sites.reserve(by_site.size());
  for (auto& [name, site] : by_site) sites.push_back(std::move(site));
  std::stable_sort(sites.begin(), sites.end(),
                   [](const SiteCount& one, const SiteCount& other) { return one.spasms > other.spasms; });
  return sites;
}

SiteCount sum_of_sites(std::span<const SiteCount> sites) {
  SiteCount all;
  for (const SiteCount& site : sites) {
    for (std::size_t time = 0; time < times_of_day; ++time) all.by_time[time] += site.by_time[time];
    for (std::size_t bin = 0; bin < two_hours_of_day; ++bin) all.by_two_hours[bin] += site.by_two_hours[bin];
    all.timeless += site.timeless;
    all.spasms += site.spasms;
    all.worst_severity = std::max(all.worst_severity, site.worst_severity);
  }
  return all;
}

SpasmWeek spasm_week(const Timeline& timeline, DayRange week) {
  return {week, spasm_rate(timeline, week),
          spasm_rate(timeline, {week.from - weeks_before, week.from - std::chrono::days{1}}),
          spasms_by_site(timeline, week)};
}

}  // namespace lytes::timeline

#include "lytes/safety/nights.hpp"

#include <algorithm>
#include <set>

#include "night.hpp"

namespace lytes::safety {

Nights nights_of(std::span<const RuleSpasm> spasms, calendar::DayRange days) {
  Nights nights;
  nights.nights = days.length();
  std::set<calendar::Day> broken;
  for (const RuleSpasm& spasm : spasms) {
    if (!days.contains(spasm.day)) continue;
    if (!spasm.woke && !spasm.time_known) ++nights.timeless;
    if (!spasm.woke && !(spasm.time_known && is_at_night(spasm.local))) continue;
    broken.insert(spasm.time_known ? night_of(spasm.local) : spasm.day);
    ++nights.spasms;
    nights.woke += spasm.woke ? 1 : 0;
    auto site = std::ranges::find(nights.by_site, spasm.site, &Nights::Site::site);
    if (site == nights.by_site.end()) site = nights.by_site.insert(site, {spasm.site, 0, 0});
    ++site->spasms;
    site->woke += spasm.woke ? 1 : 0;
  }
  nights.broken = static_cast<int>(broken.size());
  std::ranges::stable_sort(nights.by_site, std::ranges::greater{}, &Nights::Site::spasms);
  return nights;
}

}  // namespace lytes::safety

#include "lytes/safety/day_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "lytes/language/entry_signs.hpp"
#include "night.hpp"

namespace lytes::safety {
namespace {

using calendar::Day;
using std::chrono::days;
using std::chrono::hours;

/// What one rule found.
struct Found {
  const char* name;
  std::string place;
  std::string figures;
  int spasms;
  Day last;
};

using Spasms = std::vector<const RuleSpasm*>;

Spasms within(std::span<const RuleSpasm> spasms, Day from, Day to) {
  Spasms found;
  for (const RuleSpasm& spasm : spasms) {
    if (from <= spasm.day && spasm.day <= to) found.push_back(&spasm);
  }
  return found;
}

std::map<std::string, Spasms> by_site(const Spasms& spasms) {
  std::map<std::string, Spasms> sites;
  for (const RuleSpasm* spasm : spasms) sites[spasm->site].push_back(spasm);
  return sites;
}

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::ranges::sort(values);
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

std::vector<double> severities(const Spasms& spasms) {
  std::vector<double> values;
  for (const RuleSpasm* spasm : spasms) {
    if (spasm->severity) values.push_back(*spasm->severity);
  }
  return values;
}

std::vector<double> minutes(const Spasms& spasms) {
  std::vector<double> values;
  for (const RuleSpasm* spasm : spasms) {
    if (spasm->minutes) values.push_back(*spasm->minutes);
  }
  return values;
}

int days_of(const Spasms& spasms, Day from) {
  std::set<Day> found;
  for (const RuleSpasm* spasm : spasms) {
    if (spasm->day >= from) found.insert(spasm->day);
  }
  return static_cast<int>(found.size());
}

void add_lasting(std::span<const RuleSpasm> spasms, Day day, std::vector<Found>& found) {
  constexpr int of_week = 4;
  constexpr int of_four_weeks = 14;
  for (const auto& [site, all] : by_site(within(spasms, day - days{27}, day))) {
    const int week = days_of(all, day - days{6});
    const int four_weeks = days_of(all, day - days{27});
    if (week < of_week && four_weeks < of_four_weeks) continue;
    const std::string on = week >= of_week ? fmt::format("{} of the last 7 days", week)
                                           : fmt::format("{} of the last 28 days", four_weeks);
    found.push_back({"lasting", site, fmt::format("Spasms at one place, {}, on {}.", site, on),
                     static_cast<int>(all.size()), all.back()->day});
  }
}

std::string worsened(const Spasms& now, const Spasms& before) {
  constexpr std::size_t least_now = 4;
  constexpr std::size_t least_before = 3;
  const auto compared = [&](const std::vector<double>& values, const std::vector<double>& others) {
    const bool enough = values.size() >= least_now && others.size() >= least_before;
    return enough ? std::optional(std::pair(*median(values), *median(others))) : std::nullopt;
  };
  if (const auto both = compared(severities(now), severities(before)); both && both->first >= both->second + 2)
    return fmt::format("a median severity of {:g}, after {:g} in the week before", both->first, both->second);
  const auto lengths = compared(minutes(now), minutes(before));
  if (lengths && lengths->first >= 2 * lengths->second && lengths->first >= lengths->second + 10)
    return fmt::format("a median of {:g} minutes, after {:g} in the week before", lengths->first, lengths->second);
  if (before.size() >= least_before && now.size() >= 2 * before.size() && now.size() >= before.size() + 6)
    return fmt::format("{} of them, after {} in the week before", now.size(), before.size());
  return {};
}

void add_worsening(std::span<const RuleSpasm> spasms, Day day, std::vector<Found>& found) {
  const Spasms now = within(spasms, day - days{6}, day);
  const std::string how = worsened(now, within(spasms, day - days{13}, day - days{7}));
  if (how.empty()) return;
  found.push_back({"worsening", "", fmt::format("Spasms got worse in the last 7 days: {}.", how),
                   static_cast<int>(now.size()), now.back()->day});
}

/// The spasms of the episode that the last of them belongs to.
Spasms last_episode(const Spasms& spasms) {
  std::size_t first = spasms.size() - 1;
  while (first > 0 && spasms[first]->day - spasms[first - 1]->day <= days{2}) --first;
  return {spasms.begin() + static_cast<std::ptrdiff_t>(first), spasms.end()};
}

/// Nothing where neither severity nor minutes tell.
std::optional<bool> is_milder(const Spasms& last, const Spasms& before) {
  for (const auto& values : {severities, minutes}) {
    const auto now = median(values(last));
    const auto then = median(values(before));
    if (now && then) return *now < *then;
  }
  return std::nullopt;
}

void add_not_improving(std::span<const RuleSpasm> spasms, const RuleTime& time, std::vector<Found>& found) {
  for (const auto& [site, all] : by_site(within(spasms, time.day - days{27}, time.day))) {
    if (time.day - all.back()->day > days{1}) continue;
    const Spasms episode = last_episode(all);
    const auto length = time.local - episode.front()->local;
    if (length <= hours{4 * 24}) continue;
    const auto begin_of_last = episode.back()->local - hours{24};
    const auto part = std::ranges::find_if(episode, [&](const RuleSpasm* one) { return one->local > begin_of_last; });
    const auto milder = is_milder({part, episode.end()}, {episode.begin(), part});
    if (!milder || *milder) continue;
    found.push_back(
        {"not improving", site,
         fmt::format("Spasms at one place, {}, for {} days with never more than one day free, and no milder "
                     "in the last 24 hours.",
                     site, std::chrono::floor<days>(length).count()),
         static_cast<int>(episode.size()), all.back()->day});
  }
}

void add_night(std::span<const RuleSpasm> spasms, const RuleTime& time, std::vector<Found>& found) {
  constexpr int of_week = 3;
  const auto since_midnight = time.local - std::chrono::floor<days>(time.local);
  const bool before_night = since_midnight >= hours{12} && since_midnight < hours{23};
  const Day last = night_of(time.local) - days{before_night ? 1 : 0};
  std::set<Day> nights;
  Spasms counted;
  for (const RuleSpasm& spasm : spasms) {
    if (spasm.day > time.day || !(spasm.woke || (spasm.time_known && is_at_night(spasm.local)))) continue;
    const Day night = night_of(spasm.local);
    if (night <= last - days{7} || night > last) continue;
    nights.insert(night);
    counted.push_back(&spasm);
  }
  if (nights.size() < of_week) return;
  found.push_back({"night", "", fmt::format("Spasms in {} of the last 7 nights.", nights.size()),
                   static_cast<int>(counted.size()), counted.back()->day});
}

/// At most one of a rule: of several sites the one with the most spasms.
void keep_one_of_each(std::vector<Found>& found) {
  std::ranges::stable_sort(found, [](const Found& one, const Found& other) { return one.spasms > other.spasms; });
  std::set<std::string_view> names;
  std::erase_if(found, [&](const Found& one) { return !names.insert(one.name).second; });
}

bool was_seen(const Found& found, const RuleTime& time, std::span<const journal::SeenSign> seen) {
  return std::ranges::any_of(seen, [&](const journal::SeenSign& one) {
    const Day on(std::chrono::floor<days>(one.at));
    return one.sign == found.name && one.place == journal::seen_place(found.place) && time.day <= on + silent_once_seen;
  });
}

std::vector<Found> find(std::span<const RuleSpasm> spasms, const RuleTime& time,
                        std::span<const journal::SeenSign> seen) {
  std::vector<Found> found;
  add_worsening(spasms, time.day, found);
  add_lasting(spasms, time.day, found);
  add_not_improving(spasms, time, found);
  add_night(spasms, time, found);
  std::erase_if(found, [&](const Found& one) { return was_seen(one, time, seen); });
  keep_one_of_each(found);
  return found;
}

OpenSign open_sign(Found found) {
  const std::string name = found.name;
  OpenSign sign{
      {name, Level::Soon, name == "worsening" ? When::ThisWeek : When::NextVisit, name, ""}, found.spasms, found.last};
  if (!found.place.empty()) sign.places.push_back(std::move(found.place));
  sign.figures = std::move(found.figures);
  return sign;
}

}  // namespace

std::vector<RuleSpasm> rule_spasms(std::span<const journal::Entry> entries, const language::Vocabulary& vocabulary) {
  std::vector<RuleSpasm> spasms;
  for (const journal::Entry& entry : entries) {
    const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
    if (spasm == nullptr) continue;
    const bool day_only = entry.import_key && entry.import_key->starts_with(journal::day_only_key);
    spasms.push_back({spasm->site, entry.when.day, calendar::local_time(entry.when), !day_only,
                      entry.note && language::says_woken(vocabulary, *entry.note), spasm->severity, spasm->minutes});
  }
  std::ranges::stable_sort(spasms, {}, &RuleSpasm::local);
  return spasms;
}

std::vector<OpenSign> signs_over_days(std::span<const RuleSpasm> spasms, const RuleTime& time,
                                      std::span<const journal::SeenSign> seen) {
  std::vector<OpenSign> signs;
  for (Found& found : find(spasms, time, seen)) signs.push_back(open_sign(std::move(found)));
  return signs;
}

std::vector<OpenSign> signs_over_days_to_tell(std::span<const RuleSpasm> spasms, const RuleTime& time,
                                              std::span<const journal::SeenSign> seen) {
  constexpr days told_for{7};
  constexpr days told_again_after{28};
  std::vector<OpenSign> signs = signs_over_days(spasms, time, seen);
  if (signs.empty()) return signs;
  std::map<std::string, days> held_for;  // days before this one on which it held without a break
  for (days back{1}; back <= rules_begin_within; ++back) {
    bool any = false;
    for (const Found& found : find(spasms, {time.day - back, time.local - back}, seen)) {
      days& held = held_for[found.name];
      if (held != back - days{1}) continue;
      held = back;
      any = true;
    }
    if (!any) break;
  }
  std::erase_if(signs, [&](const OpenSign& sign) { return held_for[sign.sign.name] % told_again_after >= told_for; });
  return signs;
}

}  // namespace lytes::safety

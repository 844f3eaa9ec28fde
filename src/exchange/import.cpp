#include "lytes/exchange/import.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "comparison.hpp"
#include "lytes/journal/store.hpp"

namespace lytes::exchange {
namespace {

using calendar::Day;
using journal::DaySaid;
using journal::Entry;

/// What a part of the file is to the journal.
enum class Standing { New, There, Different };

/// The file held against the journal, day by day and part by part.
class Comparison {
 public:
  Comparison(journal::Store& store, const Incoming& incoming) : file_(by_day(incoming.entries, incoming.said)) {
    if (file_.empty()) return;
    const calendar::DayRange days{file_.begin()->first, file_.rbegin()->first};
    journal_ = by_day(store.list(days), store.said(days));
    for (const auto& [day, parts] : file_) compare(day, parts);
  }

  const std::vector<Conflict>& conflicts() const { return conflicts_; }
  bool in_conflict(Day day) const { return days_in_conflict_.contains(day); }
  Standing standing(Day day, const Part& part) const { return standings_.at({day, part}); }

  /// What the journal's user said of that day.
  std::optional<journal::DayStatus> said(Day day, journal::Stream stream) const {
    return held(day, part_of(stream)).said;
  }

  /// The journal's entries of the parts that differ.
  std::vector<Entry> differing() const {
    std::vector<Entry> entries;
    for (const auto& [place, standing] : standings_) {
      if (standing != Standing::Different) continue;
      const auto& differing = held(place.first, place.second).entries;
      entries.insert(entries.end(), differing.begin(), differing.end());
    }
    return entries;
  }

 private:
  const Held& held(Day day, const Part& part) const {
    static const Held nothing;
    const auto parts = journal_.find(day);
    if (parts == journal_.end()) return nothing;
    const auto found = parts->second.find(part);
    return found == parts->second.end() ? nothing : found->second;
  }

  void compare(Day day, const HeldParts& parts) {
    Conflict conflict{day, {}};
    for (const auto& [part, file] : parts) {
      const Held& ours = held(day, part);
      const Standing standing = ours.nothing()            ? Standing::New
                                : holds(part, ours, file) ? Standing::There
                                                          : Standing::Different;
      standings_.emplace(std::pair(day, part), standing);
      if (standing != Standing::Different) continue;
      for (auto& difference : differences(part, ours, file)) conflict.differences.push_back(std::move(difference));
    }
    if (conflict.differences.empty()) return;
    days_in_conflict_.insert(day);
    conflicts_.push_back(std::move(conflict));
  }

  std::map<Day, HeldParts> file_;
  std::map<Day, HeldParts> journal_;
  std::map<std::pair<Day, Part>, Standing> standings_;
  std::set<Day> days_in_conflict_;
  std::vector<Conflict> conflicts_;
};

/// All that an import does.
struct Plan {
  std::vector<Entry> take_out;
  std::vector<Entry> add;
  std::vector<DaySaid> say;
  std::size_t there_already = 0;
};

/// Of an entry that was moved to another day since it was imported the key is there all the same.
void leave_moved_entries(journal::Store& store, Plan& plan) {
  std::set<std::string> freed;
  for (const Entry& entry : plan.take_out) {
    if (entry.import_key) freed.insert(*entry.import_key);
  }
  const std::vector<bool> held = store.holds(plan.add);
  std::vector<Entry> fresh;
  for (std::size_t i = 0; i < plan.add.size(); ++i) {
    if (held[i] && !freed.contains(*plan.add[i].import_key)) {
      ++plan.there_already;
    } else {
      fresh.push_back(std::move(plan.add[i]));
    }
  }
  plan.add = std::move(fresh);
}

Plan plan_of(journal::Store& store, const Incoming& incoming, OnConflict on_conflict) {
  const Comparison comparison(store, incoming);
  Plan plan;
  if (on_conflict == OnConflict::Replace) plan.take_out = comparison.differing();
  const auto is_kept = [&](Day day) { return on_conflict == OnConflict::Keep && comparison.in_conflict(day); };
  for (const Entry& entry : incoming.entries) {
    if (is_kept(entry.when.day)) continue;
    if (comparison.standing(entry.when.day, part_of(entry)) == Standing::There) {
      ++plan.there_already;
    } else {
      plan.add.push_back(entry);
    }
  }
  for (const DaySaid& said : incoming.said) {
    if (!is_kept(said.day) && comparison.said(said.day, said.stream) != said.status) plan.say.push_back(said);
  }
  leave_moved_entries(store, plan);
  return plan;
}

Imported told(const Plan& plan) {
  Imported result;
  for (const Entry& entry : plan.add) ++result.added.at(static_cast<std::size_t>(entry.kind));
  for (const Entry& entry : plan.take_out) ++result.taken_out.at(static_cast<std::size_t>(entry.kind));
  result.there_already = plan.there_already;
  result.days_said = plan.say.size();
  return result;
}

}  // namespace

std::size_t Imported::entries() const { return std::accumulate(added.begin(), added.end(), std::size_t{0}); }

std::vector<Conflict> conflicts(journal::Store& store, const Incoming& incoming) {
  return Comparison(store, incoming).conflicts();
}

Imported would_import(journal::Store& store, const Incoming& incoming, OnConflict on_conflict) {
  return told(plan_of(store, incoming, on_conflict));
}

Imported import_into(journal::Store& store, const Incoming& incoming, OnConflict on_conflict) {
  const Plan plan = plan_of(store, incoming, on_conflict);
  for (const Entry& entry : plan.take_out) store.remove(entry.id);
  store.import(plan.add);
  for (const DaySaid& said : plan.say) store.say(said.day, said.stream, said.status);
  return told(plan);
}

}  // namespace lytes::exchange

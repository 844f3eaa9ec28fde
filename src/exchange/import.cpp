#include "lytes/exchange/import.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "comparison.hpp"
#include "lytes/journal/store.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::exchange {
namespace {

using calendar::Day;
using journal::DaySaid;
using journal::Entry;

/// What the file says of one day.
struct FileDay {
  std::vector<Entry> entries;
  std::vector<DaySaid> said;
};

/// Calls `each` for every day that the file says something of, in their order, one day in memory at a time.
void each_file_day(const Incoming& incoming, const std::function<void(Day, const FileDay&)>& each) {
  std::map<Day, std::vector<std::uint32_t>> days;
  for (std::size_t i = 0; i < incoming.entries.size(); ++i)
    days[incoming.entries.day(i)].push_back(static_cast<std::uint32_t>(i));
  std::map<Day, std::vector<DaySaid>> said;
  for (const DaySaid& one : incoming.said) {
    said[one.day].push_back(one);
    days.try_emplace(one.day);
  }
  for (const auto& [day, places] : days) {
    FileDay file;
    for (const std::uint32_t place : places) file.entries.push_back(incoming.entries[place]);
    if (const auto found = said.find(day); found != said.end()) file.said = found->second;
    each(day, file);
  }
}

/// One day of the file held against the journal, part by part.
class DayComparison {
 public:
  DayComparison(journal::Store& store, Day day, const FileDay& file)
      : day_(day), entries_(store.list({day, day})), said_(store.said({day, day})) {
    journal_ = by_part(entries_, said_);
    file_ = by_part(file.entries, file.said);
    for (const auto& [part, theirs] : file_) {
      const Held& ours = held_of(part);
      parts_.emplace(part, compare(part, ours, theirs));
      if (!parts_.at(part).differs) continue;
      for (auto& difference : exchange::differences(part, ours, theirs)) differences_.push_back(std::move(difference));
      for (const Entry* entry : parts_.at(part).outdated) sources_.insert(source_of(*entry));
      // A status belongs to whoever logged the day's intake.
      if (part.of != Part::Of::Status) continue;
      for (const Entry* entry : held_of({Part::Of::Intake, {}}).entries) sources_.insert(source_of(*entry));
    }
    for (const Entry& entry : file.entries) file_sources_.insert(source_of(entry));
    for (const std::string& source : file_sources_) sources_.erase(source);
  }

  bool differs() const { return !differences_.empty(); }
  const std::map<Part, Compared>& parts() const { return parts_; }

  Conflict conflict(const std::vector<std::string>& preferred) const {
    return {day_, differences_, {sources_.begin(), sources_.end()}, decided(preferred)};
  }

  /// What the preferred sources make of the conflict: the first of them that is one of its sides.
  std::optional<OnConflict> decided(const std::vector<std::string>& preferred) const {
    const auto any_called = [](const std::set<std::string>& sources, const std::string& said) {
      return std::ranges::any_of(sources, [&](const std::string& source) { return is_called(source, said); });
    };
    for (const std::string& said : preferred) {
      if (any_called(file_sources_, said)) return OnConflict::Replace;
      if (any_called(sources_, said)) return OnConflict::Keep;
    }
    return std::nullopt;
  }

  /// What the journal's user said of that day.
  std::optional<journal::DayStatus> said(journal::Stream stream) const { return held_of(part_of(stream)).said; }

 private:
  const Held& held_of(const Part& part) const {
    static const Held nothing;
    const auto found = journal_.find(part);
    return found == journal_.end() ? nothing : found->second;
  }

  Day day_;
  std::vector<Entry> entries_;
  std::vector<DaySaid> said_;
  HeldParts journal_;
  HeldParts file_;
  std::map<Part, Compared> parts_;
  std::vector<Difference> differences_;
  std::set<std::string> sources_;  ///< of the journal alone
  std::set<std::string> file_sources_;
};

/// All that an import does to one day.
struct DayPlan {
  ImportedDay told;
  std::vector<const Entry*> take_out;
  std::vector<Entry> add;
  std::vector<DaySaid> say;
  bool left_open = false;
};

/// Of an entry that was moved to another day since it was imported the key is there all the same.
void leave_moved_entries(journal::Store& store, DayPlan& plan) {
  std::set<std::string> freed;
  for (const Entry* entry : plan.take_out) {
    if (entry->import_key) freed.insert(*entry->import_key);
  }
  const std::vector<bool> held = store.holds(plan.add);
  std::vector<Entry> fresh;
  for (std::size_t i = 0; i < plan.add.size(); ++i) {
    if (held[i] && !freed.contains(*plan.add[i].import_key)) {
      ++plan.told.there_already;
    } else {
      fresh.push_back(std::move(plan.add[i]));
    }
  }
  plan.add = std::move(fresh);
}

/// Whether a day has intake of which nobody says whether it is all.
bool is_open(const FileDay& file, const DayComparison& comparison) {
  const bool any_intake =
      std::ranges::any_of(file.entries, [](const Entry& entry) { return journal::is_intake(entry.kind); });
  const bool is_said =
      std::ranges::any_of(file.said, [](const DaySaid& said) { return said.stream == journal::Stream::Intake; });
  return any_intake && !is_said && !comparison.said(journal::Stream::Intake);
}

DayPlan plan_of(journal::Store& store, Day day, const FileDay& file, const DayComparison& comparison,
                const ImportRules& rules) {
  DayPlan plan;
  plan.told.day = day;
  plan.left_open = is_open(file, comparison);
  const OnConflict rule = comparison.decided(rules.preferred).value_or(rules.on_conflict);
  plan.told.kept = comparison.differs() && rule == OnConflict::Keep;
  if (plan.told.kept) return plan;
  std::size_t fresh = 0;
  for (const auto& [part, compared] : comparison.parts()) {
    plan.take_out.insert(plan.take_out.end(), compared.outdated.begin(), compared.outdated.end());
    for (const Entry* entry : compared.fresh) plan.add.push_back(*entry);
    fresh += compared.fresh.size();
  }
  plan.told.there_already = file.entries.size() - fresh;
  for (const DaySaid& said : file.said) {
    if (comparison.said(said.stream) != said.status) plan.say.push_back(said);
  }
  if (plan.left_open && rules.open_days) {
    plan.say.push_back({day, journal::Stream::Intake, *rules.open_days});
    plan.left_open = false;
  }
  leave_moved_entries(store, plan);
  return plan;
}

void tell(Imported& result, DayPlan& plan) {
  for (const Entry& entry : plan.add) {
    ++result.added.at(static_cast<std::size_t>(entry.kind));
    ++plan.told.added.at(static_cast<std::size_t>(entry.kind));
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake) continue;
    for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
      const auto& figure = intake->nutrients[nutrient];
      auto& total = plan.told.added_figures[nutrient];
      if (figure) total = total.value_or(0) + *figure;
    }
  }
  for (const Entry* entry : plan.take_out) ++result.taken_out.at(static_cast<std::size_t>(entry->kind));
  plan.told.taken_out = plan.take_out.size();
  result.there_already += plan.told.there_already;
  result.days_said += plan.say.size();
  if (plan.left_open) ++result.days_left_open;
  result.days.push_back(plan.told);
}

/// Day by day, so that of a long journal one day at a time is in memory.
Imported each_day(journal::Store& store, const Incoming& incoming, const ImportRules& rules,
                  const std::function<void(const DayPlan&)>& act) {
  Imported result;
  each_file_day(incoming, [&](Day day, const FileDay& file) {
    const DayComparison comparison(store, day, file);
    DayPlan plan = plan_of(store, day, file, comparison, rules);
    act(plan);
    tell(result, plan);
  });
  return result;
}

}  // namespace

std::size_t Imported::entries() const { return std::accumulate(added.begin(), added.end(), std::size_t{0}); }

bool is_called(const std::string& source, const std::string& said) {
  const std::string plain = text::lowered(source);
  const std::string wanted = text::lowered(text::trimmed(said));
  const auto point = plain.find('.');
  return !wanted.empty() &&
         (plain == wanted || plain.substr(0, point) == wanted ||
          (point != std::string::npos && plain.substr(point + 1) == wanted) || (plain == by_hand && wanted == "hand"));
}

std::vector<Conflict> conflicts(journal::Store& store, const Incoming& incoming,
                                const std::vector<std::string>& preferred) {
  std::vector<Conflict> found;
  each_file_day(incoming, [&](Day day, const FileDay& file) {
    const DayComparison comparison(store, day, file);
    if (comparison.differs()) found.push_back(comparison.conflict(preferred));
  });
  return found;
}

Imported would_import(journal::Store& store, const Incoming& incoming, const ImportRules& rules) {
  return each_day(store, incoming, rules, [](const DayPlan&) {});
}

Imported import_into(journal::Store& store, const Incoming& incoming, const ImportRules& rules) {
  return each_day(store, incoming, rules, [&](const DayPlan& plan) {
    for (const Entry* entry : plan.take_out) store.remove(entry->id);
    store.import(plan.add);
    for (const DaySaid& said : plan.say) store.say(said.day, said.stream, said.status);
  });
}

}  // namespace lytes::exchange

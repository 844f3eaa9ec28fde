#include "lytes/exchange/import.hpp"

#include <algorithm>
#include <chrono>
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
  Day day;
  std::vector<Entry> entries;
  std::vector<DaySaid> said;
};

/// Days of the file that are looked at together: so few that a long journal is never in memory as a whole, and so many
/// that it is not asked for each by itself.
using Block = std::vector<FileDay>;
constexpr std::chrono::days longest_block{31};
constexpr std::size_t full_block = 1'000;

/// Calls `each` with all days that the file says something of, in their order.
void each_block(const Incoming& incoming, const std::function<void(const Block&)>& each) {
  std::map<Day, std::vector<std::uint32_t>> days;
  for (std::size_t i = 0; i < incoming.entries.size(); ++i)
    days[incoming.entries.day(i)].push_back(static_cast<std::uint32_t>(i));
  std::map<Day, std::vector<DaySaid>> said;
  for (const DaySaid& one : incoming.said) {
    said[one.day].push_back(one);
    days.try_emplace(one.day);
  }
  Block block;
  std::size_t entries = 0;
  for (const auto& [day, places] : days) {
    if (!block.empty() && (entries >= full_block || day - block.front().day >= longest_block)) {
      each(block);
      block.clear();
      entries = 0;
    }
    FileDay& file = block.emplace_back(FileDay{day, {}, {}});
    for (const std::uint32_t place : places) file.entries.push_back(incoming.entries[place]);
    if (const auto found = said.find(day); found != said.end()) file.said = found->second;
    entries += places.size();
  }
  if (!block.empty()) each(block);
}

/// What the journal has of the days of a block.
class BlockHeld {
 public:
  BlockHeld(journal::Store& store, const Block& block) {
    const calendar::DayRange days{block.front().day, block.back().day};
    for (Entry& entry : store.list(days)) entries_[entry.when.day].push_back(std::move(entry));
    for (const DaySaid& said : store.said(days)) said_[said.day].push_back(said);
  }

  const std::vector<Entry>& entries(Day day) const { return found(entries_, day); }
  const std::vector<DaySaid>& said(Day day) const { return found(said_, day); }

 private:
  template <class What>
  static const What& found(const std::map<Day, What>& days, Day day) {
    static const What nothing;
    const auto place = days.find(day);
    return place == days.end() ? nothing : place->second;
  }

  std::map<Day, std::vector<Entry>> entries_;
  std::map<Day, std::vector<DaySaid>> said_;
};

/// One day of the file held against the journal, part by part. Both must outlive it.
class DayComparison {
 public:
  DayComparison(const BlockHeld& journal, const FileDay& file)
      : day_(file.day),
        journal_(by_part(journal.entries(file.day), journal.said(file.day))),
        file_(by_part(file.entries, file.said)) {
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
  std::vector<const Entry*> add;
  std::vector<DaySaid> say;
  bool left_open = false;
};

/// Whether a day has intake of which nobody says whether it is all.
bool is_open(const FileDay& file, const DayComparison& comparison) {
  const bool any_intake =
      std::ranges::any_of(file.entries, [](const Entry& entry) { return journal::is_intake(entry.kind); });
  const bool is_said =
      std::ranges::any_of(file.said, [](const DaySaid& said) { return said.stream == journal::Stream::Intake; });
  return any_intake && !is_said && !comparison.said(journal::Stream::Intake);
}

DayPlan plan_of(const FileDay& file, const DayComparison& comparison, const ImportRules& rules) {
  DayPlan plan;
  plan.told.day = file.day;
  plan.left_open = is_open(file, comparison);
  const OnConflict rule = comparison.decided(rules.preferred).value_or(rules.on_conflict);
  plan.told.kept = comparison.differs() && rule == OnConflict::Keep;
  if (plan.told.kept) return plan;
  std::size_t fresh = 0;
  for (const auto& [part, compared] : comparison.parts()) {
    plan.take_out.insert(plan.take_out.end(), compared.outdated.begin(), compared.outdated.end());
    plan.add.insert(plan.add.end(), compared.fresh.begin(), compared.fresh.end());
    fresh += compared.fresh.size();
  }
  plan.told.there_already = file.entries.size() - fresh;
  for (const DaySaid& said : file.said) {
    if (comparison.said(said.stream) != said.status) plan.say.push_back(said);
  }
  if (plan.left_open && rules.open_days) {
    plan.say.push_back({file.day, journal::Stream::Intake, *rules.open_days});
    plan.left_open = false;
  }
  return plan;
}

void tell_added(Imported& result, DayPlan& plan, const Entry& entry) {
  ++result.added.at(static_cast<std::size_t>(entry.kind));
  ++plan.told.added.at(static_cast<std::size_t>(entry.kind));
  const auto* intake = std::get_if<journal::Intake>(&entry.what);
  if (!intake) return;
  for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
    const auto& figure = intake->nutrients[nutrient];
    auto& total = plan.told.added_figures[nutrient];
    if (figure) total = total.value_or(0) + *figure;
  }
}

void tell(Imported& result, DayPlan& plan) {
  result.there_already += plan.told.there_already;
  result.days_said += plan.say.size();
  if (plan.left_open) ++result.days_left_open;
  result.days.push_back(plan.told);
}

/// Entries that were moved to another day since they were imported: the journal holds their keys all the same.
/// @param freed the keys of what the import takes out
std::vector<bool> moved(journal::Store& store, const std::set<std::string>& freed, const std::vector<Entry>& added) {
  auto held = store.holds(added);
  for (std::size_t i = 0; i < added.size(); ++i) held[i] = held[i] && !freed.contains(*added[i].import_key);
  return held;
}

/// What the file takes the place of. It goes before anything is added: what the file has moved to an earlier day
/// would else be held to be there already, and go afterwards.
struct TakenOut {
  ByKind count{};
  std::map<Day, std::size_t> on_day;
  std::set<std::string> keys;
  std::vector<std::int64_t> ids;
  std::vector<Conflict> conflicts;
};

TakenOut to_take_out(journal::Store& store, const Incoming& incoming, const ImportRules& rules) {
  TakenOut all;
  each_block(incoming, [&](const Block& block) {
    const BlockHeld journal(store, block);
    for (const FileDay& file : block) {
      const DayComparison comparison(journal, file);
      if (!comparison.differs()) continue;
      all.conflicts.push_back(comparison.conflict(rules.preferred));
      for (const Entry* entry : plan_of(file, comparison, rules).take_out) {
        ++all.count.at(static_cast<std::size_t>(entry->kind));
        ++all.on_day[file.day];
        all.ids.push_back(entry->id);
        if (entry->import_key) all.keys.insert(*entry->import_key);
      }
    }
  });
  return all;
}

/// What is done with a block.
/// @param added what its plans add
using Act = std::function<void(const std::vector<DayPlan>&, const std::vector<Entry>& added)>;

/// @param out what is taken out, or was
Imported each_plan(journal::Store& store, const Incoming& incoming, const ImportRules& rules, TakenOut out,
                   const Act& act) {
  Imported result;
  result.taken_out = out.count;
  result.conflicts = std::move(out.conflicts);
  each_block(incoming, [&](const Block& block) {
    const BlockHeld journal(store, block);
    std::vector<DayPlan> plans;
    std::vector<Entry> added;
    for (const FileDay& file : block) {
      for (const Entry* entry : plans.emplace_back(plan_of(file, DayComparison(journal, file), rules)).add)
        added.push_back(*entry);
    }
    const std::vector<bool> there = moved(store, out.keys, added);
    std::size_t next = 0;
    for (DayPlan& plan : plans) {
      for (const Entry* entry : plan.add) {
        if (there.at(next++)) {
          ++plan.told.there_already;
        } else {
          tell_added(result, plan, *entry);
        }
      }
      if (const auto day = out.on_day.find(plan.told.day); day != out.on_day.end()) plan.told.taken_out = day->second;
      tell(result, plan);
    }
    act(plans, added);
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
  return to_take_out(store, incoming, {OnConflict::Keep, preferred, std::nullopt}).conflicts;
}

Imported would_import(journal::Store& store, const Incoming& incoming, const ImportRules& rules) {
  return each_plan(store, incoming, rules, to_take_out(store, incoming, rules), [](const auto&, const auto&) {});
}

Imported import_into(journal::Store& store, const Incoming& incoming, const ImportRules& rules) {
  TakenOut out = to_take_out(store, incoming, rules);
  for (const std::int64_t id : out.ids) store.remove(id);
  const auto add = [&](const std::vector<DayPlan>& plans, const std::vector<Entry>& added) {
    store.import(added);
    for (const DayPlan& plan : plans) {
      for (const DaySaid& said : plan.say) store.say(said.day, said.stream, said.status);
    }
  };
  return each_plan(store, incoming, rules, std::move(out), add);
}

}  // namespace lytes::exchange

#include "comparison.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "daily_columns.hpp"
#include "lytes/quantity/amount.hpp"

namespace lytes::exchange {
namespace {

using journal::DayStatus;
using journal::Entry;
using Known = std::optional<double>;
using Entries = std::vector<const Entry*>;

/// Figures are the same when they read the same.
bool same(Known one, Known other) {
  if (!one || !other) return one.has_value() == other.has_value();
  return quantity::format_number(*one) == quantity::format_number(*other);
}

Figure figure(Known number) { return number ? Figure(*number) : Figure(); }

Known sum(const Entries& entries, quantity::Nutrient nutrient) {
  Known total;
  for (const Entry* entry : entries) {
    const Known amount = std::get<journal::Intake>(entry->what).nutrients[nutrient];
    if (amount) total = total.value_or(0) + *amount;
  }
  return total;
}

/// Whether the journal's entries add up to whatever the file's have.
/// @param any whether the file's must have any figure at all
bool add_up(const Entries& journal, const Entries& file, bool any) {
  bool compared = false;
  for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
    const Known wanted = sum(file, nutrient);
    if (!wanted) continue;
    compared = true;
    if (!same(wanted, sum(journal, nutrient))) return false;
  }
  return compared || !any;
}

/// The rating or value of an entry.
Known value_of(const Entry& entry) {
  if (const auto* stress = std::get_if<journal::Stress>(&entry.what)) return stress->rating;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) return factor->value;
  return std::nullopt;
}

std::optional<std::string> unit_of(const Entry& entry) {
  const auto* factor = std::get_if<journal::Factor>(&entry.what);
  return factor ? factor->unit : std::nullopt;
}

/// Whether an entry of one source still has the figures that it has in the file. Words that were made clearer by hand,
/// such as the site of a spasm, are no difference.
bool same_figures(const Entry& journal, const Entry& file) {
  if (journal.what.index() != file.what.index()) return false;
  if (journal::is_intake(file.kind)) return add_up({&journal}, {&file}, false);
  if (const auto* wanted = std::get_if<journal::Spasm>(&file.what)) {
    const auto& held = std::get<journal::Spasm>(journal.what);
    return held.severity == wanted->severity && same(held.minutes, wanted->minutes);
  }
  if (file.kind == journal::EntryKind::Note) return journal.note == file.note;
  if (const auto* wanted = std::get_if<journal::Medicine>(&file.what))
    return std::get<journal::Medicine>(journal.what).dose == wanted->dose;
  return same(value_of(journal), value_of(file)) && unit_of(journal) == unit_of(file);
}

std::set<std::string> sources_of(const Entries& entries) {
  std::set<std::string> sources;
  for (const Entry* entry : entries) sources.insert(source_of(*entry));
  return sources;
}

/// The two sides of a part held against each other, entry by entry.
struct Matched {
  std::size_t there = 0;  ///< entries of the file that the journal has with the same figures
  Entries fresh;          ///< those it has not, or with others
  Entries changed;        ///< of the journal: the same rows with other figures
  Entries gone;           ///< of the journal: rows of the same source that the file has not
  Entries foreign;        ///< of the journal: of other sources
};

Matched matched(const Held& journal, const Held& file) {
  std::unordered_map<std::string, const Entry*> by_key;
  for (const Entry* entry : file.entries) by_key.emplace(entry->import_key.value_or(""), entry);
  const auto sources = sources_of(file.entries);
  Matched found;
  std::set<const Entry*> held;
  for (const Entry* entry : journal.entries) {
    const auto wanted = entry->import_key ? by_key.find(*entry->import_key) : by_key.end();
    if (wanted == by_key.end()) {
      (sources.contains(source_of(*entry)) ? found.gone : found.foreign).push_back(entry);
    } else if (same_figures(*entry, *wanted->second)) {
      held.insert(wanted->second);
    } else {
      found.changed.push_back(entry);
    }
  }
  found.there = held.size();
  for (const Entry* entry : file.entries) {
    if (!held.contains(entry)) found.fresh.push_back(entry);
  }
  return found;
}

/// One value of all entries: hours and units of one kind add up, ratings do not. Empty where there is no such value.
Known one_value(const Entries& entries) {
  if (entries.size() == 1) return value_of(*entries.front());
  Known total;
  for (const Entry* entry : entries) {
    const Known value = value_of(*entry);
    if (!value || !unit_of(*entry) || unit_of(*entry) != unit_of(*entries.front())) return std::nullopt;
    total = total.value_or(0) + *value;
  }
  return total;
}

Figure value_figure(const Held& held) {
  if (const Known value = one_value(held.entries)) return *value;
  if (held.entries.empty()) return {};
  std::vector<std::string> values;
  constexpr std::size_t most_shown = 5;
  for (const Entry* entry : held.entries) {
    const Known value = value_of(*entry);
    const auto unit = unit_of(*entry);
    values.push_back((value ? quantity::format_number(*value) : "no number") + (unit ? " " + *unit : ""));
    if (values.size() == most_shown && held.entries.size() > most_shown) {
      values.push_back(fmt::format("{} more", held.entries.size() - most_shown));
      break;
    }
  }
  return fmt::format("{}", fmt::join(values, " and "));
}

/// How many there were, where all of them are known; else the status as well: "1, partial". Where the numbers are the
/// same, the severities.
Figure spasm_figure(const Held& held) {
  const auto count = held.entries.size();
  if (!held.said || held.said == DayStatus::Complete) return static_cast<double>(count);
  const std::string status(journal::word(*held.said));
  return count == 0 ? status : fmt::format("{}, {}", count, status);
}

Figure severities(const Held& held) {
  std::vector<std::string> all;
  for (const Entry* entry : held.entries) {
    const auto severity = std::get<journal::Spasm>(entry->what).severity;
    all.push_back(severity ? fmt::format("{}/10", *severity) : "unknown");
  }
  return fmt::format("{}", fmt::join(all, " and "));
}

std::vector<Difference> intake_differences(const Held& journal, const Held& file) {
  std::vector<Difference> found;
  for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
    const Known ours = sum(journal.entries, nutrient);
    const Known theirs = sum(file.entries, nutrient);
    const auto column = std::ranges::find(nutrient_columns, nutrient, &NutrientColumn::nutrient);
    const bool named = column != nutrient_columns.end();
    if (same(ours, theirs) || (!named && !theirs)) continue;
    found.push_back({std::string(named ? column->name : field_name(nutrient)), figure(ours), figure(theirs)});
  }
  if (found.empty()) {
    found.push_back({"items", static_cast<double>(journal.entries.size()), static_cast<double>(file.entries.size())});
  }
  return found;
}

/// Of spasms that the file says are all of that day the number counts, and no day holds both.
bool holds_all_spasms(const Held& journal, const Held& file) {
  if (journal.said && file.said != journal.said) return false;
  const std::size_t wanted = file.entries.size();
  if (journal.entries.size() == wanted) return true;
  const auto before =
      std::ranges::count_if(journal.entries, [](const Entry* entry) { return entry->import_key.has_value(); });
  return wanted > 0 && static_cast<std::size_t>(before) == wanted;
}

/// Whether all that the journal has of the part says the same as the file, though not row by row.
bool says_the_same(const Part& part, const Held& journal, const Held& file) {
  switch (part.of) {
    case Part::Of::Intake:
      return add_up(journal.entries, file.entries, true);
    case Part::Of::Spasms:
      return journal.entries.size() == file.entries.size();
    case Part::Of::Stress:
    case Part::Of::Factor: {
      const Known value = one_value(journal.entries);
      return file.entries.size() == 1 && value && same(value, value_of(*file.entries.front())) &&
             unit_of(*journal.entries.front()) == unit_of(*file.entries.front());
    }
    case Part::Of::Note:
    case Part::Of::Status:
      break;
  }
  return false;
}

void append(Entries& to, const Entries& entries) { to.insert(to.end(), entries.begin(), entries.end()); }

}  // namespace

Part part_of(const Entry& entry) {
  if (journal::is_intake(entry.kind)) return {Part::Of::Intake, {}};
  if (entry.kind == journal::EntryKind::Spasm) return {Part::Of::Spasms, {}};
  if (entry.kind == journal::EntryKind::Stress) return {Part::Of::Stress, {}};
  if (entry.kind == journal::EntryKind::Note || entry.kind == journal::EntryKind::Medicine) return {Part::Of::Note, {}};
  return {Part::Of::Factor, std::get<journal::Factor>(entry.what).name};
}

Part part_of(journal::Stream stream) {
  return {stream == journal::Stream::Spasms ? Part::Of::Spasms : Part::Of::Status, {}};
}

HeldParts by_part(std::span<const Entry> entries, std::span<const journal::DaySaid> said) {
  HeldParts parts;
  for (const Entry& entry : entries) parts[part_of(entry)].entries.push_back(&entry);
  for (const journal::DaySaid& one : said) parts[part_of(one.stream)].said = one.status;
  return parts;
}

Compared compare(const Part& part, const Held& journal, const Held& file) {
  Compared result;
  if (part.of == Part::Of::Status) {
    result.differs = journal.said && journal.said != file.said;
    return result;
  }
  if (journal.nothing()) {
    result.fresh = file.entries;
    return result;
  }
  if (part.of == Part::Of::Spasms && file.said) {
    result.differs = !holds_all_spasms(journal, file);
    if (!result.differs) return result;
    result.fresh = file.entries;
    result.outdated = journal.entries;
    return result;
  }
  Matched found = matched(journal, file);
  const bool is_note = part.of == Part::Of::Note;
  const bool as_before = found.fresh.empty() && found.changed.empty() && found.gone.empty();
  if (as_before || (!journal.entries.empty() && says_the_same(part, journal, file))) return result;
  const bool said_to_be_all = part.of == Part::Of::Spasms && journal.said == DayStatus::Complete;
  result.differs = !found.changed.empty() || !found.gone.empty() || (!is_note && !found.foreign.empty()) ||
                   (said_to_be_all && !found.fresh.empty());
  result.fresh = std::move(found.fresh);
  if (!result.differs) return result;
  append(result.outdated, found.changed);
  append(result.outdated, found.gone);
  if (!is_note) append(result.outdated, found.foreign);
  return result;
}

std::vector<Difference> differences(const Part& part, const Held& journal, const Held& file) {
  switch (part.of) {
    case Part::Of::Intake:
      return intake_differences(journal, file);
    case Part::Of::Spasms: {
      const Difference counts{"spasms", spasm_figure(journal), spasm_figure(file)};
      if (counts.journal != counts.file) return {counts};
      return {{"severity", severities(journal), severities(file)}};
    }
    case Part::Of::Status:
      return {{"status", std::string(word(*journal.said)), std::string(word(*file.said))}};
    case Part::Of::Stress:
    case Part::Of::Factor: {
      if (part.of == Part::Of::Stress) return {{"stress", value_figure(journal), value_figure(file)}};
      const auto known = std::ranges::find_if(factor_columns,
                                              [&](const FactorColumn& column) { return part.factor == column.factor; });
      return {{known == factor_columns.end() ? "factor " + part.factor : known->name, value_figure(journal),
               value_figure(file)}};
    }
    case Part::Of::Note:
      break;
  }
  return {
      {"notes and medicines", static_cast<double>(journal.entries.size()), static_cast<double>(file.entries.size())}};
}

}  // namespace lytes::exchange

#include "lytes/notebook/notes_remarks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "lytes/errors.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/notebook/open_signs.hpp"
#include "lytes/notebook/too_much.hpp"
#include "lytes/safety/cautions.hpp"
#include "lytes/safety/doses.hpp"
#include "lytes/safety/over_days.hpp"
#include "lytes/timeline/timeline.hpp"

namespace lytes::notebook {

namespace {

using calendar::Day;
using journal::Entry;

constexpr std::chrono::days doses_are_news{7};
constexpr std::size_t most_notes = 12;

/// One remark of each kind, with the days that call for it.
class Gathered {
 public:
  explicit Gathered(Day today) : today_(today) {}

  /// What is added last is what is told, unless what was added before is more urgent.
  void add(const Remark& remark, Day day) {
    Of& of = by_code_[remark.code];
    of.days.insert(day);
    if (!of.remark.code.empty() && of.remark.level < remark.level) return;
    of.remark = remark;
    of.day = day;
  }

  std::vector<Remark> remarks() const {
    std::vector<Remark> all;
    for (const auto& [code, of] : by_code_) {
      all.push_back(of.remark);
      std::string& message = all.back().message;
      if (of.day != today_)
        message = fmt::format("On {} {}: {}", calendar::weekday_short(of.day), calendar::iso(of.day), message);
      if (of.days.size() == 2) message += " One more day of these notes is like it.";
      if (of.days.size() > 2) message += fmt::format(" {} more days of these notes are like it.", of.days.size() - 1);
    }
    std::ranges::stable_sort(all, {}, &Remark::level);
    return all;
  }

 private:
  struct Of {
    Remark remark;
    Day day;
    std::set<Day> days;
  };

  Day today_;
  std::map<std::string, Of> by_code_;
};

bool has_no_time(const Entry& entry) {
  return entry.import_key && entry.import_key->starts_with(journal::day_only_key);
}

std::map<Day, std::vector<Entry>> intakes_by_day(std::span<const language::Drafts> lines) {
  std::map<Day, std::vector<Entry>> days;
  for (const auto& line : lines) {
    for (const Entry& entry : line.entries) {
      if (journal::is_intake(entry.kind)) days[entry.when.day].push_back(entry);
    }
  }
  return days;
}

/// Too much at once, in a line.
void add_doses_of_lines(std::span<const language::Drafts> lines, Day from, const safety::DoseProfile& person,
                        Gathered& gathered) {
  for (const auto& line : lines) {
    if (line.entries.empty() || line.entries.front().when.day < from) continue;
    for (const auto& dose : safety::doses_of(line.entries, {}, person))
      gathered.add(dose, line.entries.front().when.day);
  }
}

/// Too much within hours, over the lines of a day and what else is logged around them.
std::vector<Remark> doses_of_day(Notebook& notebook, const std::map<Day, std::vector<Entry>>& days, Day day,
                                 safety::DoseProfile person) {
  person.no_more_fluid = false;  // what it says of one glass was said of its line
  constexpr std::chrono::days one{1};
  std::vector<journal::IntakeRow> around;
  notebook.store().each_intake({day - one, day + one}, [&](const auto& row) { around.push_back(row); });
  std::vector<Entry> had;
  for (const auto& [other, entries] : days) {
    if (other < day - one || other > day + one) continue;
    for (Entry entry : entries) {
      auto& intake = std::get<journal::Intake>(entry.what);
      if (has_no_time(entry)) {
        for (const auto nutrient : {quantity::Nutrient::Water, quantity::Nutrient::Sodium})
          intake.nutrients[nutrient].reset();
      }
      if (other == day) {
        had.push_back(std::move(entry));
      } else {
        around.push_back({entry.when, entry.kind, intake.nutrients});
      }
    }
  }
  return safety::doses_of(had, around, person);
}

safety::DoseProfile person_of(Notebook& notebook) {
  const Day today = notebook.today();
  auto person = safety::dose_profile(notebook.personal_advice(), notebook.targets().profile_on(today).age_on(today));
  person.poison_centre = safety::poison_centre(notebook.catalogue_file(), notebook.reckoning().zone.name());
  return person;
}

void add_cautions(Notebook& notebook, Day day, const std::vector<Entry>& had, Gathered& gathered) {
  auto row = timeline::intake_of(notebook.store(), notebook.targets(), day);
  for (const auto& caution : safety::cautions_after(had, row, notebook.targets().on(day), notebook.personal_advice()))
    gathered.add(caution, day);
}

std::vector<Remark> signs_in(Notebook& notebook, std::span<const language::Drafts> lines) {
  const Day from = notebook.today() - std::chrono::days(safety::open_sign_days);
  std::vector<Entry> recent;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const Entry& entry : lines[i].entries) {
      if (entry.when.day < from) continue;
      recent.push_back(entry);
      recent.back().line = static_cast<std::int64_t>(i) + 1;  // entries of one line are read together
    }
  }
  try {
    return recent.empty() ? std::vector<Remark>() : sign_remarks(notebook, recent);
  } catch (const StorageError& error) {
    notebook.complain(std::string("the words were not looked through for signs that need a doctor: ") + error.what());
    return {};
  }
}

/// How words were understood, each once, and no more than anybody reads.
void add_notes(std::span<const language::Drafts> lines, std::vector<Remark>& remarks) {
  std::set<std::string> told;
  std::size_t more = 0;
  for (const auto& line : lines) {
    for (const Remark& remark : line.remarks) {
      if (!told.insert(remark.message).second) continue;
      told.size() <= most_notes ? remarks.push_back(remark) : static_cast<void>(++more);
    }
  }
  if (more > 0)
    remarks.push_back(
        note("more_notes", fmt::format("{} more of how words were understood; --json has all entries", more)));
}

}  // namespace

std::vector<Remark> doses_in_notes(Notebook& notebook, std::span<const language::Drafts> lines) {
  const Day today = notebook.today();
  const Day from = today - doses_are_news;
  const auto days = intakes_by_day(lines);
  if (days.lower_bound(from) == days.end()) return {};
  const auto person = person_of(notebook);
  Gathered gathered(today);
  add_doses_of_lines(lines, from, person, gathered);
  for (auto day = days.lower_bound(from); day != days.end(); ++day) {
    for (const auto& dose : doses_of_day(notebook, days, day->first, person)) gathered.add(dose, day->first);
  }
  return gathered.remarks();
}

std::optional<Remark> grave_dose_in(Notebook& notebook, const language::Drafts& line) {
  const auto days = intakes_by_day({&line, 1});
  std::optional<safety::DoseProfile> person;
  for (const auto& [day, entries] : days) {
    if (!person) person = person_of(notebook);
    if (!safety::may_be_too_much(entries, *person)) continue;
    for (auto& dose : doses_of_day(notebook, days, day, *person)) {
      if (dose.level > Level::Soon) continue;
      constexpr std::string_view once_saved = " If it was a slip of the keys: lytes undo.";
      if (const auto at = dose.message.find(once_saved); at != std::string::npos)
        dose.message.erase(at, once_saved.size());
      return dose;
    }
  }
  return std::nullopt;
}

std::vector<Remark> remarks_on_notes(Notebook& notebook, std::span<const language::Drafts> lines, bool saved) {
  auto remarks = signs_in(notebook, lines);
  if (saved) {
    const Day today = notebook.today();
    Gathered gathered(today);
    const auto days = intakes_by_day(lines);
    for (auto day = days.lower_bound(today - doses_are_news); day != days.end(); ++day)
      add_cautions(notebook, day->first, day->second, gathered);
    for (auto day = days.lower_bound(today - doses_are_news); day != days.end(); ++day) {
      for (const auto& remark : medicines_of(notebook, day->second)) gathered.add(remark, day->first);
    }
    for (auto& remark : gathered.remarks()) remarks.push_back(std::move(remark));
  }
  add_notes(lines, remarks);
  return remarks;
}

}  // namespace lytes::notebook

#include "lytes/notebook/again.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/again_line.hpp"
#include "lytes/language/entry_fields.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/text/words.hpp"

namespace lytes::notebook {

namespace {

using journal::Entry;
using journal::EntryKind;
using Words = std::vector<std::string>;

constexpr std::string_view valid =
    "an entry's number, breakfast, lunch or dinner, or a day such as yesterday, then `without toast`, `amount=300ml` "
    "or `@ 8:30`";

/// What is drunk this close to the food of a meal belongs to it.
constexpr std::chrono::minutes beside_food{30};

std::chrono::seconds clock(double hours) {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::duration<double, std::ratio<3600>>(hours));
}

std::chrono::seconds clock_of(const calendar::Moment& when) {
  const auto local = calendar::local_time(when);
  return local - std::chrono::floor<std::chrono::days>(local);
}

/// The foods of a meal and what was drunk with them; empty when the day has no such meal.
std::vector<Entry> meal_of(Notebook& notebook, const language::Meal& meal, calendar::Day day) {
  const EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food};
  const auto all = notebook.store().list({day, day}, kinds);
  const auto is_food_of_it = [&](const Entry& entry) {
    return entry.kind == EntryKind::Food && clock_of(entry.when) >= clock(meal.from_hour) &&
           clock_of(entry.when) < clock(meal.to_hour);
  };
  std::vector<Entry> found;
  for (const auto& entry : all) {
    const bool beside = entry.kind == EntryKind::Drink && std::ranges::any_of(all, [&](const Entry& food) {
                          return is_food_of_it(food) && std::chrono::abs(food.when.at - entry.when.at) <= beside_food;
                        });
    if (beside || is_food_of_it(entry)) found.push_back(entry);
  }
  return found;
}

std::vector<Entry> last_meal(Notebook& notebook, const language::Meal& meal) {
  const calendar::Day today = notebook.today();
  const auto days = notebook.store().days();
  for (calendar::Day day = today - std::chrono::days{1}; days && day >= days->from; day -= std::chrono::days{1}) {
    if (auto found = meal_of(notebook, meal, day); !found.empty()) return found;
  }
  throw NotFoundError("no_such_meal", fmt::format("no {} is logged before today (food from {} to {} o'clock)",
                                                  meal.name, meal.from_hour, meal.to_hour));
}

std::vector<Entry> intakes_of(Notebook& notebook, calendar::Day day) {
  const EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food, EntryKind::Supplement};
  auto found = notebook.store().list({day, day}, kinds);
  if (found.empty())
    throw NotFoundError("nothing_logged", "nothing was eaten, drunk or taken on " + calendar::iso(day));
  return found;
}

std::optional<std::int64_t> id_in(const std::string& word) {
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), id);
  if (error != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return id;
}

struct Model {
  std::vector<Entry> entries;
  bool whole_day = false;  ///< to be repeated at the times of day it had
};

Model find_model(Notebook& notebook, const language::AgainLine& again) {
  const std::string& line = again.line.text;
  if (again.what.empty()) throw InputError("what again", line, line.size(), std::string(valid));
  Model model;
  if (std::ranges::all_of(again.what, [](const auto& word) { return id_in(word).has_value(); })) {
    if (again.what.size() > most_entries_at_once) refuse_more_entries(line, line.size());
    for (const auto& word : again.what) model.entries.push_back(notebook.store().find(*id_in(word)));
    return model;
  }
  Words rest = again.what;
  const language::Meal* meal = nullptr;
  for (const auto& known : notebook.vocabulary().meals()) {
    if (std::erase(rest, known.word) > 0) meal = &known;
  }
  if (meal && rest.empty()) return {last_meal(notebook, *meal), false};
  calendar::Day day;
  try {
    day = calendar::parse_day(text::joined(rest), notebook.reckoning());
  } catch (const InputError&) {
    throw InputError("not something to have again", line, 0, std::string(valid));
  }
  if (!meal) return {intakes_of(notebook, day), true};
  model.entries = meal_of(notebook, *meal, day);
  if (model.entries.empty())
    throw NotFoundError("no_such_meal", fmt::format("no {} is logged on {}", meal->name, calendar::iso(day)));
  return model;
}

std::string said_of(const Entry& entry) {
  if (const auto* intake = std::get_if<journal::Intake>(&entry.what)) return intake->description;
  if (const auto* spasm = std::get_if<journal::Spasm>(&entry.what)) return spasm->site;
  if (const auto* factor = std::get_if<journal::Factor>(&entry.what)) return factor->name;
  if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what)) return medicine->name;
  return entry.note.value_or("");
}

/// Leaves out what is called so: by a name the food goes by, or by words of what was echoed.
void leave_out(Notebook& notebook, std::vector<Entry>& entries, const Words& names) {
  if (names.empty()) return;
  const foods::Finder finder = notebook.finder();
  for (const std::string& name : names) {
    const auto called = finder.called(name);
    const std::size_t removed = std::erase_if(entries, [&](const Entry& entry) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      return (called && intake != nullptr && intake->food == called->ref) || foods::Finder::fits(said_of(entry), name);
    });
    if (removed > 0) continue;
    Words there;
    for (const auto& entry : entries) there.push_back(said_of(entry));
    throw NotFoundError("no_such_entry", "nothing of it is called \"" + name + "\"", std::move(there));
  }
}

/// Moves a day's entries to today, each at its time of day, without those that would be still to come.
void move_to_today(Notebook& notebook, std::vector<Entry>& entries, std::vector<Remark>& remarks) {
  const auto& reckoning = notebook.reckoning();
  const auto today = notebook.today();
  for (auto& entry : entries) {
    const auto date = today + (calendar::civil_day(entry.when) - entry.when.day);
    const auto local = calendar::LocalTime((date + clock_of(entry.when)).time_since_epoch());
    entry.when = calendar::moment_after_gap(local, reckoning);
  }
  const std::size_t later = std::erase_if(entries, [&](const Entry& entry) { return entry.when.at > reckoning.now; });
  if (entries.empty()) {
    throw NotFoundError("nothing_yet", "all of that day was later than it is now; `lytes again ID` repeats one entry");
  }
  if (later > 0) {
    remarks.push_back(note("later_left_out", fmt::format("{} of that day {} left out: later than it is now", later,
                                                         later == 1 ? "was" : "were")));
  }
}

void change_copies(Notebook& notebook, std::vector<Entry>& copies, const Words& words, std::vector<Remark>& remarks) {
  if (words.empty()) return;
  const auto fields = language::read_fields(words);
  for (const auto& field : fields) {
    if (field.name == "at")
      throw InputError("when it was stands after an @", text::joined(words), 0, "`lytes again 212 @ 8:30`");
    if (copies.size() > 1 && field.name != "note") {
      throw InputError(fmt::format("these are {} entries, and \"{}\" is of one", copies.size(), field.name),
                       text::joined(words), 0, "the number of one entry, such as `lytes again 212 amount=300ml`");
    }
  }
  for (auto& copy : copies) copy = language::with_fields(notebook, copy, fields, remarks);
}

/// Without what was said of another time.
void renew(Entry& entry) {
  entry.id = 0;
  entry.import_key.reset();
  if (entry.kind != EntryKind::Note) entry.note.reset();
}

constexpr std::chrono::days eight_weeks{56};
constexpr std::chrono::minutes near_this_hour{90};
constexpr std::size_t most_offered = 7;

/// Around midnight, too.
bool is_near(std::chrono::seconds one, std::chrono::seconds other) {
  constexpr std::chrono::minutes day{24 * 60};
  const auto apart = std::chrono::abs(one - other);
  return std::min(apart, day - apart) <= near_this_hour;
}

struct Usual {
  Entry last;
  std::set<calendar::Day> days;
};

using Thing = std::tuple<EntryKind, std::string, std::string>;

Thing thing_of(const Entry& entry) {
  if (const auto* medicine = std::get_if<journal::Medicine>(&entry.what))
    return {entry.kind, medicine->name, medicine->dose.value_or("")};
  const auto& intake = std::get<journal::Intake>(entry.what);
  return {entry.kind, intake.description, intake.amount};
}

}  // namespace

language::Drafts again(Notebook& notebook, const std::vector<std::string>& words) {
  language::AgainLine again = language::read_again_line(notebook.reckoning(), words);
  auto& [line, what, without, changes] = again;
  Model model = find_model(notebook, again);
  leave_out(notebook, model.entries, without);
  if (model.entries.empty()) throw NotFoundError("nothing_left", "nothing of it is left to log");
  for (auto& entry : model.entries) {
    if (entry.kind == EntryKind::Total) {
      throw InputError(fmt::format("entry {} is the sum of a day", entry.id), line.text, 0,
                       "an entry that was eaten, drunk or taken");
    }
    renew(entry);
    if (!model.whole_day) entry.when = line.when;
  }
  if (model.whole_day) {
    if (again.says_when()) {
      const std::string said = text::joined(words);
      throw InputError("a whole day is repeated at the times it had", said,
                       said.find_first_not_of(' ', line.text.size()),
                       "it without a time, or a meal or an entry's number with one");
    }
    move_to_today(notebook, model.entries, line.remarks);
  }
  change_copies(notebook, model.entries, changes, line.remarks);
  return {std::move(model.entries), std::move(line.remarks), {}, {}};
}

language::Drafts again_now(Notebook& notebook, std::vector<Entry> entries) {
  for (auto& entry : entries) {
    renew(entry);
    entry.when = notebook.now();
  }
  return {std::move(entries), {}, {}, {}};
}

std::vector<Entry> usual_at_this_hour(Notebook& notebook) {
  constexpr EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food, EntryKind::Supplement, EntryKind::Medicine};
  const calendar::Day today = notebook.today();
  const auto now = clock_of(notebook.now());
  std::map<Thing, Usual> things;
  for (const Entry& entry : notebook.store().list({today - eight_weeks, today}, kinds)) {
    if (!is_near(clock_of(entry.when), now)) continue;
    Usual& usual = things[thing_of(entry)];
    usual.last = entry;
    usual.days.insert(entry.when.day);
  }
  std::vector<Usual> usual;
  for (auto& [thing, one] : things) {
    if (one.days.size() > 1) usual.push_back(std::move(one));
  }
  std::ranges::stable_sort(usual, [](const Usual& one, const Usual& other) {
    return one.days.size() != other.days.size() ? one.days.size() > other.days.size() : one.last.id > other.last.id;
  });
  if (usual.size() > most_offered) usual.resize(most_offered);
  std::vector<Entry> entries;
  entries.reserve(usual.size());
  for (Usual& one : usual) entries.push_back(std::move(one.last));
  return entries;
}

}  // namespace lytes::notebook

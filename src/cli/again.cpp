// again
#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "command.hpp"
#include "commands.hpp"
#include "favourites.hpp"
#include "log_entries.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/entry_fields.hpp"
#include "lytes/language/timed_line.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using journal::Entry;
using journal::EntryKind;
using Words = std::vector<std::string>;

constexpr std::string_view valid =
    "an entry's number, breakfast, lunch or dinner, or a day such as yesterday, then `without toast`, `amount=300ml` "
    "or `@ 8:30`";

/// What is drunk this close to the food of a meal belongs to it.
constexpr std::chrono::minutes beside_food{30};

/// A line taken apart: "breakfast yesterday without toast, milk note=late @ 9:00".
struct Request {
  Words what;
  std::string without;
  Words changes;
};

Request take_apart(const std::string& line) {
  Request request;
  Words* part = &request.what;
  Words without;
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string word = line.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    if (part != &request.changes && (word == "without" || word == "except")) {
      part = &without;
      continue;
    }
    if (part != &request.changes && word.find('=') != std::string::npos) part = &request.changes;
    part->push_back(word);
  }
  request.without = text::joined(without);
  return request;
}

std::chrono::seconds clock(double hours) {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::duration<double, std::ratio<3600>>(hours));
}

std::chrono::seconds clock_of(const Entry& entry) {
  const auto local = calendar::local_time(entry.when);
  return local - std::chrono::floor<std::chrono::days>(local);
}

/// The foods of a meal and what was drunk with them; empty when the day has no such meal.
std::vector<Entry> meal_of(Session& session, const language::Meal& meal, calendar::Day day) {
  const EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food};
  const auto all = session.store().list({day, day}, kinds);
  const auto is_food_of_it = [&](const Entry& entry) {
    return entry.kind == EntryKind::Food && clock_of(entry) >= clock(meal.from_hour) &&
           clock_of(entry) < clock(meal.to_hour);
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

std::vector<Entry> last_meal(Session& session, const language::Meal& meal) {
  const calendar::Day today = session.today();
  const auto days = session.store().days();
  for (calendar::Day day = today - std::chrono::days{1}; days && day >= days->from; day -= std::chrono::days{1}) {
    if (auto found = meal_of(session, meal, day); !found.empty()) return found;
  }
  throw NotFoundError("no_such_meal", fmt::format("no {} is logged before today (food from {} to {} o'clock)",
                                                  meal.name, meal.from_hour, meal.to_hour));
}

std::vector<Entry> intakes_of(Session& session, calendar::Day day) {
  const EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food, EntryKind::Supplement};
  auto found = session.store().list({day, day}, kinds);
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

Model find_model(Session& session, const Request& request, const std::string& line) {
  if (request.what.empty()) throw InputError("what again", line, line.size(), std::string(valid));
  Model model;
  if (std::ranges::all_of(request.what, [](const auto& word) { return id_in(word).has_value(); })) {
    if (request.what.size() > most_entries_at_once) refuse_more_entries(line, line.size());
    for (const auto& word : request.what) model.entries.push_back(session.store().find(*id_in(word)));
    return model;
  }
  Words rest = request.what;
  const language::Meal* meal = nullptr;
  for (const auto& known : session.vocabulary().meals()) {
    if (std::erase(rest, known.word) > 0) meal = &known;
  }
  if (meal && rest.empty()) return {last_meal(session, *meal), false};
  calendar::Day day;
  try {
    day = calendar::parse_day(text::joined(rest), session.reckoning());
  } catch (const InputError&) {
    throw InputError("not something to have again", line, 0, std::string(valid));
  }
  if (!meal) return {intakes_of(session, day), true};
  model.entries = meal_of(session, *meal, day);
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
void leave_out(Session& session, std::vector<Entry>& entries, const std::string& names) {
  const foods::Finder finder(session.catalogue(), &session.user_foods(), &session.answers(), &session.imported_foods());
  std::size_t begin = 0;
  while (begin < names.size()) {
    std::size_t end = std::min(names.find(',', begin), names.size());
    const std::string_view until_comma = std::string_view(names).substr(begin, end - begin);
    end = begin + std::min(until_comma.find(" and "), until_comma.size());
    const std::string name = names.substr(begin, end - begin);
    begin = end + (end < names.size() && names[end] == ' ' ? 5 : 1);
    if (name.find_first_not_of(' ') == std::string::npos) continue;
    const auto called = finder.called(name);
    const std::size_t removed = std::erase_if(entries, [&](const Entry& entry) {
      const auto* intake = std::get_if<journal::Intake>(&entry.what);
      return (called && intake != nullptr && intake->food == called->ref) || foods::Finder::fits(said_of(entry), name);
    });
    if (removed == 0) {
      std::vector<std::string> there;
      there.reserve(entries.size());
      for (const auto& entry : entries) there.push_back(said_of(entry));
      throw NotFoundError("no_such_entry", "nothing of it is called \"" + name + "\"", std::move(there));
    }
  }
}

/// Moves a day's entries to today, each at its time of day, without those that would be still to come.
void move_to_today(Session& session, std::vector<Entry>& entries, std::vector<Remark>& remarks) {
  const auto& reckoning = session.reckoning();
  const auto today = calendar::today(reckoning);
  for (auto& entry : entries) {
    const auto date = today + (calendar::civil_day(entry.when) - entry.when.day);
    const auto local = calendar::LocalTime((date + clock_of(entry)).time_since_epoch());
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

void change_copies(Session& session, std::vector<Entry>& copies, const Words& words, std::vector<Remark>& remarks) {
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
  for (auto& copy : copies) copy = language::with_fields(session, copy, fields, remarks);
}

/// Without a word of what: what is usual now is offered.
void again_as_usual(Session& session) {
  auto entries = choose_usual(session);
  if (entries.empty()) {
    session.saved.reset();  // nothing was to be saved
    return;
  }
  for (auto& entry : entries) {
    entry.id = 0;
    entry.import_key.reset();
    entry.note.reset();
    entry.when = calendar::moment_at(session.reckoning().now, session.reckoning());
  }
  log_entries(session, {std::move(entries), {}, {}, {}});
}

void again(Session& session, const Words& words) {
  if (words.empty()) return again_as_usual(session);
  language::TimedLine line = language::read_timed_line(session.reckoning(), words, language::TimePlace::AtEnd);
  const bool time_said = line.text.size() < text::joined(words).size();
  const Request request = take_apart(line.text);
  Model model = find_model(session, request, line.text);
  if (!request.without.empty()) leave_out(session, model.entries, request.without);
  if (model.entries.empty()) throw NotFoundError("nothing_left", "nothing of it is left to log");
  for (auto& entry : model.entries) {
    if (entry.kind == EntryKind::Total) {
      throw InputError(fmt::format("entry {} is the sum of a day", entry.id), line.text, 0,
                       "an entry that was eaten, drunk or taken");
    }
    entry.id = 0;
    entry.import_key.reset();
    if (entry.kind != EntryKind::Note) entry.note.reset();  // it was said of another time
    if (!model.whole_day) entry.when = line.when;
  }
  if (model.whole_day) {
    if (time_said) {
      const std::string said = text::joined(words);
      throw InputError("a whole day is repeated at the times it had", said,
                       said.find_first_not_of(' ', line.text.size()),
                       "it without a time, or a meal or an entry's number with one");
    }
    move_to_today(session, model.entries, line.remarks);
  }
  change_copies(session, model.entries, request.changes, line.remarks);
  log_entries(session, {std::move(model.entries), std::move(line.remarks), {}, {}});
}

}  // namespace

void declare_again(Command& program) {
  auto& command = program.add("again", "Log the same once more: lytes again breakfast without toast");
  command.option("[what...]", command.writes(again),
                 "Entry numbers, now (212 amount=300ml); a meal of the last earlier day that had it, now: "
                 "breakfast (food from 4 to 11 o'clock), lunch (11 to 15), dinner (17 to 23), each with what was "
                 "drunk within half an hour of it; or a day (yesterday), at the times it had as far as they have "
                 "come. Then `without FOOD, FOOD`, `note=...`, and `@ TIME` if not now. Left out: what is usual at "
                 "this hour is offered");
}

}  // namespace lytes::cli

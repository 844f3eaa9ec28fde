#include "favourites.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include "lytes/errors.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using journal::Entry;
using journal::EntryKind;

constexpr std::chrono::days eight_weeks{56};
constexpr std::chrono::minutes near_this_hour{90};
constexpr std::size_t most_offered = 7;

std::chrono::minutes clock_of(const calendar::Moment& when) {
  const auto local = calendar::local_time(when);
  return std::chrono::floor<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local));
}

/// Around midnight, too.
bool is_near(std::chrono::minutes one, std::chrono::minutes other) {
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

/// "1 3" of what is offered.
std::vector<Entry> picked(const std::vector<Entry>& offered, const std::string& answer) {
  std::vector<Entry> chosen;
  for (const auto& word : text::words_of(answer)) {
    std::size_t place = 0;
    const char* end = word.text.data() + word.text.size();
    const bool number = std::from_chars(word.text.data(), end, place).ptr == end;
    if (!number || place < 1 || place > offered.size())
      throw InputError("not one of these", answer, word.offset, fmt::format("numbers from 1 to {}", offered.size()));
    chosen.push_back(offered[place - 1]);
  }
  return chosen;
}

}  // namespace

std::vector<Entry> usual_at_this_hour(Session& session) {
  constexpr EntryKind kinds[] = {EntryKind::Drink, EntryKind::Food, EntryKind::Supplement, EntryKind::Medicine};
  const calendar::Day today = session.today();
  const auto now = clock_of(calendar::moment_at(session.reckoning().now, session.reckoning()));
  std::map<Thing, Usual> things;
  for (const Entry& entry : session.store().list({today - eight_weeks, today}, kinds)) {
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
  for (Usual& one : usual) entries.push_back(std::move(one.last));
  return entries;
}

std::vector<Entry> choose_usual(Session& session) {
  const auto offered = usual_at_this_hour(session);
  if (session.options.json) {
    session.say(report::entries_json(offered));
    return {};
  }
  if (offered.empty()) {
    session.say("Nothing is usual at this hour yet. An entry's number, a meal or a day says what to log again.\n");
    return {};
  }
  const calendar::Day today = session.today();
  std::string text = "Usual at this hour:\n";
  for (std::size_t i = 0; i < offered.size(); ++i)
    text += fmt::format("{:>2})", i + 1) + report::entry_brief(offered[i], today, session.style()) + "\n";
  if (!session.can_ask()) {
    session.say(text + fmt::format("To log one again: lytes again {}\n", offered.front().id));
    return {};
  }
  const auto answer =
      session.ask(text + fmt::format("Which? [1-{}, several with blanks; Enter: none] ", offered.size()));
  return answer ? picked(offered, *answer) : std::vector<Entry>{};
}

}  // namespace lytes::cli

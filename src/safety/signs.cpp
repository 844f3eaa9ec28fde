#include "lytes/safety/signs.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lytes/language/entry_signs.hpp"
#include "lytes/language/signs.hpp"
#include "lytes/storage/read_only_file.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::safety {

namespace {

/// Signs that a spasm's own numbers say.
constexpr std::string_view severe = "severe";
constexpr std::string_view lasting = "lasting";

/// The sign that a profile can tell, too.
constexpr std::string_view weak_back = "back pain with cancer or weak bones";

/// What means something only beside what else is known is no more than a note.
Level level_named(std::string_view word) {
  if (word == word_for(Level::Emergency)) return Level::Emergency;
  return word == word_for(Level::Soon) ? Level::Soon : Level::Note;
}

When when_named(std::string_view word) {
  if (word == "now") return When::Now;
  if (word == "today") return When::Today;
  return word == "week" ? When::ThisWeek : When::NextVisit;
}

/// The signs of a level that were told, each once, in the order of the book.
std::vector<const Sign*> signs_of(std::span<const ToldSign> told, const SignBook& book, Level level) {
  std::vector<const Sign*> signs;
  for (const Sign& sign : book.all()) {
    if (sign.level != level || sign.name == crisis) continue;
    if (std::ranges::find(told, sign.name, &ToldSign::name) != told.end()) signs.push_back(&sign);
  }
  return signs;
}

std::string in_a_sentence(const std::vector<const Sign*>& signs) {
  std::vector<std::string> words;
  for (const Sign* sign : signs) words.push_back(sign->in_a_sentence);
  return text::listed(words);
}

Remark emergency(const std::vector<const Sign*>& signs) {
  std::string message = fmt::format("{} {} to be looked at straight away.", text::capitalised(in_a_sentence(signs)),
                                    signs.size() == 1 ? "needs" : "need");
  std::vector<std::string> reasons;
  for (const Sign* sign : signs) {
    if (std::ranges::find(reasons, sign->reason) == reasons.end()) reasons.push_back(sign->reason);
  }
  for (const std::string& reason : reasons) message += " " + reason;
  message += " Please call your emergency number or go to an emergency department now.";
  return {Level::Emergency, "red_flag_urgent", std::move(message)};
}

/// Calm, and with where to call; what was written is not said again.
Remark in_crisis() {
  return {Level::Emergency, "red_flag_urgent",
          "That sounds very hard, and you need not be alone with it. " + crisis_help()};
}

Remark soon(const std::vector<const Sign*>& signs, const targets::PersonalAdvice& personal) {
  const bool today = std::ranges::any_of(signs, [](const Sign* sign) { return sign->when == When::Today; });
  std::string message = fmt::format(
      "Please have this looked at {}: {}. There may be a simple reason, but it takes an examination to tell.",
      today ? "today" : "this week", in_a_sentence(signs));
  const auto sooner = personal.because_of(targets::Effect::SeeDoctorSooner);
  if (!sooner.empty() && !today)
    message += fmt::format(" With {} in your profile, rather today.", text::listed(sooner));
  return {Level::Soon, "red_flag", std::move(message)};
}

void add_of_numbers(const journal::Entry& entry, std::vector<ToldSign>& told) {
  const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
  if (spasm == nullptr) return;
  const double minutes = spasm->minutes.value_or(0);
  if (spasm->severity.value_or(0) >= severe_from && minutes > severe_beyond_minutes)
    told.push_back({std::string(severe), spasm->site, entry.when});
  if (minutes >= lasting_from_minutes) told.push_back({std::string(lasting), spasm->site, entry.when});
}

}  // namespace

const Sign* SignBook::find(std::string_view name) const {
  const auto found = std::ranges::find(signs_, name, &Sign::name);
  return found == signs_.end() ? nullptr : &*found;
}

SignBook load_signs(storage::ReadOnlyFile& catalogue) {
  return catalogue.guarded([&] {
    std::vector<Sign> signs;
    SQLite::Statement rows(catalogue.database(),
                           "SELECT name, level, seen_when, in_a_sentence, reason FROM sign ORDER BY rowid");
    while (rows.executeStep()) {
      signs.push_back({rows.getColumn(0).getString(), level_named(rows.getColumn(1).getText()),
                       when_named(rows.getColumn(2).getText()), rows.getColumn(3).getString(),
                       rows.getColumn(4).getString()});
    }
    return SignBook(std::move(signs));
  });
}

std::vector<ToldSign> told_signs(std::span<const journal::Entry> entries, const language::Vocabulary& vocabulary) {
  std::vector<ToldSign> told;
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t end = first + 1;
    while (end < entries.size() && entries[end].line == entries[first].line) ++end;
    const auto line = entries.subspan(first, end - first);
    for (auto& said : language::signs_said(vocabulary, line))
      told.push_back({std::move(said.name), std::move(said.place), line[said.entry].when});
    for (const journal::Entry& entry : line) add_of_numbers(entry, told);
    first = end;
  }
  return told;
}

std::string crisis_help() {
  return "Please talk to somebody now: your emergency number or a crisis line, free at any hour. US and Canada: 988. "
         "UK and Ireland: 116 123. Germany: 0800 111 0 111. Elsewhere: findahelpline.com.";
}

std::vector<ToldSign> told_by_profile(std::span<const journal::Entry> spasms, calendar::Day from,
                                      const std::vector<std::string>& profile, const language::Vocabulary& vocabulary) {
  std::vector<ToldSign> told;
  std::map<std::string, calendar::Day> last_at;
  for (const journal::Entry& entry : spasms) {
    const auto* spasm = profile.empty() ? nullptr : std::get_if<journal::Spasm>(&entry.what);
    if (spasm == nullptr) continue;
    const auto [last, first_here] = last_at.try_emplace(spasm->site, entry.when.day);
    const bool is_new = first_here || entry.when.day - last->second > std::chrono::days{28};
    last->second = entry.when.day;
    if (!is_new || entry.when.day < from) continue;
    std::string text = spasm->site;
    for (const std::string& item : profile) text += ", " + item;
    for (const auto& found : language::find_signs(vocabulary, text)) {
      if (found.name == weak_back) told.push_back({found.name, spasm->site, entry.when});
    }
  }
  return told;
}

std::vector<Remark> remarks_on(std::span<const ToldSign> told, const SignBook& book,
                               const targets::PersonalAdvice& personal) {
  std::vector<Remark> remarks;
  if (const auto signs = signs_of(told, book, Level::Emergency); !signs.empty()) remarks.push_back(emergency(signs));
  if (std::ranges::find(told, crisis, &ToldSign::name) != told.end()) remarks.push_back(in_crisis());
  if (const auto signs = signs_of(told, book, Level::Soon); !signs.empty()) remarks.push_back(soon(signs, personal));
  return remarks;
}

}  // namespace lytes::safety

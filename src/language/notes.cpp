#include "lytes/language/notes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/language/any_line.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "told_then.hpp"

namespace lytes::language {

namespace {

using calendar::Day;
using calendar::DayName;

/// FNV-1a of 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
std::int64_t hash_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  bool blank = false;
  const auto add = [&](char c) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3;
  };
  for (const char c : text::lowered(text)) {
    if (c == ' ' || c == '\t') {
      blank = true;
      continue;
    }
    if (std::exchange(blank, false)) add(' ');
    add(c);
  }
  return static_cast<std::int64_t>(hash);
}

/// The signs that people put before and behind a heading.
std::string_view without_signs(std::string_view line) {
  constexpr std::string_view signs = "#*_=-~ \t";
  while (!line.empty() && signs.find(line.front()) != std::string_view::npos) line.remove_prefix(1);
  while (!line.empty() && (signs.find(line.back()) != std::string_view::npos || line.back() == ':'))
    line.remove_suffix(1);
  return line;
}

/// Reads notes from their first line to the last.
class NotesReader {
 public:
  NotesReader(const calendar::Reckoning& reckoning, std::optional<Day> first_day, bool from_terminal)
      : reckoning_(reckoning), from_terminal_(from_terminal), day_(first_day.value_or(calendar::today(reckoning))) {
    if (first_day) name_ = DayName::Date;
  }

  void read(std::string_view line) {
    ++number_;
    line = text::trimmed(line);
    if (line.empty() || is_heading(line) || line.front() == '#') return;
    line = text::trimmed(without_bullet(line));
    if (line.starts_with("lytes ")) line = text::trimmed(line.substr(6));
    if (!line.empty()) read_under_heading(line);
  }

  std::vector<NoteLine> lines() && { return std::move(lines_); }

 private:
  /// A line that says a day and nothing else, with whatever signs around it.
  bool is_heading(std::string_view line) {
    const std::string_view bare = without_signs(line);
    try {
      const auto heading = heading_at(bare);
      if (!heading || heading->length < bare.size()) return false;
      take(*heading);
    } catch (const InputError& error) {
      // Only what is a day to its end can be a heading gone wrong: "31.11." and not "30 feb was a bad day".
      constexpr std::size_t longest = 30;
      if (bare.size() > longest || line.find(' ', line.size() / 2) != std::string_view::npos) return false;
      day_trouble_ = error.what();
      add({number_, std::string(line), day_, name_, 0, 1, day_trouble_});
      day_trouble_ = fmt::format("of which day this is, line {} does not say: {}", number_, error.what());
    }
    return true;
  }

  std::optional<calendar::DayHeading> heading_at(std::string_view text) const {
    const bool dated = name_ && *name_ != DayName::Weekday;
    return calendar::read_day_heading(text, reckoning_, dated ? std::optional(day_) : std::nullopt);
  }

  void take(const calendar::DayHeading& heading) {
    day_trouble_.clear();
    if (heading.name == DayName::Relative && !from_terminal_) {
      day_trouble_ = fmt::format("\"today\" and \"yesterday\" are other days tomorrow; right in line {} would be {}",
                                 number_, calendar::iso(heading.day));
      return;
    }
    day_ = heading.day;
    // A weekday counted from a date is as sure as that date.
    name_ = heading.name == DayName::Weekday && name_ && *name_ != DayName::Weekday ? name_ : heading.name;
    if (name_ == DayName::Relative) name_ = DayName::Date;
  }

  /// "24.11.: coffee", "2026-11-24 coffee", or a line of the day that stands above it.
  void read_under_heading(std::string_view line) {
    try {
      if (const auto heading = heading_at(line)) {
        const std::string_view rest = line.substr(heading->length);
        const std::string_view said = text::trimmed(rest.substr(rest.starts_with(':') ? 1 : 0));
        if (rest.starts_with(':') && !said.empty()) {
          take(*heading);
          return add_line(said, day_, name_);
        }
        const bool own_day = text::is_digit(line.front()) && rest.starts_with(' ') && heading->name != DayName::Weekday;
        if (own_day && !said.empty()) {
          const std::string trouble = std::exchange(day_trouble_, "");
          add_line(said, heading->day, heading->name);
          day_trouble_ = trouble;
          return;
        }
      }
    } catch (const InputError&) {
      // What is no day after all is read as the line that it may be.
    }
    add_line(line, day_, name_);
  }

  void add_line(std::string_view text, Day day, std::optional<DayName> name) {
    const std::int64_t hash = hash_of(text);
    add({number_, std::string(text), day, name, hash, day_trouble_.empty() ? ++seen_[{day, hash}] : 1, day_trouble_});
  }

  void add(NoteLine line) { lines_.push_back(std::move(line)); }

  const calendar::Reckoning& reckoning_;
  bool from_terminal_;
  std::size_t number_ = 0;
  Day day_;
  std::optional<DayName> name_;
  std::string day_trouble_;
  std::map<std::pair<Day, std::int64_t>, int> seen_;
  std::vector<NoteLine> lines_;
};

Words words_in(std::string_view text) {
  Words words;
  for (std::size_t at = text::skip_spaces(text, 0); at < text.size(); at = text::skip_spaces(text, at)) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

/// With the word of a command in front, what that command makes of the rest.
Drafts draft_words(Speaker& speaker, const Words& words) {
  const std::string first = text::lowered(words.front());
  const Words rest(words.begin() + 1, words.end());
  if (rest.empty()) return draft_line(speaker, words);
  if (first == "drink") return draft_intake(speaker, rest, foods::FoodKind::Drink, {});
  if (first == "eat") return draft_intake(speaker, rest, foods::FoodKind::Food, {});
  if (first == "take") return draft_intake(speaker, rest, foods::FoodKind::Supplement, {});
  if (first == "spasm") return draft_spasm(speaker, rest, {}, {});
  if (first == "stress") return draft_stress(speaker, rest, {});
  if (first == "log") return draft_factors(speaker, rest, {});
  if (first == "note") return draft_note(speaker, rest);
  return draft_line(speaker, words);
}

bool speaks_of_time_to_come(const Drafts& drafts) {
  return std::ranges::any_of(drafts.remarks, [](const Remark& remark) { return remark.code == "earlier_day"; });
}

}  // namespace

std::string_view without_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "\u2022 ", "\u2013 ", "+ "}) {
    if (!line.starts_with(bullet)) continue;
    line = line.substr(text::skip_spaces(line, bullet.size()));
    for (const std::string_view box : {"[ ] ", "[x] ", "[X] "}) {
      if (line.starts_with(box)) line.remove_prefix(box.size());
    }
    break;
  }
  return line;
}

std::vector<NoteLine> read_notes(std::string_view notes, const calendar::Reckoning& reckoning,
                                 std::optional<Day> first_day, bool from_terminal) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (notes.starts_with(byte_order_mark)) notes.remove_prefix(byte_order_mark.size());
  if (notes.find('\0') != std::string_view::npos)
    throw InputError("these are no notes in UTF-8: they hold bytes that are no text", {}, 0, "notes saved as UTF-8");
  NotesReader reader(reckoning, first_day, from_terminal);
  while (!notes.empty()) {
    const std::size_t end = std::min(notes.find_first_of("\r\n"), notes.size());
    reader.read(notes.substr(0, end));
    const bool both = notes.substr(end).starts_with("\r\n");
    notes.remove_prefix(std::min(end + (both ? 2 : 1), notes.size()));
  }
  return std::move(reader).lines();
}

Drafts draft_note_line(Speaker& speaker, const NoteLine& line) {
  const calendar::Reckoning& now = speaker.reckoning();
  const Words words = words_in(line.text);
  if (line.day >= calendar::today(now)) {
    Drafts drafts = draft_words(speaker, words);
    if (speaks_of_time_to_come(drafts)) throw InputError("this time has not come yet; it will be read once it has");
    return drafts;
  }
  Drafts drafts = drafts_of_day(
      speaker, line.day, [&](Speaker& then) { return draft_words(then, words); },
      [&](journal::Entry& entry, int place) {
        entry.import_key = fmt::format("{}read:{}:{:x}:{}:{}", journal::day_only_key, calendar::iso(line.day),
                                       static_cast<std::uint64_t>(line.hash), line.occurrence, place);
      });
  return drafts;
}

}  // namespace lytes::language

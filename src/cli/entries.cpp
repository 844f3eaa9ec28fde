// list, show
#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_search.hpp"
#include "lytes/report/before_page.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> words;
  std::vector<std::string> kinds;
};

std::vector<journal::EntryKind> read_kinds(const std::vector<std::string>& words) {
  std::vector<journal::EntryKind> kinds;
  for (const auto& word : words) {
    if (word == "intake") {
      for (const auto kind : {journal::EntryKind::Drink, journal::EntryKind::Food, journal::EntryKind::Supplement,
                              journal::EntryKind::Total})
        kinds.push_back(kind);
    } else if (const auto kind = journal::kind_named(word)) {
      kinds.push_back(*kind);
    } else {
      throw InputError("no kind of entry", word, 0,
                       "intake, drink, food, supplement, total, spasm, stress, factor or note");
    }
  }
  return kinds;
}

/// What is to be listed: "coffee last week", "2026-W48", "in november left calf".
struct Wanted {
  calendar::DayRange days;
  std::string words;  ///< that the entries speak of; empty for all of the days
};

using Words = std::vector<std::string>;

std::optional<calendar::DayRange> range_in(const std::string& text, const calendar::Reckoning& reckoning) {
  try {
    return calendar::parse_range(text, reckoning);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// Whether there is more than numbers to look for: "31 feb" is no 31 of February.
bool has_letters(const std::string& words) {
  return std::ranges::any_of(words, [](char c) { return text::is_ascii_letter(c) || !text::is_ascii(c); });
}

/// Days in front of the words or behind them, as many words as can be said of days.
std::optional<Wanted> days_beside_words(const Words& words, const calendar::Reckoning& reckoning) {
  constexpr std::size_t most_words = 6;
  const auto joined = [&](std::size_t from, std::size_t to) {
    const auto at = [&](std::size_t i) { return words.begin() + static_cast<std::ptrdiff_t>(i); };
    return text::joined({at(from), at(to)});
  };
  const std::size_t size = words.size();
  for (std::size_t count = std::min(most_words, size - 1); count > 0; --count) {
    if (const auto days = range_in(joined(0, count), reckoning)) return Wanted{*days, joined(count, size)};
    const std::size_t from = size - count;
    const auto days = range_in(joined(from, size), reckoning);
    if (!days) continue;
    const bool linked = from > 1 && text::is_one_of(words[from - 1], "in|on|of|from|during");
    return Wanted{*days, joined(0, linked ? from - 1 : from)};
  }
  return std::nullopt;
}

/// Words that begin as days do and are none are a slip, and no words to look for: "2026-13", "31 feb", "tomorrow".
Wanted wanted_in(const Words& words, const calendar::Reckoning& reckoning) {
  if (words.empty()) return {calendar::parse_range("7d", reckoning), ""};
  const std::string all = text::joined(words);
  if (const auto days = range_in(all, reckoning)) return {*days, ""};
  if (auto beside = days_beside_words(words, reckoning); beside && has_letters(beside->words)) return *beside;
  if (const auto days = calendar::find_range(all, reckoning)) return {*days, ""};
  return {calendar::parse_range("all", reckoning), all};
}

std::string nothing_found(const Wanted& wanted) {
  const auto& [days, words] = wanted;
  const std::string from_to =
      days.from == calendar::earliest_day ? "" : " from " + calendar::iso(days.from) + " to " + calendar::iso(days.to);
  if (words.empty()) return "Nothing is logged" + from_to + ".\n";
  return "Nothing that is logged" + from_to + " speaks of \"" + text::printable(words) + "\".\n";
}

void list(Session& session, const Typed& typed) {
  const auto kinds = read_kinds(typed.kinds);
  const Wanted wanted = wanted_in(typed.words, session.reckoning());
  auto entries = session.store().list(wanted.days, kinds);
  if (!wanted.words.empty())
    std::erase_if(entries, [&](const auto& entry) { return !language::speaks_of(entry, wanted.words); });
  if (session.options.json) return session.say(report::entries_json(entries));
  if (entries.empty()) return session.say(nothing_found(wanted));
  session.say(report::entry_list(entries, calendar::today(session.reckoning()), session.style()));
}

void show_before(Session& session, const journal::Entry& entry) {
  const auto* spasm = std::get_if<journal::Spasm>(&entry.what);
  if (spasm == nullptr) {
    throw InputError("only a spasm has hours before it to show", std::to_string(entry.id), 0,
                     "the number of a spasm: `lytes list --kind spasm`");
  }
  if (entry.import_key && entry.import_key->starts_with(journal::day_only_key)) {
    throw InputError("the time of this spasm is not known, only its day", std::to_string(entry.id), 0,
                     "a spasm with a time; `lytes edit` gives it one");
  }
  const auto before = timeline::before_moment(session.store(), entry.when, spasm->site);
  session.say(session.options.json ? report::before_json(before) : report::before_page(before, session.style()));
}

void show(Session& session, std::int64_t id, bool before) {
  const journal::Entry entry = session.store().find(id);
  if (before) return show_before(session, entry);
  session.say(session.options.json ? report::entries_json({&entry, 1}) : report::entry_page(entry, session.style()));
}

}  // namespace

void declare_entries(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* list_command = app.add_subcommand("list", "What was logged: lytes list coffee last week");
  list_command->add_option("what", typed->words,
                           "Words that it speaks of, and its days, in any order: today, yesterday, last week, week 48, "
                           "30d, 2026-11, A..B. Seven days if both are left out, all days for words alone");
  list_command
      ->add_option("--kind", typed->kinds, "Only these: intake, drink, food, supplement, spasm, stress, factor, note")
      ->type_name("KIND")
      ->allow_extra_args(false);
  list_command->callback([&session, typed] { list(session, *typed); });

  auto id = std::make_shared<std::int64_t>(0);
  auto* show_command = app.add_subcommand("show", "One entry with all that is known of it: lytes show 212");
  show_command->add_option("id", *id, "The entry's number")->required();
  auto before = std::make_shared<bool>(false);
  show_command->add_flag("--before", *before,
                         "Of a spasm: the 24 hours before it beside the usual ones up to that time of day");
  show_command->callback([&session, id, before] { show(session, *id, *before); });
}

}  // namespace lytes::cli

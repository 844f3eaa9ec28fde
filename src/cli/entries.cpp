// list, show
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_search.hpp"
#include "lytes/report/before_page.hpp"
#include "lytes/report/entry_text.hpp"

namespace lytes::cli {

namespace {

struct Searched {
  std::vector<std::string> words;
  std::vector<std::string> kinds;
};

struct Shown {
  std::int64_t id = 0;
  bool before = false;
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
                       "intake, drink, food, supplement, total, spasm, stress, factor, note or medicine");
    }
  }
  return kinds;
}

void list(Session& session, const Searched& typed) {
  const auto kinds = read_kinds(typed.kinds);
  const auto [days, words] = language::read_search(typed.words, session.reckoning());
  auto entries = session.store().list(days, kinds);
  if (!words.empty())
    std::erase_if(entries, [&, &said = words](const auto& entry) { return !language::speaks_of(entry, said); });
  if (session.options.json) return session.say(report::entries_json(entries));
  if (entries.empty()) return session.say(report::nothing_found(days, words));
  session.say(report::entry_list(entries, session.today(), session.style()));
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
  session.answer(report::before_json, report::before_page, before);
}

void show(Session& session, const Shown& typed) {
  const journal::Entry entry = session.store().find(typed.id);
  if (typed.before) return show_before(session, entry);
  session.say(session.options.json ? report::entries_json({&entry, 1}) : report::entry_page(entry, session.style()));
}

}  // namespace

void declare_entries(Command& program) {
  auto& lists = program.add("list", "What was logged: lytes list coffee last week");
  auto& searched = lists.runs(list);
  lists.option("[what...]", searched.words,
               "Words that it speaks of, and its days, in any order: today, yesterday, last week, week 48, "
               "30d, 2026-11, A..B. Seven days if both are left out, all days for words alone");
  lists.option("--kind KIND", searched.kinds,
               "Only these: intake, drink, food, supplement, spasm, stress, factor, note");

  auto& shows = program.add("show", "One entry with all that is known of it: lytes show 212");
  auto& shown = shows.runs(show);
  shows.option("id", shown.id, "The entry's number");
  shows.option("--before", shown.before,
               "Of a spasm: the 24 hours before it beside the usual ones up to that time of day");
}

}  // namespace lytes::cli

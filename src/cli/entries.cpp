// list, show
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/language/entry_search.hpp"
#include "lytes/report/before_page.hpp"
#include "lytes/report/entry_text.hpp"
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
                       "intake, drink, food, supplement, total, spasm, stress, factor, note or medicine");
    }
  }
  return kinds;
}

void list(Session& session, const Typed& typed) {
  const auto kinds = read_kinds(typed.kinds);
  const auto [days, words] = language::read_search(typed.words, session.reckoning());
  auto entries = session.store().list(days, kinds);
  if (!words.empty())
    std::erase_if(entries, [&, &said = words](const auto& entry) { return !language::speaks_of(entry, said); });
  if (session.options.json) return session.say(report::entries_json(entries));
  if (entries.empty()) return session.say(report::nothing_found(days, words));
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

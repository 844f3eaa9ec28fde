// list, show
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::vector<std::string> range;
  std::vector<std::string> kinds;
};

std::vector<journal::Kind> read_kinds(const std::vector<std::string>& words) {
  std::vector<journal::Kind> kinds;
  for (const auto& word : words) {
    if (word == "intake") {
      for (const auto kind :
           {journal::Kind::Drink, journal::Kind::Food, journal::Kind::Supplement, journal::Kind::Total})
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

void list(Session& session, const Typed& typed) {
  const auto kinds = read_kinds(typed.kinds);
  const std::string range = text::joined(typed.range);
  const auto days = calendar::parse_range(range.empty() ? "7d" : range, session.reckoning());
  const auto entries = session.store().list(days, kinds);
  if (session.options.json) return session.say(report::entries_json(entries));
  if (entries.empty())
    return session.say("Nothing is logged from " + calendar::iso(days.from) + " to " + calendar::iso(days.to) + ".\n");
  session.say(report::entry_list(entries, calendar::today(session.reckoning()), session.style()));
}

void show(Session& session, std::int64_t id) {
  const journal::Entry entry = session.store().find(id);
  session.say(session.options.json ? report::entries_json({&entry, 1}) : report::entry_page(entry, session.style()));
}

}  // namespace

void declare_entries(CLI::App& app, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* list_command = app.add_subcommand("list", "What was logged: lytes list last week --kind spasm");
  list_command->add_option("range", typed->range,
                           "today, yesterday, last week, 30d, 2026-11, A..B; seven days if left out");
  list_command
      ->add_option("--kind", typed->kinds, "Only these: intake, drink, food, supplement, spasm, stress, factor, note")
      ->type_name("KIND")
      ->allow_extra_args(false);
  list_command->callback([&session, typed] { list(session, *typed); });

  auto id = std::make_shared<std::int64_t>(0);
  auto* show_command = app.add_subcommand("show", "One entry with all that is known of it: lytes show 212");
  show_command->add_option("id", *id, "The entry's number")->required();
  show_command->callback([&session, id] { show(session, *id); });
}

}  // namespace lytes::cli

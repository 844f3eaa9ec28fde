// profile: who the targets are for, and how times and measures are read
#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/profile_store.hpp"
#include "profile_change.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

std::optional<calendar::Day> read_from(Session& session, const std::string& text) {
  if (text.empty()) return std::nullopt;
  return calendar::parse_day(text, session.reckoning());
}

void show(Session& session) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto& profile = session.targets().profile_on(today);
  const auto personal = session.personal_advice();
  const report::ProfileView view{profile,
                                 personal,
                                 storage::setting(session.journal(), "day_start").value_or("04:00"),
                                 std::string(quantity::system_name(session.measures())),
                                 std::string(calendar::word(session.reckoning().date_order)),
                                 profile.age_on(today)};
  session.say(session.options.json ? report::profile_json(view) : report::profile_page(view, session.style()));
}

/// Whether the profile holds a condition or medicine of that name.
bool holds(const targets::Profile& profile, const std::string& name) {
  return std::ranges::find(profile.conditions, name) != profile.conditions.end() ||
         std::ranges::find(profile.medicines, name) != profile.medicines.end();
}

/// What somebody was asked about stands in the profile, else nothing was said.
void require_reviewed_in_profile(const targets::StatedFact& fact, const targets::Profile& profile) {
  const std::string name = targets::named_in(fact.name);
  if (holds(profile, name)) return;
  auto held = profile.conditions;
  held.insert(held.end(), profile.medicines.begin(), profile.medicines.end());
  throw NotFoundError("no_such_fact", "The profile says nothing of '" + name + "'", held);
}

void set(Session& session, const std::vector<std::string>& words, const std::string& from_text) {
  session.prepare_to_write();
  const auto from = read_from(session, from_text);
  state(session, language::read_profile_line(words, calendar::today(session.reckoning())), from);
  show(session);
}

void clear(Session& session, const std::vector<std::string>& words, const std::string& from_text) {
  session.prepare_to_write();
  const auto from = read_from(session, from_text);
  take_back(session, language::read_profile_name(words), from);
  show(session);
}

}  // namespace

void state(Session& session, const language::ProfileLine& line, std::optional<calendar::Day> from) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto& [facts, settings] = line;
  auto change = session.change();
  targets::ProfileStore store(session.journal());
  for (const auto& fact : facts) {
    if (!targets::is_review(fact.name)) store.state(fact, from, today);
  }
  const auto profile = store.history().on(today);
  for (const auto& fact : facts) {
    if (!targets::is_review(fact.name)) continue;
    require_reviewed_in_profile(fact, profile);
    store.state(fact, from, today);
  }
  for (const auto& [name, value] : settings) storage::set_setting(session.journal(), name, value);
  change.commit();
  session.saved = Saved::Yes;
  session.forget_what_was_read();
}

void take_back(Session& session, const language::ProfileName& said, std::optional<calendar::Day> from) {
  const calendar::Day today = calendar::today(session.reckoning());
  const auto& [is_setting, name] = said;
  auto change = session.change();
  if (is_setting) {
    storage::set_setting(session.journal(), name, std::nullopt);
  } else {
    targets::ProfileStore store(session.journal());
    const auto before = store.history().on(today);
    store.end(name, from, today);
    // Who was asked about it was asked about it as it was.
    const std::string named = targets::named_in(name);
    const bool reviewed = std::ranges::find(before.reviewed, named, &targets::Dated::name) != before.reviewed.end();
    if (targets::is_about_health(name) && reviewed) store.end(targets::fact_name("reviewed", named), from, today);
  }
  change.commit();
  session.saved = Saved::Yes;
  session.forget_what_was_read();
}

void declare_profile(CLI::App& app, Session& session) {
  auto* command =
      app.add_subcommand("profile", "Who the targets are for: lytes profile set sex=female birth_year=1980");
  command->require_subcommand(0, 1);
  command->add_subcommand("show", "What is known of you, and what it changes");
  auto words = std::make_shared<std::vector<std::string>>();
  auto from = std::make_shared<std::string>();
  const auto declare = [&](const char* name, const char* help,
                           void (*run)(Session&, const std::vector<std::string>&, const std::string&)) {
    auto* sub = command->add_subcommand(name, help);
    sub->add_option("what", *words,
                    "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, since, reviewed, "
                    "kidney_test, health, day_start, "
                    "measures, date_order, history_limit_mb")
        ->required();
    sub->add_option("--from", *from, "From this day on")->type_name("DAY");
    sub->callback([&session, words, from, run] { run(session, *words, *from); });
  };
  declare("set", "Say something of yourself", set);
  declare("clear", "Take something back", clear);
  command->callback([&session, command] {
    const auto chosen = command->get_subcommands();
    if (chosen.empty() || chosen.front()->get_name() == "show") show(session);
  });
}

}  // namespace lytes::cli

// profile: who the targets are for, and how times and measures are read
#include <algorithm>

#include "command.hpp"
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
  const calendar::Day today = session.today();
  const auto& profile = session.targets().profile_on(today);
  const auto personal = session.personal_advice();
  const report::ProfileView view{profile,
                                 personal,
                                 storage::setting(session.journal(), "day_start").value_or("04:00"),
                                 std::string(quantity::system_name(session.measures())),
                                 std::string(calendar::word(session.reckoning().date_order)),
                                 profile.age_on(today)};
  session.answer(report::profile_json, report::profile_page, view);
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

struct Typed {
  std::vector<std::string> words;
  std::string from;
};

void set(Session& session, const Typed& typed) {
  const auto from = read_from(session, typed.from);
  state(session, language::read_profile_line(typed.words, session.today()), from);
  show(session);
}

void clear(Session& session, const Typed& typed) {
  const auto from = read_from(session, typed.from);
  take_back(session, language::read_profile_name(typed.words), from);
  show(session);
}

}  // namespace

void state(Session& session, const language::ProfileLine& line, std::optional<calendar::Day> from) {
  const calendar::Day today = session.today();
  const auto& [facts, settings] = line;
  session.save([&, &facts = facts, &settings = settings] {
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
  });
  session.forget_what_was_read();
}

void take_back(Session& session, const language::ProfileName& said, std::optional<calendar::Day> from) {
  const calendar::Day today = session.today();
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

void declare_profile(Command& program) {
  auto& profile = program.add("profile", "Who the targets are for: lytes profile set sex=female birth_year=1980");
  profile.runs(show);
  profile.add("show", "What is known of you, and what it changes").runs(show);
  const auto declare = [&](const char* name, const char* help, void (*change)(Session&, const Typed&)) {
    auto& command = profile.add(name, help);
    auto& typed = command.writes(change);
    command.option("what...", typed.words,
                   "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, since, reviewed, "
                   "kidney_test, health, day_start, "
                   "measures, date_order, history_limit_mb");
    command.option("--from DAY", typed.from, "From this day on");
  };
  declare("set", "Say something of yourself", set);
  declare("clear", "Take something back", clear);
}

}  // namespace lytes::cli

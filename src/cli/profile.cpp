// profile: who the targets are for, and how times and measures are read
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/notebook/stated.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/storage/setting.hpp"

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

struct Typed {
  std::vector<std::string> words;
  std::string from;
};

void set(Session& session, const Typed& typed) {
  const auto from = read_from(session, typed.from);
  notebook::state(session, language::read_profile_line(typed.words, session.today()), from);
  show(session);
}

void clear(Session& session, const Typed& typed) {
  const auto from = read_from(session, typed.from);
  notebook::take_back(session, language::read_profile_name(typed.words), from);
  show(session);
}

}  // namespace

void declare_profile(Command& program) {
  auto& profile = program.add("profile", "Who the targets are for: lytes profile set sex=female birth_year=1980");
  profile.runs(show);
  profile.add("show", "What is known of you, and what it changes").runs(show);
  const auto declare = [&](const char* name, const char* help, void (*change)(Session&, const Typed&)) {
    auto& command = profile.add(name, help);
    auto& typed = command.writes(change);
    command.option("what...", typed.words,
                   "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, since, reviewed, "
                   "kidney_test, health, day_start, measures, date_order, history_limit_mb");
    command.option("--from DAY", typed.from, "From this day on");
  };
  declare("set", "Say something of yourself", set);
  declare("clear", "Take something back", clear);
}

}  // namespace lytes::cli

// profile: who the targets are for, and how times and measures are read
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "commands.hpp"
#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/report/profile_page.hpp"
#include "lytes/storage/setting.hpp"
#include "lytes/targets/profile_store.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Said {
  std::string what;
  std::string value;
};

constexpr const char* example =
    "`lytes profile set sex=female birth_year=1980 guideline=us condition=\"kidney disease\" medicine=lisinopril`";

/// "sex=female condition=kidney disease" or "sex female".
std::vector<Said> read_pairs(const std::vector<std::string>& words) {
  std::vector<Said> said;
  if (words.empty()) throw InputError("nothing to set", {}, 0, example);
  if (std::ranges::none_of(words, [](const auto& word) { return word.find('=') != std::string::npos; })) {
    if (words.size() < 2)
      throw InputError("no value for \"" + words[0] + "\"", text::joined(words), words[0].size(), example);
    return {{words[0], text::joined({words.begin() + 1, words.end()})}};
  }
  for (const auto& word : words) {
    const std::size_t sign = word.find('=');
    if (sign != std::string::npos) {
      said.push_back({word.substr(0, sign), word.substr(sign + 1)});
    } else if (said.empty()) {
      throw InputError("a name without a value", text::joined(words), 0, example);
    } else {
      said.back().value += " " + word;
    }
  }
  return said;
}

/// The next comma that parts two things, at or after a place; "2,5 mg" has none.
std::size_t parting_comma(const std::string& list, std::size_t at) {
  const auto digit = [&](std::size_t place) { return place < list.size() && text::is_digit(list[place]); };
  std::size_t comma = list.find(',', at);
  while (comma != std::string::npos && comma > 0 && digit(comma - 1) && digit(comma + 1)) {
    comma = list.find(',', comma + 1);
  }
  return std::min(comma, list.size());
}

/// "ramipril, spironolactone" are two.
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t end = parting_comma(list, begin);
    const std::string_view part = text::trimmed(std::string_view(list).substr(begin, end - begin));
    if (!part.empty() || list.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

constexpr std::array settings_there_are = {"day_start", "measures", "date_order", "history_limit_mb"};
constexpr std::array<const char*, 10> facts_there_are = {"sex",       "birth_year", "stage", "guideline", "fluid_basis",
                                                         "condition", "medicine",   "since", "reviewed",  "health"};

bool is_setting(const std::string& what) {
  return std::ranges::find(settings_there_are, what) != settings_there_are.end();
}

/// All that can be set, the one that was most likely meant in front: it begins as what was said does.
std::string what_there_is(const std::string& said) {
  std::string nearest;
  std::string all;
  std::size_t longest = 2;
  const auto add = [&](const std::string& name) {
    all += (all.empty() ? "" : ", ") + name;
    const auto same = static_cast<std::size_t>(std::ranges::mismatch(name, said).in1 - name.begin());
    if (same <= longest) return;
    longest = same;
    nearest = name;
  };
  for (const char* name : facts_there_are) add(name);
  for (const char* name : settings_there_are) add(name);
  return nearest.empty() ? "one of " + all : "`" + nearest + "`, or another of " + all;
}

/// A fact of the person, or where it is none, all that it could have been.
template <class Read>
auto known_name(const std::string& what, Read&& read) {
  try {
    return read();
  } catch (const InputError& error) {
    if (!std::string_view(error.what()).starts_with("A profile holds no")) throw;
    throw InputError(error.what(), what, 0, what_there_is(what));
  }
}

/// Megabytes of history, in whole ones.
std::string read_history_limit(const std::string& text) {
  constexpr double most_megabytes = 10'000;
  const double megabytes = quantity::parse_number(text);
  if (megabytes < 1 || megabytes > most_megabytes || megabytes != std::floor(megabytes))
    throw InputError("not a size that the history can have", text, 0, "whole megabytes from 1 to 10000");
  return fmt::format("{:.0f}", megabytes);
}

/// Checked, and in the words that are stored.
std::string read_setting(const Said& said) {
  try {
    if (said.what == "day_start") {
      const auto minutes = calendar::parse_clock(said.value).count();
      return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    if (said.what == "measures") return std::string(quantity::system_name(quantity::parse_system(said.value)));
    if (said.what == "date_order") return std::string(calendar::word(calendar::parse_date_order(said.value)));
    return read_history_limit(said.value);
  } catch (const InputError& error) {
    throw InputError(error.what(), said.what + "=" + said.value, said.what.size() + 1 + error.place, error.valid);
  }
}

int this_year(Session& session) {
  return static_cast<int>(std::chrono::year_month_day(calendar::today(session.reckoning())).year());
}

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

/// "since=2024-03" belongs to the conditions and medicines of the words before it.
void begin_since(std::vector<targets::StatedFact>& facts, std::size_t first, const Said& said, calendar::Day today) {
  const bool none = std::ranges::none_of(facts.begin() + static_cast<std::ptrdiff_t>(first), facts.end(),
                                         [](auto& fact) { return targets::is_about_health(fact.name); });
  if (none) {
    throw InputError("nothing that began then", "since=" + said.value, 0,
                     "`lytes profile set medicine=\"ramipril 5 mg\" since=2024-03`");
  }
  const std::string since = targets::read_since(said.value, today);
  for (std::size_t place = first; place < facts.size(); ++place) {
    if (targets::is_about_health(facts[place].name)) facts[place] = targets::with_beginning(facts[place], since);
  }
}

void set(Session& session, const std::vector<std::string>& words, const std::string& from_text) {
  session.prepare_to_write();
  const calendar::Day today = calendar::today(session.reckoning());
  const auto from = read_from(session, from_text);
  std::vector<targets::StatedFact> facts;
  std::vector<Said> settings;
  std::size_t first_of_last = 0;
  for (const auto& said : read_pairs(words)) {
    if (is_setting(said.what)) {
      settings.push_back({said.what, read_setting(said)});
    } else if (said.what == "since") {
      begin_since(facts, first_of_last, said, today);
    } else {
      first_of_last = facts.size();
      for (const auto& value : parts_of(said.value)) {
        if (facts.size() == most_entries_at_once) refuse_more_entries(said.value, 0);
        facts.push_back(
            known_name(said.what, [&] { return targets::read_fact(said.what, value, this_year(session)); }));
      }
    }
  }
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
  for (const auto& setting : settings) storage::set_setting(session.journal(), setting.what, setting.value);
  change.commit();
  session.saved = Saved::Yes;
  session.forget_what_was_read();
  show(session);
}

void clear(Session& session, const std::vector<std::string>& words, const std::string& from_text) {
  session.prepare_to_write();
  if (words.empty()) throw InputError("nothing to clear", {}, 0, "`lytes profile clear condition=\"kidney disease\"`");
  const calendar::Day today = calendar::today(session.reckoning());
  const auto from = read_from(session, from_text);
  std::string what = text::joined(words);
  std::string which;
  if (const std::size_t sign = what.find('='); sign != std::string::npos) {
    which = what.substr(sign + 1);
    what.resize(sign);
  } else if (words.size() > 1) {
    what = words[0];
    which = text::joined({words.begin() + 1, words.end()});
  }
  auto change = session.change();
  if (is_setting(what)) {
    storage::set_setting(session.journal(), what, std::nullopt);
  } else {
    const std::string name = known_name(what, [&] { return targets::fact_name(what, which); });
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
  show(session);
}

}  // namespace

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
    sub->add_option(
           "what", *words,
           "sex, birth_year, stage, guideline, fluid_basis, condition, medicine, since, reviewed, health, day_start, "
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

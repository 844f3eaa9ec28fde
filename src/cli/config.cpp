// config: the settings that the journal holds, in one place
#include <algorithm>

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/language/profile_line.hpp"
#include "lytes/notebook/stated.hpp"
#include "lytes/report/config_page.hpp"
#include "lytes/storage/setting.hpp"

namespace lytes::cli {

namespace {

std::string value_of(Session& session, std::string_view name) {
  if (name == "measures") return std::string(quantity::system_name(session.measures()));
  if (name == "date_order") {
    const auto order = session.reckoning().date_order;
    return order == calendar::DateOrder::Unsaid ? "not said" : std::string(calendar::word(order));
  }
  if (name == "guideline") {
    const auto& profile = session.targets().profile_on(session.today());
    return std::string(targets::word_for(profile.guideline));
  }
  const char* usual = name == "day_start" ? "04:00" : "64";
  return storage::setting(session.journal(), name).value_or(usual);
}

void show(Session& session, const std::vector<std::string>& names) {
  std::vector<report::SettingRow> rows;
  for (const auto& key : language::config_keys()) {
    if (!names.empty() && std::ranges::find(names, key.name) == names.end()) continue;
    rows.push_back(
        {std::string(key.name), value_of(session, key.name), std::string(key.says), std::string(key.values)});
  }
  session.answer(report::config_json, report::config_page, rows);
}

void run(Session& session, const std::vector<std::string>& words) {
  if (words.empty()) return show(session, {});
  const bool resets = words.front() == "reset" && words.size() > 1;
  const bool sets = words.size() > 1 || words.front().find('=') != std::string::npos;
  if (!sets) return show(session, {std::string(language::config_key(words.front()).name)});
  session.prepare_to_write();
  std::vector<std::string> names;
  if (resets) {
    names = {words.begin() + 1, words.end()};
    for (const auto& name : names) language::config_key(name);
    for (const auto& name : names) notebook::take_back(session, language::read_profile_name({name}));
  } else {
    const auto line = language::read_config_line(words, session.today());
    notebook::state(session, line);
    for (const auto& [name, value] : line.settings) names.push_back(name);
    for (const auto& fact : line.facts) names.push_back(fact.name);
  }
  show(session, names);
}

}  // namespace

void declare_config(Command& program) {
  auto& command = program.add("config", "The settings of the journal: lytes config measures=metric");
  command.option("[what...]", command.runs(run),
                 "A setting to look at, KEY=VALUE to set some, or reset KEY; all if left out");
}

}  // namespace lytes::cli

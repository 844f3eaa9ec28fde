#include "lytes/command/help.hpp"

#include "lytes/command/command.hpp"
#include "lytes/command/manual.hpp"

namespace lytes::command {

namespace {

constexpr std::size_t most_examples = 6;

std::string usage_of(const Command& command) {
  std::string usage = "lytes";
  if (!command.path().empty()) usage += " " + command.path();
  for (const Option& option : command.options()) {
    if (option.has_place()) usage += option.required ? " " + option.term() : " [" + option.term() + "]";
  }
  if (!command.below().empty()) usage += command.needs_one_below() ? " COMMAND" : " [COMMAND]";
  return usage + " [OPTIONS]";
}

}  // namespace

report::HelpView help_of(const Command& command) {
  report::HelpView view;
  view.command = command.path();
  view.says = command.says();
  view.usage = usage_of(command);
  report::HelpGroup words{"What stands behind it", {}};
  report::HelpGroup commands{"Commands", {}};
  report::HelpGroup options{command.path().empty() ? "Options of every command" : "Options", {}};
  for (const Option& option : command.options()) {
    auto& group = option.has_place() ? words : options;
    group.rows.push_back({option.term(), option.says});
  }
  for (const Command& below : command.below()) commands.rows.push_back({below.name(), below.says()});
  view.groups = {words, commands, options};
  view.examples = examples_of(command.path());
  if (view.examples.size() > most_examples) view.examples.resize(most_examples);
  view.more = command.more;
  return view;
}

}  // namespace lytes::command

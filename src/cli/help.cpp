#include "help.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "manual.hpp"

namespace lytes::cli {

namespace {

constexpr std::size_t most_examples = 6;

bool takes_many(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

std::string usage_of(const CLI::App& command) {
  std::string usage = "lytes";
  if (const std::string path = path_of(command); !path.empty()) usage += " " + path;
  for (const auto* option : command.get_options()) {
    if (!option->get_positional()) continue;
    const std::string term = term_of(*option);
    usage += option->get_required() ? " " + term : " [" + term + "]";
  }
  const auto below = command.get_subcommands([](const CLI::App*) { return true; });
  if (!below.empty()) usage += command.get_require_subcommand_min() > 0 ? " COMMAND" : " [COMMAND]";
  return usage + " [OPTIONS]";
}

}  // namespace

std::string path_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (parent == nullptr) return {};
  const std::string above = path_of(*parent);
  return (above.empty() ? "" : above + " ") + command.get_name();
}

std::string term_of(const CLI::Option& option) {
  if (option.get_positional()) return option.get_name(true) + (takes_many(option) ? "..." : "");
  std::string term;
  for (const auto& name : option.get_snames()) term += "-" + name + ", ";
  term += "--" + option.get_lnames().front();
  const bool flag = option.get_items_expected_max() == 0;
  return flag ? term : term + " " + option.get_type_name();
}

report::HelpView help_of(const CLI::App& command) {
  const std::string path = path_of(command);
  report::HelpView view;
  view.says = command.get_description();
  view.usage = usage_of(command);
  report::HelpGroup words{"What stands behind it", {}};
  report::HelpGroup commands{"Commands", {}};
  report::HelpGroup options{path.empty() ? "Options of every command" : "Options", {}};
  for (const auto* option : command.get_options()) {
    auto& group = option->get_positional() ? words : options;
    group.rows.push_back({term_of(*option), option->get_description()});
  }
  for (const auto* below : command.get_subcommands([](const CLI::App*) { return true; }))
    commands.rows.push_back({below->get_name(), below->get_description()});
  view.groups = {words, commands, options};
  view.examples = examples_of(path);
  if (view.examples.size() > most_examples) view.examples.resize(most_examples);
  view.more = command.get_footer();
  return view;
}

}  // namespace lytes::cli

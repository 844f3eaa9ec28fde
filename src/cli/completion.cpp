// completion
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "completion_script.hpp"
#include "lytes/errors.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

/// A command with all that stand below it.
void gather(const CLI::App& command, const std::string& path, std::vector<CommandWords>& into) {
  CommandWords words{path, command.get_description(), {}, {}};
  const auto below = command.get_subcommands([](const CLI::App*) { return true; });
  for (const auto* sub : below) words.words.push_back(sub->get_name());
  for (const auto* option : command.get_options()) {
    for (const auto& name : option->get_lnames()) words.options.push_back("--" + name);
  }
  into.push_back(std::move(words));
  for (const auto* sub : below) gather(*sub, (path.empty() ? "" : path + " ") + sub->get_name(), into);
}

Shell shell_named(const std::string& name) {
  if (name == "bash") return Shell::Bash;
  if (name == "zsh") return Shell::Zsh;
  if (name == "fish") return Shell::Fish;
  throw InputError("no shell that is known here", name, 0, "bash, zsh or fish");
}

}  // namespace

void declare_completion(CLI::App& app, Session& session) {
  auto shell = std::make_shared<std::string>();
  auto* command = app.add_subcommand("completion", "A script that completes commands: lytes completion bash");
  command->add_option("shell", *shell, "bash, zsh or fish")->required();
  command->callback([&app, &session, shell] {
    std::vector<CommandWords> commands;
    gather(app, "", commands);
    session.say(completion_script(shell_named(*shell), commands));
  });
}

}  // namespace lytes::cli

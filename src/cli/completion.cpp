// completion: what teaches a shell to complete, and what it then asks
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "completion_offers.hpp"
#include "completion_script.hpp"
#include "lytes/errors.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

Shell shell_named(const std::string& name) {
  if (name == "bash") return Shell::Bash;
  if (name == "zsh") return Shell::Zsh;
  if (name == "fish") return Shell::Fish;
  throw InputError("no shell that is known here", name, 0, "bash, zsh or fish");
}

}  // namespace

void declare_completion(CLI::App& app, Session& session) {
  auto shell = std::make_shared<std::string>();
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("completion", "A script that completes commands: lytes completion bash");
  command->add_option("shell", *shell, "bash, zsh or fish")->required();
  command->add_option("words", *words, "Behind `offer --`, as scripts ask: the words typed so far");
  command->callback([&app, &session, shell, words] {
    if (*shell == "offer") return session.say_as_it_is(offers_text(offers_for(app, session, *words)));
    session.say_as_it_is(completion_script(shell_named(*shell)));
  });
}

}  // namespace lytes::cli

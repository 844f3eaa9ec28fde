// completion: what teaches a shell to complete, and what it then asks
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/command/completion_offers.hpp"
#include "lytes/command/completion_script.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/help_page.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string shell;
  std::vector<std::string> words;
};

command::Shell shell_named(const std::string& name) {
  if (name == "bash") return command::Shell::Bash;
  if (name == "zsh") return command::Shell::Zsh;
  if (name == "fish") return command::Shell::Fish;
  throw InputError("no shell that is known here", name, 0, "bash, zsh or fish");
}

}  // namespace

void declare_completion(Command& program) {
  auto& command = program.add("completion", "A script that completes commands: lytes completion bash");
  auto& typed = command.runs<Typed>([&program](Session& session, const Typed& asked) {
    if (asked.shell == "offer") {
      return session.say_as_it_is(command::offers_text(command::offers_for(program, session, asked.words)));
    }
    const std::string script = command::completion_script(shell_named(asked.shell));
    session.options.json ? session.say(report::completion_json(asked.shell, script)) : session.say_as_it_is(script);
  });
  command.option("shell", typed.shell, "bash, zsh or fish");
  command.option("[words...]", typed.words, "Behind `offer --`, as scripts ask: the words typed so far");
}

}  // namespace lytes::cli

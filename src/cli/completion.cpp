// completion: what teaches a shell to complete, and what it then asks
#include "command.hpp"
#include "commands.hpp"
#include "completion_offers.hpp"
#include "completion_script.hpp"
#include "lytes/errors.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string shell;
  std::vector<std::string> words;
};

Shell shell_named(const std::string& name) {
  if (name == "bash") return Shell::Bash;
  if (name == "zsh") return Shell::Zsh;
  if (name == "fish") return Shell::Fish;
  throw InputError("no shell that is known here", name, 0, "bash, zsh or fish");
}

}  // namespace

void declare_completion(Command& program) {
  auto& command = program.add("completion", "A script that completes commands: lytes completion bash");
  auto& typed = command.runs<Typed>([&program](Session& session, const Typed& asked) {
    session.say_as_it_is(asked.shell == "offer" ? offers_text(offers_for(program, session, asked.words))
                                                : completion_script(shell_named(asked.shell)));
  });
  command.option("shell", typed.shell, "bash, zsh or fish");
  command.option("[words...]", typed.words, "Behind `offer --`, as scripts ask: the words typed so far");
}

}  // namespace lytes::cli

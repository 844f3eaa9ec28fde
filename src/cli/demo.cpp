// demo: the program at work on a made-up diary
#include <fmt/format.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/made_up_diary.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

constexpr int demo_days = 400;

std::filesystem::path new_folder(const Context& context) {
  std::string name = (context.paths.temporary / "lytes-demo-XXXXXX").string();
  if (!mkdtemp(name.data())) {
    throw StorageError(StorageError::Kind::Failed, "no folder can be made in " + context.paths.temporary.string(),
                       std::strerror(errno));
  }
  return name;
}

void write_diary(Session& session) {
  session.options.yes = true;  // nobody is there to be asked
  const auto diary = exchange::made_up_diary(session, demo_days);
  auto change = session.change();
  auto& store = session.store();
  for (const auto& line : diary.lines) store.add(line);
  for (const auto& said : diary.said) store.say(said.day, said.stream, said.status);
  change.commit();
}

void run_demo(Session& outer) {
  const auto journal = new_folder(outer.context()) / "journal.db";
  {
    Session session(outer.context(), "demo");
    session.options = outer.options;
    session.options.journal = journal.string();
    write_diary(session);
  }
  if (!outer.options.json) {
    outer.say(fmt::format("A made-up diary of {} days: real foods and figures, no real person.\n\n", demo_days));
  }
  std::vector<std::string> options = {"--db", journal.string()};
  if (!outer.options.now.empty()) options.insert(options.end(), {"--now", outer.options.now});
  if (outer.options.json) options.emplace_back("--json");
  if (outer.options.no_color) options.emplace_back("--no-color");
  for (const char* command : {"today", "week"}) {
    auto words = options;
    words.emplace_back(command);
    if (command == std::string_view("week")) words.insert(words.end(), {"--html", journal.parent_path() / "week.html"});
    if (run(words, outer.context()) != Done)
      throw StorageError(StorageError::Kind::Failed, "the demo diary cannot be shown");
    if (!outer.options.json) outer.say("\n");
  }
  if (!outer.options.json) {
    outer.say(fmt::format("To look around: export LYTES_DB={}\nYour own journal was not touched.\n", journal.string()));
  }
}

}  // namespace

void declare_demo(CLI::App& app, Session& session) {
  app.add_subcommand("demo", "A made-up diary, in a place of its own")->callback([&session] { run_demo(session); });
}

}  // namespace lytes::cli

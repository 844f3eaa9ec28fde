// demo: the program at work on a made-up diary
#include <fmt/format.h>
#include <stdlib.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstring>
#include <sstream>

#include "commands.hpp"
#include "lytes/cli/run.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/made_up_diary.hpp"
#include "lytes/report/demo_page.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

namespace fs = std::filesystem;

constexpr int demo_days = 400;

/// Where the diary lies while it is shown; gone with all that is in it, unless it is to be kept.
class Folder {
 public:
  Folder(const Context& context, const std::string& kept) : keeps_(!kept.empty()) {
    if (keeps_) {
      path_ = kept;
      std::error_code error;
      fs::create_directories(path_, error);
      if (error || !fs::is_empty(path_, error))
        throw InputError("not a new or empty folder", kept, 0, "a folder for the demo alone");
      return;
    }
    std::string name = (context.paths.temporary / "lytes-demo-XXXXXX").string();
    if (!mkdtemp(name.data())) {
      throw StorageError(StorageError::Kind::Failed, "no folder can be made in " + context.paths.temporary.string(),
                         std::strerror(errno));
    }
    path_ = name;
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (!keeps_) fs::remove_all(path_, ignored);
  }

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
  bool keeps_;
};

void write_diary(Session& session) {
  session.options.yes = true;  // nobody is there to be asked
  const auto diary = exchange::made_up_diary(session, demo_days);
  auto change = session.change();
  auto& store = session.store();
  for (const auto& line : diary.lines) store.add(line);
  for (const auto& said : diary.said) store.say(said.day, said.stream, said.status);
  change.commit();
}

/// What one command says of the diary.
std::string said_by(const Session& outer, std::vector<std::string> words) {
  std::ostringstream out;
  const Context& context = outer.context();
  const Context inner{context.clock, context.zone,       context.in,        out, context.err,   context.terminal,
                      context.paths, context.run_editor, context.edit_line, {},  context.locale};
  if (!outer.options.now.empty()) words.insert(words.end(), {"--now", outer.options.now});
  if (outer.options.json) words.emplace_back("--json");
  if (outer.options.no_color) words.emplace_back("--no-color");
  if (run(words, inner) != Done) throw StorageError(StorageError::Kind::Failed, "the demo diary cannot be shown");
  return out.str();
}

void run_demo(Session& outer, const std::string& kept) {
  const Folder folder(outer.context(), kept);
  const fs::path journal = folder.path() / "journal.db";
  {
    Session session(outer.context(), "demo");
    session.options = outer.options;
    session.options.journal = journal.string();
    write_diary(session);
  }
  std::vector<std::string> week = {"--db", journal.string(), "week"};
  if (!kept.empty()) week.insert(week.end(), {"--html", (folder.path() / "week.html").string()});
  const std::string today = said_by(outer, {"--db", journal.string(), "today"});
  const std::string page = said_by(outer, week);
  if (outer.options.json) return outer.say(report::demo_json(today, page));
  outer.say(fmt::format(
      "A made-up diary of {} days: real foods and figures, no real person.\n\n{}\n{}\n{}", demo_days, today, page,
      kept.empty() ? "To keep it and look around: lytes demo --keep FOLDER\n"
                   : fmt::format("To look around: export LYTES_DB={}\n", fs::absolute(journal).string())));
  outer.say("Your own journal was not touched.\n");
}

}  // namespace

void declare_demo(CLI::App& app, Session& session) {
  auto kept = std::make_shared<std::string>();
  auto* command = app.add_subcommand("demo", "A made-up diary, in a place of its own");
  command->add_option("--keep", *kept, "Leave it in this new folder, with its page")->type_name("FOLDER");
  command->callback([&session, kept] { run_demo(session, *kept); });
}

}  // namespace lytes::cli

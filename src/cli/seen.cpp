// seen: a doctor has seen a sign
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/notebook/seen.hpp"
#include "lytes/report/day_page.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

void run(Session& session, std::vector<std::string> words) {
  session.prepare_to_write();
  const auto seen = notebook::save_seen(session, std::move(words));
  session.say(session.options.json ? report::seen_json(seen) : report::seen_lines(seen, session.style()));
}

}  // namespace

void declare_seen(CLI::App& app, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand("seen", "Say that a doctor has seen a sign: lytes seen numbness yesterday");
  command->add_option("sign", *words, "The sign, as `lytes today` names it, and the day if it was not today")
      ->required();
  command->callback([&session, words] { run(session, *words); });
}

}  // namespace lytes::cli

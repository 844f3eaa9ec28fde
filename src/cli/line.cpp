// a line without a command
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "log_entries.hpp"
#include "lytes/language/any_line.hpp"
#include "session.hpp"
#include "text_input.hpp"

namespace lytes::cli {

namespace {

void log_line(Session& session, const std::vector<std::string>& words) {
  session.prepare_to_write();
  auto drafts = language::draft_line(session, line_words(session, words));
  const auto no_spasms_on = drafts.no_spasms_on;
  if (!drafts.entries.empty()) log_entries(session, std::move(drafts));
  if (no_spasms_on) say_no_spasms(session, *no_spasms_on);
}

}  // namespace

void declare_line(CLI::App& app, Session& session) {
  auto words = std::make_shared<std::vector<std::string>>();
  auto* command = app.add_subcommand(
      "had", "Any line, no command needed: lytes had 2 eggs and coffee, stress 6, back spasm 5/10 at 3pm");
  command->add_option("what", *words, "What was eaten, drunk, taken, felt or done, with commas between")->required();
  command->callback([&session, words] { log_line(session, *words); });
}

}  // namespace lytes::cli

// import: other formats into the journal
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/daily_diary.hpp"
#include "lytes/report/import_text.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct ImportOptions {
  std::string format;
  std::string file;
  bool dry_run = false;
};

exchange::Incoming read(Session& session, const ImportOptions& options) {
  if (options.format == "daily")
    return exchange::read_daily_diary(std::filesystem::path(options.file), session.reckoning());
  throw InputError("no format to import is called \"" + options.format + "\"", options.format, 0, "daily");
}

exchange::Imported import(Session& session, const exchange::Incoming& incoming) {
  auto change = session.change();
  auto imported = exchange::import_into(session.store(), incoming);
  change.commit();
  session.saved = Saved::Yes;
  return imported;
}

void run(Session& session, const ImportOptions& options) {
  if (!options.dry_run) session.prepare_to_write();
  const auto incoming = read(session, options);
  const auto imported = options.dry_run ? exchange::would_import(session.store(), incoming) : import(session, incoming);
  const report::ImportView view{options.format,          options.dry_run,          incoming.days,
                                imported.added,          imported.there_already,   imported.days_said,
                                incoming.days_left_open, incoming.columns_not_read};
  session.say(session.options.json ? report::import_json(view) : report::import_page(view, session.style()));
}

}  // namespace

void declare_import(CLI::App& app, Session& session) {
  auto options = std::make_shared<ImportOptions>();
  auto* command = app.add_subcommand("import", "Take over what another program holds: lytes import daily diary.csv");
  command->add_option("format", options->format, "daily: a CSV with one row a day")->required();
  command->footer(
      fmt::format("A daily diary has a header with date and any of these, in any order:\n{}\n"
                  "A blank cell is unknown, not zero.",
                  report::wrapped("  " + std::string(exchange::daily_diary_columns), 80, 2)));
  command->add_option("file", options->file, "The file to read")->required();
  command->add_flag("--dry-run", options->dry_run, "Only tell what would be added");
  command->callback([&session, options] { run(session, *options); });
}

}  // namespace lytes::cli

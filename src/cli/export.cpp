// export: the journal for other programs, and for a journal elsewhere
#include "lytes/exchange/export.hpp"

#include <ostream>

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/report/whole_text.hpp"
#include "lytes/storage/export_file.hpp"
#include "lytes/storage/table.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

struct ExportOptions {
  std::string format;
  std::string file = "-";
  std::string from;
  std::string to;
  bool anonymise = false;
};

exchange::ExportWish wish_of(Session& session, const ExportOptions& options) {
  exchange::ExportWish wish;
  if (!options.from.empty()) wish.days.from = calendar::parse_day(options.from, session.reckoning());
  if (!options.to.empty()) wish.days.to = calendar::parse_day(options.to, session.reckoning());
  if (wish.days.from > wish.days.to) {
    throw InputError("--from is after --to", {}, 0,
                     "--from " + calendar::iso(wish.days.to) + " --to " + calendar::iso(wish.days.from));
  }
  if (options.anonymise) wish.anonymity = exchange::anonymity(session.vocabulary(), session.today());
  return wish;
}

void write_folder(Session& session, const ExportOptions& options, const exchange::ExportWish& wish) {
  if (options.file == "-") {
    throw InputError("an export to csv is a folder of tables, and none is named", {}, 0,
                     "the name of a folder, such as `lytes export csv diary`");
  }
  const auto files = exchange::export_csv(session.journal(), wish);
  std::vector<std::pair<std::string, std::string_view>> named;
  for (const auto& file : files) named.emplace_back(file.name, file.text);
  storage::write_export_folder(options.file, named);
}

void write(Session& session, const ExportOptions& options, const exchange::ExportWish& wish,
           const exchange::Sink& sink) {
  if (options.format == "json") return exchange::export_json(session.journal(), wish, sink);
  sink(options.format == "daily" ? exchange::export_daily(session.journal(), wish)
                                 : exchange::export_cronometer(session.journal(), wish));
}

void run(Session& session, const ExportOptions& options) {
  if (!text::is_one_of(options.format, "json|csv|daily|cronometer")) {
    throw InputError("no format to export is called \"" + options.format + "\"; json, csv, daily or cronometer", {}, 0,
                     "what `lytes export --help` shows");
  }
  if (session.options.json && options.file == "-" && !text::is_one_of(options.format, "json|csv")) {
    throw InputError("with --json standard output holds one JSON document, and this export is none", {}, 0,
                     "the name of a file, such as `lytes export " + options.format + " diary.csv --json`");
  }
  // The ids of an older journal's entries would be new ones each time: they are to be those that stay.
  if (storage::is_updated_copy(session.journal())) session.journal(storage::Access::Write);
  const auto wish = wish_of(session, options);
  if (options.format != "csv" && options.file == "-") {
    return write(session, options, wish, [&](std::string_view piece) { session.context().out << piece; });
  }
  if (options.format == "csv") {
    write_folder(session, options, wish);
  } else {
    storage::write_export(options.file, [&](const exchange::Sink& sink) { write(session, options, wish, sink); });
  }
  if (session.options.json) session.say(report::exported_json(options.format, options.file));
}

}  // namespace

void declare_export(Command& program) {
  auto& command = program.add("export", "Write the journal for other programs: lytes export json diary.json");
  auto& options = command.runs(run);
  command.option("format", options.format,
                 "json: all of it, to be brought into a journal again; csv: a folder of tables; daily: one row a day "
                 "for a spreadsheet; cronometer: a daily summary as Cronometer has it");
  command.option("[file]", options.file, "The file to write, of csv the folder; standard output if left out");
  command.option("--from DAY", options.from, "First day; the diary's first if left out");
  command.option("--to DAY", options.to, "Last day; the diary's last if left out");
  command.option("--anonymise", options.anonymise,
                 "Dates moved by weeks that nobody is told, no notes, no names, no foods of one's own, age in bands");
}

}  // namespace lytes::cli

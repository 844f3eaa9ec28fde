// foods import
#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/progress.hpp"
#include "lytes/console/session.hpp"
#include "lytes/exchange/food_data_central.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/storage/new_file.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string file;
  std::string only;
  bool dry_run = false;
};

foods::ImportCounts imported(Session& session, const Typed& typed, const std::filesystem::path& file) {
  console::Progress progress(session);
  foods::FoodImport import(file);
  exchange::read_food_data_central(typed.file, typed.only, import,
                                   [&](std::string_view table, std::uint64_t done, std::uint64_t all) {
                                     progress.show(std::string(table), done, all);
                                   });
  const auto counts = import.finish([&](std::int64_t done, std::int64_t all) {
    progress.show("names", static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(all));
  });
  if (!typed.dry_run) import.publish();
  return counts;
}

void import(Session& session, const Typed& typed) {
  session.saved = Saved::No;
  const auto folder = storage::folder_of_journal(session.journal_path(), session.journal_folder());
  storage::remove_abandoned(folder);
  const auto file = folder / session.imported_foods().path().filename();
  const auto counts = imported(session, typed, file);
  session.saved = Saved::Yes;
  session.answer(report::imported_foods_json, report::imported_foods_page, counts, file, typed.dry_run);
}

}  // namespace

void declare_foods_import(Command& foods) {
  auto& command =
      foods.add("import", "Foods out of FoodData Central's CSV download, up to millions: lytes foods import FILE.zip");
  auto& typed = command.runs(import);
  command.option("file", typed.file, "The download: its zip, or the folder it unpacks to");
  command.option("--only WORDS", typed.only, "Words that the description must hold; more than one in quotes");
  command.option("--dry-run", typed.dry_run, "Only say what would be there");
}

}  // namespace lytes::cli

// foods import
#include <CLI/CLI.hpp>

#include "commands.hpp"
#include "lytes/exchange/food_data_central.hpp"
#include "lytes/foods/food_import.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/storage/new_file.hpp"
#include "lytes/text/words.hpp"
#include "progress.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string file;
  std::vector<std::string> only;
  bool dry_run = false;
};

foods::ImportCounts imported(Session& session, const Typed& typed, const std::filesystem::path& file) {
  Progress progress(session);
  foods::FoodImport import(file);
  exchange::read_food_data_central(typed.file, text::joined(typed.only), import,
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
  session.say(session.options.json ? report::imported_foods_json(counts, file, typed.dry_run)
                                   : report::imported_foods_page(counts, file, typed.dry_run, session.style()));
}

}  // namespace

void declare_foods_import(CLI::App& foods, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = foods.add_subcommand(
      "import", "Foods out of FoodData Central's CSV download, up to millions: lytes foods import FILE.zip");
  command->add_option("file", typed->file, "The download: its zip, or the folder it unpacks to")->required();
  command->add_option("--only", typed->only, "Words that the description must hold; more than one in quotes")
      ->type_name("WORDS")
      ->expected(1);
  command->add_flag("--dry-run", typed->dry_run, "Only say what would be there");
  command->callback([&session, typed] { import(session, *typed); });
}

}  // namespace lytes::cli

// foods import
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <unordered_set>

#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/exchange/food_data_central.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

struct Typed {
  std::string file;
  std::vector<std::string> only;
  std::size_t limit = 50;
  bool dry_run = false;
};

void import(Session& session, const Typed& typed) {
  if (!typed.dry_run) session.prepare_to_write();
  auto chosen = exchange::read_food_data_central(typed.file, text::joined(typed.only), typed.limit);
  std::unordered_set<std::string> own;
  for (const auto& food : session.user_foods().all()) own.insert(text::lowered(food.name));
  const std::size_t known =
      std::erase_if(chosen.foods, [&](const auto& food) { return own.contains(text::lowered(food.name)); });
  if (!typed.dry_run && !chosen.foods.empty()) {
    auto change = session.change();
    for (auto& food : chosen.foods) food = session.user_foods().add(food);
    change.commit();
  }
  session.saved = Saved::Yes;
  if (session.options.json) return session.say(report::foods_json(chosen.foods));
  std::string text = chosen.foods.empty() ? "" : report::food_list(chosen.foods, session.style());
  text += fmt::format("{} {} {}", chosen.foods.size(), chosen.foods.size() == 1 ? "food" : "foods",
                      typed.dry_run ? "would be added; nothing was saved" : "added to your own");
  if (known > 0) text += fmt::format("; {} there already", known);
  if (chosen.without_figures > 0) text += fmt::format("; {} left out for want of any figure", chosen.without_figures);
  session.say(text + ".\n");
}

}  // namespace

void declare_foods_import(CLI::App& foods, Session& session) {
  auto typed = std::make_shared<Typed>();
  auto* command = foods.add_subcommand(
      "import", "Foods out of FoodData Central's CSV download: lytes foods import FOLDER --only hummus");
  command->add_option("folder", typed->file, "The unpacked download, or the food.csv in it")->required();
  command->add_option("--only", typed->only, "Words that the description must hold; more than one in quotes")
      ->type_name("WORDS")
      ->expected(1);
  command->add_option("--limit", typed->limit, "Refuse to take more than this")
      ->capture_default_str()
      ->check(CLI::Range(1, 100'000));
  command->add_flag("--dry-run", typed->dry_run, "Only show what would be added");
  command->callback([&session, typed] { import(session, *typed); });
}

}  // namespace lytes::cli

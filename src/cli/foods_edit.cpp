// foods: edit and rename, and what was logged of a food before its figures were known
#include "foods_edit.hpp"

#include <fmt/format.h>

#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/recipe.hpp"
#include "lytes/language/own_food.hpp"
#include "lytes/notebook/own_foods.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

/// Whether they are to be filled in: asked once, where somebody can answer.
bool shall_fill(Session& session, std::span<const journal::Entry> filled) {
  if (filled.empty() || !session.can_ask() || session.options.yes) return !filled.empty();
  const auto answer = session.ask(fmt::format("{} of it {} figures that are known now. Fill them in? [Y/n] ",
                                              filled.size() == 1 ? "1 entry" : fmt::format("{} entries", filled.size()),
                                              filled.size() == 1 ? "lacks" : "lack"));
  return answer && *answer != "n" && *answer != "no";
}

void tell_food(Session& session, const foods::Food& food, std::size_t filled) {
  if (session.options.json) return session.say(report::foods_json({&food, 1}));
  std::string text = report::food_page(food, session.style());
  if (filled > 0) {
    text += fmt::format("Filled in for {} that {} logged before; lytes undo takes both back.\n",
                        filled == 1 ? "1 entry" : fmt::format("{} entries", filled), filled == 1 ? "was" : "were");
  }
  session.say(text);
}

}  // namespace

void keep_food(Session& session, const foods::Food& food, const std::optional<std::string>& product) {
  auto filled = notebook::entries_to_fill(session, food, product);
  if (!shall_fill(session, filled)) filled.clear();
  tell_food(session, notebook::save_own_food(session, food, filled), filled.size());
}

namespace {

void edit(Session& session, const language::OwnFood& typed) {
  const std::string words = text::joined(typed.name);
  const auto found = notebook::food_to_edit(session, words);
  if (foods::RecipeBook(session.journal()).find(found.food.ref)) {
    throw InputError(found.food.name + " is a recipe, whose figures are those of what goes in", words, 0,
                     "`lytes recipe edit " + text::in_quotes(found.food.name) + " ITEMS`");
  }
  keep_food(session, language::edited_own_food(found.food, typed, session.measures()), found.product);
}

struct Names {
  std::string old_name;
  std::string new_name;
};

void rename(Session& session, const Names& typed) {
  const auto& [old_name, new_name] = typed;
  auto found = notebook::food_to_edit(session, old_name);
  if (found.product) {
    throw InputError(found.food.name + " is a product of the catalogue, and keeps its name", old_name, 0,
                     "a food of your own");
  }
  found.food.name = new_name;
  if (found.food.name.find_first_not_of(' ') == std::string::npos)
    throw InputError("a food needs a name", {}, 0, "`lytes foods rename \"my tablets\" \"morning tablets\"`");
  notebook::save_own_food(session, found.food, {});
  if (session.options.json) return session.say(report::foods_json({&found.food, 1}));
  session.say(fmt::format("{} is called {} from now on. What was logged of it stays as it is.\n",
                          text::printable(old_name), text::printable(found.food.name)));
}

}  // namespace

void add_figure_options(Command& command, language::OwnFood& typed, const std::string& left_out) {
  command.option("--kind KIND", typed.kind, "drink, food or supplement; guessed from --per");
  for (const auto& facts : quantity::nutrient_table) {
    command.option("--" + std::string(facts.name) + " AMOUNT", typed.amounts[facts.nutrient],
                   "As on the label; " + left_out);
  }
  command.option("--portion NAME=WEIGHT", typed.portions, "A portion and its weight: slice=30g; as often as you like");
  command.option("--barcode DIGITS", typed.barcode, "The digits under its bars, by which it is then known too");
}

void declare_foods_edit(Command& foods) {
  auto& edits = foods.add(
      "edit",
      "Change a food of your own, or what a label says otherwise: lytes foods edit \"my tablets\" --magnesium 100mg");
  auto& typed = edits.writes(edit);
  typed.per.clear();
  edits.option("name...", typed.name, "What it is called");
  edits.option("--per AMOUNT", typed.per, "What the figures are for from now on");
  add_figure_options(edits, typed, "left out means as it was, and \"unknown\" takes it back");

  auto& renames =
      foods.add("rename", "Call a food of your own otherwise: lytes foods rename \"my tablets\" \"morning tablets\"");
  auto& names = renames.writes(rename);
  renames.option("old", names.old_name, "What it is called; more than one word in quotes");
  renames.option("new...", names.new_name, "What it is to be called");
}

}  // namespace lytes::cli

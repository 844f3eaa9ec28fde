// recipe: add, list, show, delete
#include "lytes/foods/recipe.hpp"

#include "commands.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/console/text_input.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/own_food.hpp"
#include "lytes/report/entry_text.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/report/recipe_page.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

struct NewRecipe {
  std::string name;
  std::vector<std::string> items;
  std::string servings;
  std::string yield;
};

void tell(Session& session, const foods::Recipe& recipe, const foods::Food& food,
          const std::vector<Remark>& remarks = {}) {
  session.say(session.options.json ? report::recipe_json(recipe, food)
                                   : report::recipe_page(recipe, food, session.style()) +
                                         report::remark_lines(remarks, session.style()));
}

struct ReadItems {
  std::vector<foods::Serving> items;
  std::vector<Remark> remarks;
  std::vector<foods::Answer> answers;
};

ReadItems read_items(Session& session, const std::vector<std::string>& words) {
  auto read = language::read_intake_line(session, text::joined(line_words(session, words)), foods::FoodKind::Food);
  if (read.servings.empty()) throw NotFoundError("nothing_left", "nothing of it is left to make it of");
  ReadItems items;
  for (const auto& item : read.servings)
    items.remarks.insert(items.remarks.end(), item.remarks.begin(), item.remarks.end());
  items.items = std::move(read.servings);
  items.answers = std::move(read.answers);
  return items;
}

void add(Session& session, const NewRecipe& typed) {
  foods::Recipe recipe;
  recipe.name = typed.name;
  if (recipe.name.find_first_not_of(' ') == std::string::npos)
    throw InputError("a recipe needs a name", {}, 0, "`lytes recipe add chili 500g kidney beans, 1 onion`");
  recipe.servings = language::read_servings(typed.servings);
  if (!typed.yield.empty()) recipe.yield_grams = language::read_yield(typed.yield);
  auto read = read_items(session, typed.items);
  recipe.items = std::move(read.items);
  language::require_yield_of(recipe, typed.yield);
  foods::Food food;
  session.save([&] {
    for (const auto& answer : read.answers) session.answers().remember(answer);
    food = foods::RecipeBook(session.journal()).add(recipe);
  });
  tell(session, recipe, food, read.remarks);
}

struct Found {
  foods::Recipe recipe;
  foods::Food food;
};

Found find(Session& session, const std::string& words) {
  const foods::RecipeBook book(session.journal());
  const foods::Finder finder(session.catalogue(), &session.user_foods(), &session.answers());
  const auto called = finder.called(words);
  const std::string ref = called ? called->ref : words;
  if (auto recipe = book.find(ref)) return {std::move(*recipe), *session.user_foods().find(ref)};
  std::vector<std::string> names;
  for (const auto& food : book.all()) names.push_back(food.name);
  throw NotFoundError("no_such_recipe", "there is no recipe called \"" + words + "\"", std::move(names));
}

void show(Session& session, const std::string& words) {
  const Found found = find(session, words);
  tell(session, found.recipe, found.food);
}

/// Changes what was typed and leaves the rest; what was eaten of it keeps the figures it was logged with.
void edit(Session& session, const NewRecipe& typed) {
  Found found = find(session, typed.name);
  foods::Recipe& recipe = found.recipe;
  if (!typed.servings.empty()) recipe.servings = language::read_servings(typed.servings);
  if (!typed.yield.empty()) recipe.yield_grams = language::read_yield(typed.yield);
  ReadItems read;
  if (!typed.items.empty()) {
    read = read_items(session, typed.items);
    recipe.items = std::move(read.items);
  }
  language::require_yield_of(recipe, typed.yield);
  session.save([&] {
    for (const auto& answer : read.answers) session.answers().remember(answer);
    found.food = foods::RecipeBook(session.journal()).replace(found.food.ref, recipe);
  });
  tell(session, recipe, found.food, read.remarks);
}

void list(Session& session) {
  const auto all = foods::RecipeBook(session.journal()).all();
  if (session.options.json) return session.say(report::foods_json(all));
  session.say(all.empty() ? "No recipes yet: lytes recipe add chili 500g kidney beans, 1 onion --servings 4\n"
                          : report::food_list(all, session.style()));
}

void remove(Session& session, const std::string& words) {
  const Found found = find(session, words);
  session.save([&] { session.user_foods().remove(found.food.ref); });
  if (session.options.json) return session.say(report::recipe_json(found.recipe, found.food));
  session.say("Removed the recipe " + text::printable(found.recipe.name) +
              ". What was logged of it stays.\nTo have it back: lytes undo\n");
}

}  // namespace

void declare_recipe(Command& program) {
  auto& recipe = program.add("recipe", "Dishes of your own, from what goes into them");
  auto& adds =
      recipe.add("add", "lytes recipe add chili 500g kidney beans, 400g tomatoes, 1 onion --servings 4 --yield 900g");
  auto& typed = adds.writes(add);
  typed.servings = "1";
  adds.option("name", typed.name, "What you will call it; more than one word in quotes");
  adds.option("items...", typed.items, "What goes in, as after `eat`");
  adds.option("--servings NUMBER", typed.servings, "How many it serves");
  adds.option("--yield WEIGHT", typed.yield, "What it weighs when it is done; what is lost or gained is water");
  auto& edits = recipe.add(
      "edit", "Change one: lytes recipe edit chili 400g kidney beans, 2 onions --servings 3; what is left out stays");
  auto& changed = edits.writes(edit);
  edits.option("name", changed.name, "The recipe; more than one word in quotes");
  edits.option("[items...]", changed.items, "All that goes in from now on, as after `eat`");
  edits.option("--servings NUMBER", changed.servings, "How many it serves");
  edits.option("--yield WEIGHT", changed.yield, "What it weighs when it is done");
  recipe.add("list", "Your recipes").runs(list);
  auto& shows = recipe.add("show", "What goes into one and what a serving holds");
  shows.option("name...", shows.runs(show), "The recipe");
  auto& deletes = recipe.add("delete", "Remove one; what was logged stays");
  deletes.option("name...", deletes.writes(remove), "The recipe");
}

}  // namespace lytes::cli

// foods: search, show, add, list, delete
#include "commands.hpp"
#include "foods_edit.hpp"
#include "lytes/command/command.hpp"
#include "lytes/console/session.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/food_names.hpp"
#include "lytes/language/own_food.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"

namespace lytes::cli {

namespace {

void show(Session& session, const std::string& words) {
  const foods::Food food = language::food_called(session, words);
  session.say(session.options.json ? report::foods_json({&food, 1}) : report::food_page(food, session.style()));
}

void search(Session& session, const std::string& words) {
  if (foods::looks_like_barcode(words)) return show(session, words);
  const auto found = language::foods_called(session, words);
  if (found.empty() && !session.options.json) {
    throw NotFoundError("no_such_food", "no food is known as \"" + words + "\"");
  }
  session.answer(report::foods_json, report::food_list, found);
}

void add(Session& session, const language::OwnFood& typed) {
  if (text::trimmed(text::joined(typed.name)).empty())
    throw InputError("a food needs a name", {}, 0,
                     "`lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg`");
  keep_food(session, language::read_own_food(typed, session.measures()), {});
}

void list_own(Session& session) {
  const auto all = session.user_foods().all();
  if (session.options.json) return session.say(report::foods_json(all));
  session.say(all.empty()
                  ? "No foods of your own yet: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg\n"
                  : report::food_list(all, session.style()));
}

void remove(Session& session, const std::string& words) {
  const foods::Finder finder = session.finder();
  const auto exact = finder.called(words);
  std::string ref = exact ? exact->ref : words;
  if (!exact && foods::looks_like_barcode(words)) {
    const auto own = session.user_foods().with_barcode(foods::read_barcode(words));
    if (own) ref = own->ref;
  }
  session.save([&] { session.user_foods().remove(ref); });
  session.say(session.options.json ? report::foods_json({})
                                   : "Removed " + text::printable(words) +
                                         ". What was logged of it stays.\nTo have it back: lytes undo\n");
}

void declare_add(Command& foods) {
  auto& command = foods.add(
      "add", "A food or product of your own: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg");
  auto& typed = command.writes(add);
  command.option("name...", typed.name, "What you will call it");
  command.option("--per AMOUNT", typed.per, "What the figures are for: 100g, 100ml, \"1 tablet\"");
  add_figure_options(command, typed, "left out means unknown, and none in a supplement");
}

}  // namespace

void declare_foods(Command& program) {
  auto& foods = program.add("foods", "Find foods, and keep your own");
  constexpr const char* what = "Words of the name, a number such as usda:09040, or a barcode";
  auto& searches = foods.add("search", "Foods by words: lytes foods search rye bread");
  searches.option("what...", searches.runs(search), what);
  auto& shows = foods.add("show", "One food with its figures and portions");
  shows.option("what...", shows.runs(show), what);
  auto& deletes = foods.add("delete", "Remove a food of your own; what was logged stays");
  deletes.option("what...", deletes.writes(remove), what);
  foods.add("list", "Your own foods").runs(list_own);
  declare_add(foods);
  declare_foods_edit(foods);
  declare_foods_import(foods);
}

}  // namespace lytes::cli

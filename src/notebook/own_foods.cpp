#include "lytes/notebook/own_foods.hpp"

#include <variant>

#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/foods/unknown_figures.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/notebook/notebook.hpp"
#include "lytes/text/words.hpp"

namespace lytes::notebook {

using foods::Food;

namespace {

std::string key_of(std::string_view name) { return text::key_of(text::words_of(name)); }

bool is_of(const journal::Intake& intake, const Food& food, const std::optional<std::string>& product) {
  if (!intake.food) return key_of(intake.description) == key_of(food.name);
  return intake.food == food.ref || (product && intake.food == product);
}

}  // namespace

FoodToEdit food_to_edit(Notebook& notebook, const std::string& words) {
  const foods::Finder finder = notebook.finder();
  if (auto own = notebook.user_foods().find(words)) return {*own, {}};
  const auto called = finder.called(words);
  if (!called) throw NotFoundError("no_such_food", "there is no food of yours called \"" + words + "\"");
  Food food = finder.food(*called);
  if (food.ref.starts_with("own:")) return {std::move(food), {}};
  if (!food.ref.starts_with("product:")) {
    throw InputError(food.name + " is as its table has it", words, 0,
                     "a food of your own under a name of its own: `lytes foods add \"my " + words + "\" --per 100g`");
  }
  std::string ref = food.ref;
  return {std::move(food), std::move(ref)};
}

std::vector<journal::Entry> entries_to_fill(Notebook& notebook, const Food& food,
                                            const std::optional<std::string>& product) {
  const auto days = notebook.store().days();
  if (!days) return {};
  std::vector<journal::Entry> filled;
  for (journal::Entry& entry : notebook.store().list_lacking(*days)) {
    auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (!intake || entry.kind == journal::EntryKind::Total || !is_of(*intake, food, product)) continue;
    const auto known = foods::filled_in(language::serving_from(entry), food, notebook.catalogue(), notebook.measures());
    if (!known) continue;
    *intake = language::intake_from(*known);
    filled.push_back(std::move(entry));
  }
  return filled;
}

Food save_own_food(Notebook& notebook, Food food, std::span<const journal::Entry> filled) {
  notebook.save([&] {
    if (food.ref.starts_with("own:")) {
      notebook.user_foods().update(food);
    } else {
      food = notebook.user_foods().add(food);
    }
    for (journal::Entry entry : filled) {
      std::get<journal::Intake>(entry.what).food = food.ref;
      notebook.store().update(entry);
    }
  });
  return food;
}

}  // namespace lytes::notebook

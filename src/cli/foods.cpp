// foods: search, show, add, list, delete
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands.hpp"
#include "foods_edit.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/barcode_line.hpp"
#include "lytes/language/own_food.hpp"
#include "lytes/report/food_page.hpp"
#include "lytes/text/width.hpp"
#include "lytes/text/words.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

constexpr std::size_t results_shown = 15;

foods::Finder finder_of(Session& session) {
  return {session.catalogue(), &session.user_foods(), &session.answers(), &session.imported_foods()};
}

/// By ref ("usda:09040"), by barcode, by name, or by the best match.
foods::Food food_called(Session& session, const std::string& words) {
  const foods::Finder finder = finder_of(session);
  if (auto known = finder.find(words)) return *known;
  if (foods::looks_like_barcode(words)) return language::food_with_barcode(session, words);
  if (const auto exact = finder.called(words)) return finder.food(*exact);
  const auto finding = finder.search(words);
  if (!finding.candidates.empty() && finding.clear) return finder.food(finding.candidates.front());
  const auto imported = finder.imported(words);
  if (finding.candidates.empty() && imported.empty())
    throw NotFoundError("no_such_food", "no food is known as \"" + words + "\"");
  const bool all_words =
      !finding.candidates.empty() && (imported.empty() || foods::Finder::fits(finding.candidates.front().title, words));
  return finder.food(all_words ? finding.candidates.front() : imported.front());
}

void show(Session& session, const std::string& words) {
  const foods::Food food = food_called(session, words);
  session.say(session.options.json ? report::foods_json({&food, 1}) : report::food_page(food, session.style()));
}

void search(Session& session, const std::string& words) {
  if (foods::looks_like_barcode(words)) return show(session, words);
  const foods::Finder finder = finder_of(session);
  auto finding = finder.search(words, true);
  if (auto exact = finder.called(words)) {
    std::erase_if(finding.candidates, [&](const auto& candidate) { return candidate.ref == exact->ref; });
    finding.candidates.insert(finding.candidates.begin(), std::move(*exact));
  }
  if (finding.candidates.size() > results_shown) finding.candidates.resize(results_shown);
  std::vector<foods::Food> found;
  for (const auto& candidate : finding.candidates) found.push_back(finder.food(candidate));
  for (const auto& candidate : finder.imported(words, true)) found.push_back(finder.food(candidate));
  if (found.empty() && !session.options.json) {
    throw NotFoundError("no_such_food", "no food is known as \"" + words + "\"");
  }
  session.say(session.options.json ? report::foods_json(found) : report::food_list(found, session.style()));
}

/// What was logged by this name and not known then is known now.
void add(Session& session, const language::OwnFood& typed) {
  session.prepare_to_write();
  foods::Food food = language::read_own_food(typed, session.measures());
  const auto entries = entries_to_fill(session, food, {});
  const bool fills = shall_fill(session, entries);
  auto change = session.change();
  food = session.user_foods().add(food);
  if (fills) fill(session, entries, food.ref);
  change.commit();
  session.saved = Saved::Yes;
  tell_food(session, food, fills ? entries.size() : 0);
}

void list_own(Session& session) {
  const auto all = session.user_foods().all();
  if (session.options.json) return session.say(report::foods_json(all));
  session.say(all.empty()
                  ? "No foods of your own yet: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg\n"
                  : report::food_list(all, session.style()));
}

void remove(Session& session, const std::string& words) {
  session.prepare_to_write();
  const foods::Finder finder = finder_of(session);
  const auto exact = finder.called(words);
  std::string ref = exact ? exact->ref : words;
  if (!exact && foods::looks_like_barcode(words)) {
    const auto own = session.user_foods().with_barcode(foods::read_barcode(words));
    if (own) ref = own->ref;
  }
  auto change = session.change();
  session.user_foods().remove(ref);
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json ? report::foods_json({})
                                   : "Removed " + text::printable(words) + ". What was logged of it stays.\n");
}

void declare_add(CLI::App& parent, Session& session) {
  auto typed = std::make_shared<language::OwnFood>();
  auto* command = parent.add_subcommand(
      "add", "A food or product of your own: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg");
  command->add_option("name", typed->name, "What you will call it")->required();
  command->add_option("--per", typed->per, "What the figures are for: 100g, 100ml, \"1 tablet\"")
      ->capture_default_str()
      ->type_name("AMOUNT");
  add_figure_options(*command, *typed, "left out means unknown, and none in a supplement");
  command->callback([&session, typed] { add(session, *typed); });
}

}  // namespace

void declare_foods(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("foods", "Find foods, and keep your own");
  command->require_subcommand(1, 1);
  const auto declare = [&](const char* name, const char* help, void (*run)(Session&, const std::string&)) {
    auto words = std::make_shared<std::vector<std::string>>();
    auto* sub = command->add_subcommand(name, help);
    sub->add_option("what", *words, "Words of the name, a number such as usda:09040, or a barcode")->required();
    sub->callback([&session, words, run] { run(session, text::joined(*words)); });
  };
  declare("search", "Foods by words: lytes foods search rye bread", search);
  declare("show", "One food with its figures and portions", show);
  declare("delete", "Remove a food of your own; what was logged stays", remove);
  command->add_subcommand("list", "Your own foods")->callback([&session] { list_own(session); });
  declare_add(*command, session);
  declare_foods_edit(*command, session);
  declare_foods_import(*command, session);
}

}  // namespace lytes::cli

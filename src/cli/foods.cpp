// foods: search, show, add, list, delete
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>

#include "bare_number.hpp"
#include "commands.hpp"
#include "lytes/errors.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/report/food_page.hpp"
#include "session.hpp"

namespace lytes::cli {

namespace {

using quantity::Nutrient;

constexpr std::size_t results_shown = 15;
constexpr double most_grams_of_a_portion = 20'000;
constexpr double most_of_a_basis = 20'000;  ///< grams or millilitres

void search(Session& session, const std::string& words) {
  const foods::Finder finder(session.catalogue(), &session.pantry());
  auto finding = finder.search(words, true);
  if (auto exact = finder.called(words)) {
    std::erase_if(finding.candidates, [&](const auto& candidate) { return candidate.ref == exact->ref; });
    finding.candidates.insert(finding.candidates.begin(), std::move(*exact));
  }
  if (finding.candidates.size() > results_shown) finding.candidates.resize(results_shown);
  std::vector<foods::Food> found;
  for (const auto& candidate : finding.candidates) found.push_back(finder.food(candidate));
  if (found.empty() && !session.options.json) {
    throw NotFoundError("no_such_food", "no food is known as \"" + words + "\"");
  }
  session.say(session.options.json ? report::foods_json(found) : report::food_list(found, session.style()));
}

/// By ref ("usda:09040"), by name, or by the best match.
foods::Food food_called(Session& session, const std::string& words) {
  const foods::Finder finder(session.catalogue(), &session.pantry());
  if (auto own = session.pantry().find(words)) return *own;
  if (auto known = session.catalogue().find(words)) return *known;
  if (const auto exact = finder.called(words)) return finder.food(*exact);
  const auto finding = finder.search(words);
  if (finding.candidates.empty()) throw NotFoundError("no_such_food", "no food is known as \"" + words + "\"");
  return finder.food(finding.candidates.front());
}

void show(Session& session, const std::string& words) {
  const foods::Food food = food_called(session, words);
  session.say(session.options.json ? report::foods_json({&food, 1}) : report::food_page(food, session.style()));
}

struct NewFood {
  std::vector<std::string> name;
  std::string per = "100g";
  std::string kind;
  std::map<Nutrient, std::string> amounts;
  std::vector<std::string> portions;
};

/// "100ml", "1 tablet", "3 tablets".
foods::Basis read_basis(const std::string& text, quantity::OunceOf ounce, quantity::MeasureSystem measures) {
  const auto amount = quantity::parse_amount(text, ounce);
  if (amount.measure) {
    const bool volume = quantity::dimension_of(*amount.measure) == quantity::Dimension::Volume;
    const double base = amount.number * quantity::base_units_in(*amount.measure, measures);
    if (base > most_of_a_basis)
      throw InputError("no label is for so much", text, 0,
                       volume ? "`--per 100ml`, up to 20 l" : "`--per 100g`, up to 20 kg");
    return {base, volume ? "ml" : "g"};
  }
  if (amount.rest.empty())
    throw InputError("per how much of what?", text, text.size(), "`--per 100ml`, `--per 100g` or `--per \"1 tablet\"`");
  std::string unit = amount.rest;
  if (amount.number > 1 && unit.size() > 3 && unit.ends_with('s')) unit.pop_back();
  return {amount.number, unit};
}

double read_figure(Nutrient nutrient, const std::string& text, quantity::MeasureSystem measures) {
  const bool water = nutrient == Nutrient::Water;
  const char* unit = water ? "ml" : nutrient == Nutrient::Alcohol ? "g" : "mg";
  if (const auto number = bare_number(text, unit, unit)) return *number;
  const auto measured = quantity::parse_measured(text, water ? quantity::OunceOf::Drink : quantity::OunceOf::Food);
  const double base = measured.number * quantity::base_units_in(measured.measure, measures);
  const bool volume = quantity::dimension_of(measured.measure) == quantity::Dimension::Volume;
  if (volume && !water) throw InputError("not a weight", text, 0, "a weight such as `10mg`");
  return water || nutrient == Nutrient::Alcohol ? base : quantity::milligrams_in(measured.number, measured.measure);
}

/// What a tablet, a sachet or a bottle weighs is not known; but none holds as much as this.
void require_fits_in_a_piece(const foods::Food& food, const NewFood& typed) {
  for (const auto& [nutrient, text] : typed.amounts) {
    const bool in_grams = nutrient == Nutrient::Water || nutrient == Nutrient::Alcohol;
    const double most = in_grams ? 10'000 : 20'000;
    if (food.per_basis[nutrient].value_or(0) <= most * std::max(1.0, food.basis.amount)) continue;
    throw InputError(fmt::format("no {} holds so much", food.basis.unit), text, 0,
                     fmt::format("up to {}, such as `10mg`", nutrient == Nutrient::Water ? "10 l"
                                                             : in_grams                  ? "10 kg"
                                                                                         : "20 g"));
  }
}

/// Catches a slip of the unit, such as grams for milligrams.
void require_weighs_no_more(const foods::Food& food, const NewFood& typed) {
  if (food.basis.unit != "g" && food.basis.unit != "ml") return require_fits_in_a_piece(food, typed);
  double grams = 0;
  double most = 0;
  std::string heaviest;
  for (const auto& [nutrient, text] : typed.amounts) {
    const bool in_grams = nutrient == Nutrient::Water || nutrient == Nutrient::Alcohol;
    const double weight = food.per_basis[nutrient].value_or(0) / (in_grams ? 1 : 1000);
    grams += weight;
    if (weight > most) heaviest = text;
    most = std::max(most, weight);
  }
  // Labels round; and a millilitre of syrup weighs up to 1.45 g.
  const double at_most = food.basis.amount * (food.basis.unit == "g" ? 1.01 : 1.5);
  if (grams <= at_most) return;
  throw InputError(fmt::format("what is in {} of it would weigh {}",
                               quantity::format_amount(food.basis.amount, quantity::measure_named(food.basis.unit)),
                               quantity::format_amount(grams, quantity::Measure::Gram)),
                   heaviest, 0, "figures that together weigh no more than the food");
}

/// "slice=30g"
foods::Portion read_portion(const std::string& text) {
  const std::size_t sign = text.find('=');
  if (sign == std::string::npos || sign == 0) throw InputError("not a portion", text, 0, "`--portion slice=30g`");
  const auto weight = quantity::parse_measured(text.substr(sign + 1));
  if (quantity::dimension_of(weight.measure) != quantity::Dimension::Mass || weight.number <= 0) {
    throw InputError("a portion needs a weight", text, sign + 1, "`--portion slice=30g`");
  }
  const double grams = weight.number * quantity::base_units_in(weight.measure);
  if (grams > most_grams_of_a_portion) {
    throw InputError("a portion that nobody could lift", text, sign + 1, "up to 20 kg: `--portion slice=30g`");
  }
  return {text.substr(0, sign), grams};
}

foods::Kind read_kind(const NewFood& typed, const foods::Basis& basis) {
  if (typed.kind == "drink") return foods::Kind::Drink;
  if (typed.kind == "food") return foods::Kind::Food;
  if (typed.kind == "supplement") return foods::Kind::Supplement;
  if (!typed.kind.empty()) throw InputError("no kind of food", typed.kind, 0, "drink, food or supplement");
  if (basis.unit == "ml") return foods::Kind::Drink;
  return basis.unit == "g" ? foods::Kind::Food : foods::Kind::Supplement;
}

void add(Session& session, const NewFood& typed) {
  session.prepare_to_write();
  foods::Food food{};
  food.name = joined(typed.name);
  const auto measures = session.measures();
  const bool drink = typed.kind == "drink";
  food.basis = read_basis(typed.per, drink ? quantity::OunceOf::Drink : quantity::OunceOf::Food, measures);
  food.kind = read_kind(typed, food.basis);
  for (const auto& [nutrient, text] : typed.amounts) {
    if (!text.empty()) food.per_basis[nutrient] = read_figure(nutrient, text, measures);
  }
  require_weighs_no_more(food, typed);
  // A drink is water unless it was said otherwise.
  if (!food.per_basis[Nutrient::Water] && food.basis.unit == "ml") food.per_basis[Nutrient::Water] = food.basis.amount;
  // A supplement's label names what is in it; what it does not name is not there in amounts that count.
  if (food.kind == foods::Kind::Supplement) {
    for (const auto nutrient : quantity::all_nutrients) food.per_basis[nutrient] = food.per_basis[nutrient].value_or(0);
  }
  for (const auto& portion : typed.portions) food.portions.push_back(read_portion(portion));
  auto change = session.change();
  food = session.pantry().add(food);
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json ? report::foods_json({&food, 1}) : report::food_page(food, session.style()));
}

void list_own(Session& session) {
  const auto all = session.pantry().all();
  if (session.options.json) return session.say(report::foods_json(all));
  session.say(all.empty()
                  ? "No foods of your own yet: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg\n"
                  : report::food_list(all, session.style()));
}

void remove(Session& session, const std::string& words) {
  session.prepare_to_write();
  const foods::Finder finder(session.catalogue(), &session.pantry());
  const auto exact = finder.called(words);
  const std::string ref = exact ? exact->ref : words;
  auto change = session.change();
  session.pantry().remove(ref);
  change.commit();
  session.saved = Saved::Yes;
  session.say(session.options.json ? report::foods_json({})
                                   : "Removed " + report::printable(words) + ". What was logged of it stays.\n");
}

void declare_add(CLI::App& parent, Session& session) {
  auto typed = std::make_shared<NewFood>();
  auto* command = parent.add_subcommand(
      "add", "A food or product of your own: lytes foods add \"Mineral water X\" --per 100ml --magnesium 10mg");
  command->add_option("name", typed->name, "What you will call it")->required();
  command->add_option("--per", typed->per, "What the figures are for: 100g, 100ml, \"1 tablet\"")
      ->capture_default_str()
      ->type_name("AMOUNT");
  command->add_option("--kind", typed->kind, "drink, food or supplement; guessed from --per")->type_name("KIND");
  const std::pair<const char*, Nutrient> options[] = {
      {"--water", Nutrient::Water},    {"--magnesium", Nutrient::Magnesium}, {"--potassium", Nutrient::Potassium},
      {"--sodium", Nutrient::Sodium},  {"--calcium", Nutrient::Calcium},     {"--caffeine", Nutrient::Caffeine},
      {"--alcohol", Nutrient::Alcohol}};
  for (const auto& [name, nutrient] : options) {
    command
        ->add_option(name, typed->amounts[nutrient],
                     "As on the label; left out means unknown, and none in a supplement")
        ->type_name("AMOUNT");
  }
  command->add_option("--portion", typed->portions, "A portion and its weight: slice=30g; as often as you like")
      ->type_name("NAME=WEIGHT")
      ->allow_extra_args(false);
  command->callback([&session, typed] { add(session, *typed); });
}

}  // namespace

void declare_foods(CLI::App& app, Session& session) {
  auto* command = app.add_subcommand("foods", "Find foods, and keep your own");
  command->require_subcommand(1, 1);
  const auto declare = [&](const char* name, const char* help, void (*run)(Session&, const std::string&)) {
    auto words = std::make_shared<std::vector<std::string>>();
    auto* sub = command->add_subcommand(name, help);
    sub->add_option("what", *words, "Words of the name, or a number such as usda:09040")->required();
    sub->callback([&session, words, run] { run(session, joined(*words)); });
  };
  declare("search", "Foods by words: lytes foods search rye bread", search);
  declare("show", "One food with its figures and portions", show);
  declare("delete", "Remove a food of your own; what was logged stays", remove);
  command->add_subcommand("list", "Your own foods")->callback([&session] { list_own(session); });
  declare_add(*command, session);
  declare_foods_import(*command, session);
}

}  // namespace lytes::cli

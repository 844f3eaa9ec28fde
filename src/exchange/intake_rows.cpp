#include "intake_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/language/food_line.hpp"
#include "lytes/language/intake_entry.hpp"
#include "lytes/language/speaker.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "sheet.hpp"

namespace lytes::exchange {

namespace {

using foods::FoodKind;
using quantity::Nutrient;

/// Reads what a row names as `take` would, and asks nobody.
class Unasked : public language::Speaker {
 public:
  explicit Unasked(language::Speaker& speaker) : speaker_(speaker) {}

  const calendar::Reckoning& reckoning() override { return speaker_.reckoning(); }
  quantity::MeasureSystem measures() override { return speaker_.measures(); }
  const language::Vocabulary& vocabulary() override { return speaker_.vocabulary(); }
  const foods::Catalogue& catalogue() override { return speaker_.catalogue(); }
  const foods::UserFoods& user_foods() override { return speaker_.user_foods(); }
  const foods::Answers& answers() override { return speaker_.answers(); }
  language::Choice which_food(std::string_view phrase, const std::vector<foods::Candidate>&) override {
    return unknown_food(phrase);
  }
  std::optional<bool> is_salt(std::string_view, const foods::Supplement&, double, bool) override {
    return std::nullopt;
  }

 private:
  language::Speaker& speaker_;
};

bool says(std::string_view text, std::initializer_list<std::string_view> words) {
  const std::string plain = text::lowered(text);
  return std::ranges::any_of(words, [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

std::optional<foods::Serving> served(language::Speaker& speaker, std::string line) {
  std::ranges::replace(line, ',', ' ');
  try {
    Unasked unasked(speaker);
    auto read = language::read_intake_line(unasked, line, FoodKind::Supplement);
    if (read.servings.size() != 1 || read.servings.front().is_medicine) return std::nullopt;
    return std::move(read.servings.front());
  } catch (const InputError&) {
    return std::nullopt;  // a name that no line of `take` begins with
  } catch (const NotFoundError&) {
    return std::nullopt;
  }
}

/// "2" of "2.00 tablet", where it is a count of more than one.
std::optional<int> count_in(const std::string& amount) {
  try {
    const auto read = quantity::parse_amount(amount);
    const bool whole = read.number_given && !read.measure && read.number == std::floor(read.number);
    if (whole && read.number > 1 && read.number < 100) return static_cast<int>(read.number);
  } catch (const InputError&) {
    return std::nullopt;
  }
  return std::nullopt;
}

/// Millilitres of water by its amount: "500.00 g", "1.00 cup".
std::optional<double> water_in(const std::string& amount, quantity::MeasureSystem system) {
  try {
    const auto read = quantity::parse_amount(amount, quantity::OunceOf::Drink);
    if (!read.number_given || !read.measure) return std::nullopt;
    return read.number * quantity::base_units_in(*read.measure, system);
  } catch (const InputError&) {
    return std::nullopt;
  }
}

bool is_plain_water(std::string_view name) {
  const std::string plain = text::lowered(text::trimmed(name));
  return plain == "water" || plain == "tap water" || plain == "drinking water" || plain == "bottled water" ||
         plain.starts_with("water, tap") || plain.starts_with("water, bottled") || plain.starts_with("water (");
}

}  // namespace

const IntakeRows::Known& IntakeRows::known(const IntakeRow& row, bool said_supplement, const std::string& amount) {
  const auto [found, fresh] =
      known_.try_emplace(fmt::format("{}\n{}\n{}", row.name, said_supplement ? "s" : "", amount));
  if (!fresh) return found->second;
  Known& known = found->second;
  language::Speaker& speaker = reading_.speaker;
  const foods::Finder finder(speaker.catalogue(), &speaker.user_foods(), nullptr);
  if (const auto called = finder.called(row.name)) known.kind = finder.food(*called).kind;
  if (said_supplement) known.kind = FoodKind::Supplement;
  if (known.kind != FoodKind::Supplement) return known;
  known.figures[Nutrient::Water] = 0;
  const auto count = count_in(amount);
  if (const auto serving = served(speaker, count ? fmt::format("{} {}", *count, row.name) : row.name)) {
    known.figures = serving->nutrients;
    if (!serving->ref.empty()) known.ref = serving->ref;
  }
  return known;
}

std::pair<journal::EntryKind, journal::Intake> IntakeRows::made_of(const IntakeRow& row) {
  journal::Intake intake{std::nullopt, row.name, row.amount.empty() ? "1" : row.amount, std::nullopt, row.nutrients};
  const bool supplement = says(row.group, {"supplement", "vitamin"}) || says(row.category, {"supplement", "vitamin"});
  if (!supplement && is_plain_water(row.name)) {
    if (!intake.nutrients[Nutrient::Water])
      intake.nutrients[Nutrient::Water] = water_in(row.amount, reading_.speaker.measures());
    return {journal::EntryKind::Drink, std::move(intake)};
  }
  const Known& known = this->known(row, supplement, row.amount);
  if (known.kind != FoodKind::Supplement) {
    const bool drink = known.kind == FoodKind::Drink || says(row.category, {"beverage", "drink"});
    return {drink ? journal::EntryKind::Drink : journal::EntryKind::Food, std::move(intake)};
  }
  intake.food = known.ref;
  const bool silent = !any_known(row.nutrients);
  for (const Nutrient nutrient : quantity::all_nutrients) {
    const auto figure = known.figures[nutrient];
    if (!intake.nutrients[nutrient] && figure && (silent || *figure == 0)) intake.nutrients[nutrient] = figure;
  }
  return {journal::EntryKind::Supplement, std::move(intake)};
}

}  // namespace lytes::exchange

#include "lytes/timeline/unknown_product.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <variant>

#include "known_rows.hpp"

namespace lytes::timeline {
namespace {

using journal::EntryKind;
using quantity::Nutrient;

bool is_left_unknown(const DayRow& row, Nutrient nutrient) {
  const DayAmount& held = row.held_against_target(nutrient);
  const bool lacks_figures = held.entries > held.known;
  return row.intake_status == journal::DayStatus::Complete && lacks_figures && row.target(nutrient) &&
         !row.deficient(nutrient);
}

/// Whether its eater can say what it holds: a food of the tables is as its table has it.
bool can_be_told(const journal::Intake& intake) {
  return !intake.food || intake.food->starts_with("own:") || intake.food->starts_with("product:");
}

/// Where drinks alone are held against the target, other things hold none of that water.
bool counts_for(const journal::Entry& entry, const DayRow& row, Nutrient nutrient) {
  const bool drinks_alone = nutrient == Nutrient::Water && row.targets.fluid_basis == targets::FluidBasis::Drinks;
  return !drinks_alone || entry.kind == EntryKind::Drink;
}

struct Cost {
  UnknownProduct product;
  std::set<calendar::Day> days;
  std::set<Nutrient> nutrients;
};

void add(Cost& cost, const journal::Entry& entry, const journal::Intake& intake, Nutrient nutrient) {
  cost.product.name = intake.description;
  cost.product.food = intake.food;
  cost.product.kind = entry.kind;
  cost.product.amount = intake.amount;
  cost.days.insert(entry.when.day);
  cost.nutrients.insert(nutrient);
}

}  // namespace

std::optional<calendar::DayRange> days_left_unknown(const Timeline& timeline, calendar::DayRange days,
                                                    std::span<const Nutrient> nutrients) {
  std::optional<calendar::DayRange> found;
  for (const DayRow* row : known_rows(timeline, days)) {
    if (std::ranges::none_of(nutrients, [&](Nutrient nutrient) { return is_left_unknown(*row, nutrient); })) continue;
    if (!found) found = {row->day, row->day};
    found->to = row->day;
  }
  return found;
}

std::optional<UnknownProduct> costliest_unknown(const Timeline& timeline, std::span<const journal::Entry> entries,
                                                calendar::DayRange days, std::span<const Nutrient> nutrients) {
  std::map<std::string, Cost> costs;  // by what it was logged from, else by name
  for (const journal::Entry& entry : entries) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    const DayRow* row = days.contains(entry.when.day) ? timeline.row(entry.when.day) : nullptr;
    if (!intake || !row || row->set_aside() || entry.kind == EntryKind::Total || !can_be_told(*intake)) continue;
    for (const Nutrient nutrient : nutrients) {
      if (intake->nutrients[nutrient] || !counts_for(entry, *row, nutrient) || !is_left_unknown(*row, nutrient))
        continue;
      add(costs[intake->food.value_or("name:" + intake->description)], entry, *intake, nutrient);
    }
  }
  const auto most = std::ranges::max_element(
      costs, [](const auto& one, const auto& other) { return one.second.days.size() < other.second.days.size(); });
  if (most == costs.end()) return std::nullopt;
  auto& [product, cost_days, cost_nutrients] = most->second;
  product.days = static_cast<int>(cost_days.size());
  product.nutrients.assign(cost_nutrients.begin(), cost_nutrients.end());
  return product;
}

}  // namespace lytes::timeline

#include "lytes/timeline/taken.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <variant>

namespace lytes::timeline {
namespace {

/// What a product is gathered from before it is told.
struct Gathered {
  TakenProduct product;
  std::map<std::string, int> amounts;
};

/// Without the weights in brackets that the echo of a salt says: they belong to one dose.
std::string name_of(const journal::Intake& intake) {
  constexpr std::string_view of_the_table = "supplement:";
  if (!intake.food || !intake.food->starts_with(of_the_table)) return intake.description;
  return intake.description.substr(0, intake.description.find(" ("));
}

void add_nutrients(quantity::Nutrients& sum, const quantity::Nutrients& more) {
  for (const auto nutrient : quantity::all_nutrients) {
    const bool both = sum[nutrient] && more[nutrient];
    sum[nutrient] = both ? std::optional(*sum[nutrient] + *more[nutrient]) : std::nullopt;
  }
}

void add(Gathered& gathered, const journal::Entry& entry, const std::string& amount,
         const quantity::Nutrients& nutrients) {
  TakenProduct& product = gathered.product;
  if (product.times == 0) {
    product.first = entry.when.day;
    product.sum = nutrients;
  } else {
    add_nutrients(product.sum, nutrients);
  }
  if (product.times == 0 || product.last != entry.when.day) ++product.days;
  product.last = entry.when.day;
  ++product.times;
  const int often = ++gathered.amounts[amount];
  const auto usual = gathered.amounts.find(product.amount);
  if (usual == gathered.amounts.end() || often >= usual->second) product.amount = amount;
}

quantity::Nutrients none_of_any() {
  quantity::Nutrients none;
  for (const auto nutrient : quantity::all_nutrients) none[nutrient] = 0;
  return none;
}

}  // namespace

std::vector<TakenProduct> taken_products(std::span<const journal::Entry> entries) {
  std::map<std::string, Gathered> by_name;
  for (const journal::Entry& entry : entries) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    const auto* medicine = std::get_if<journal::Medicine>(&entry.what);
    const bool supplement = intake != nullptr && entry.kind == journal::EntryKind::Supplement;
    if (!supplement && !medicine) continue;
    std::string name = medicine ? medicine->name : name_of(*intake);
    Gathered& gathered = by_name[name];
    add(gathered, entry, medicine ? medicine->dose.value_or("") : intake->amount,
        medicine ? none_of_any() : intake->nutrients);
    gathered.product.is_medicine = medicine != nullptr;
    gathered.product.name = std::move(name);
  }
  std::vector<TakenProduct> products;
  products.reserve(by_name.size());
  for (auto& [name, gathered] : by_name) {
    gathered.product.other_amounts = static_cast<int>(gathered.amounts.size()) - 1;
    products.push_back(std::move(gathered.product));
  }
  std::ranges::stable_sort(products, std::ranges::greater{}, &TakenProduct::times);
  return products;
}

}  // namespace lytes::timeline

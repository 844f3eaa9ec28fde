#include "lytes/timeline/sources.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <variant>

#include "lytes/journal/store.hpp"

namespace lytes::timeline {

std::vector<Source> best_sources(journal::Store& journal, calendar::DayRange days, quantity::Nutrient nutrient,
                                 std::size_t most) {
  constexpr std::array eaten_and_drunk = {journal::EntryKind::Drink, journal::EntryKind::Food};
  std::map<std::string, Source> by_name;
  for (const journal::Entry& entry : journal.list(days, eaten_and_drunk)) {
    const auto* intake = std::get_if<journal::Intake>(&entry.what);
    if (intake == nullptr || intake->nutrients[nutrient].value_or(0) <= 0) continue;
    Source& source = by_name[intake->description];
    source.name = intake->description;
    source.sum += *intake->nutrients[nutrient];
    ++source.times;
    source.alcohol += intake->nutrients[quantity::Nutrient::Alcohol].value_or(0);
    source.sodium += intake->nutrients[quantity::Nutrient::Sodium].value_or(0);
    source.amount = intake->amount;
    source.last = *intake->nutrients[nutrient];
  }
  std::vector<Source> sources;
  for (auto& [name, source] : by_name) sources.push_back(std::move(source));
  std::ranges::stable_sort(sources, std::ranges::greater{}, &Source::sum);
  if (sources.size() > most) sources.resize(most);
  return sources;
}

}  // namespace lytes::timeline

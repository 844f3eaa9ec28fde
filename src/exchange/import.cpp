#include "lytes/exchange/import.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <span>
#include <utility>

#include "lytes/journal/store.hpp"

namespace lytes::exchange {

std::size_t Imported::entries() const { return std::accumulate(added.begin(), added.end(), std::size_t{0}); }

Imported import_into(journal::Store& store, const Incoming& incoming) {
  Imported result;
  for (const journal::Entry& entry : incoming.entries) {
    const std::size_t added = store.import(std::span(&entry, 1));
    result.added[static_cast<std::size_t>(entry.kind)] += added;
    result.there_already += 1 - added;
  }
  if (incoming.said.empty()) return result;

  const auto [first, last] =
      std::minmax_element(incoming.said.begin(), incoming.said.end(),
                          [](const auto& one, const auto& other) { return one.day < other.day; });
  std::set<std::pair<calendar::Day, journal::Stream>> said_before;
  for (const journal::DaySaid& one : store.said({first->day, last->day})) said_before.emplace(one.day, one.stream);
  for (const journal::DaySaid& one : incoming.said) {
    if (said_before.contains({one.day, one.stream})) continue;
    store.say(one.day, one.stream, one.status);
    ++result.days_said;
  }
  return result;
}

}  // namespace lytes::exchange

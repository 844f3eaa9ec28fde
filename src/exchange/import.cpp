#include "lytes/exchange/import.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "lytes/journal/store.hpp"

namespace lytes::exchange {
namespace {

std::vector<journal::DaySaid> not_said_yet(journal::Store& store, const Incoming& incoming) {
  if (incoming.said.empty()) return {};
  const auto [first, last] =
      std::minmax_element(incoming.said.begin(), incoming.said.end(),
                          [](const auto& one, const auto& other) { return one.day < other.day; });
  std::set<std::pair<calendar::Day, journal::Stream>> said_before;
  for (const journal::DaySaid& one : store.said({first->day, last->day})) said_before.emplace(one.day, one.stream);
  std::vector<journal::DaySaid> fresh;
  for (const journal::DaySaid& one : incoming.said) {
    if (!said_before.contains({one.day, one.stream})) fresh.push_back(one);
  }
  return fresh;
}

}  // namespace

std::size_t Imported::entries() const { return std::accumulate(added.begin(), added.end(), std::size_t{0}); }

Imported would_import(journal::Store& store, const Incoming& incoming) {
  Imported result;
  const std::vector<bool> held = store.holds(incoming.entries);
  for (std::size_t i = 0; i < held.size(); ++i) {
    (held[i] ? result.there_already : result.added[static_cast<std::size_t>(incoming.entries[i].kind)]) += 1;
  }
  result.days_said = not_said_yet(store, incoming).size();
  return result;
}

Imported import_into(journal::Store& store, const Incoming& incoming) {
  Imported result = would_import(store, incoming);
  store.import(incoming.entries);
  for (const journal::DaySaid& one : not_said_yet(store, incoming)) store.say(one.day, one.stream, one.status);
  return result;
}

}  // namespace lytes::exchange

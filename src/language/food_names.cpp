#include "lytes/language/food_names.hpp"

#include "lytes/errors.hpp"
#include "lytes/foods/barcode.hpp"
#include "lytes/language/barcode_line.hpp"
#include "lytes/language/speaker.hpp"

namespace lytes::language {

foods::Food food_called(Speaker& speaker, const std::string& words) {
  const foods::Finder finder = speaker.finder();
  if (auto known = finder.find(words)) return *known;
  if (foods::looks_like_barcode(words)) return food_with_barcode(speaker, words);
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

std::vector<foods::Food> foods_called(Speaker& speaker, const std::string& words) {
  constexpr std::size_t most = 15;
  const foods::Finder finder = speaker.finder();
  auto candidates = finder.search(words, true).candidates;
  if (auto exact = finder.called(words)) {
    std::erase_if(candidates, [&](const auto& candidate) { return candidate.ref == exact->ref; });
    candidates.insert(candidates.begin(), std::move(*exact));
  }
  if (candidates.size() > most) candidates.resize(most);
  std::vector<foods::Food> found;
  for (const auto& candidate : candidates) found.push_back(finder.food(candidate));
  for (const auto& candidate : finder.imported(words, true)) found.push_back(finder.food(candidate));
  return found;
}

}  // namespace lytes::language

#include "lytes/text/spelling.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace lytes::text {

int spelling_distance(std::string_view left, std::string_view right, int limit) {
  const auto too_far = [&] { return limit + 1; };
  const auto gap = static_cast<int>(left.size()) - static_cast<int>(right.size());
  if (gap > limit || -gap > limit) return too_far();
  std::vector<int> before(right.size() + 1);
  std::vector<int> last(right.size() + 1);
  std::vector<int> now(right.size() + 1);
  std::iota(last.begin(), last.end(), 0);
  for (std::size_t i = 1; i <= left.size(); ++i) {
    now[0] = static_cast<int>(i);
    int best = now[0];
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const int replace = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
      now[j] = std::min({replace, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
      best = std::min(best, now[j]);
    }
    if (best > limit) return too_far();
    before = last;
    last.swap(now);
  }
  return std::min(last.back(), limit + 1);
}

std::size_t letters_in_place(std::string_view name, std::string_view word) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::size_t from = std::min(i > 0 ? i - 1 : 0, word.size());
    if (word.substr(from, 3).find(name[i]) != std::string_view::npos) ++same;
  }
  return same;
}

}  // namespace lytes::text

#include "line_difference.hpp"

#include <algorithm>
#include <sstream>

namespace lytes::test {

namespace {

constexpr std::size_t lines_around = 3;

struct Line {
  char sign;           ///< blank for what both texts have
  std::size_t number;  ///< how many lines of the first text stand above, and one more
  std::string text;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// Of each pair of places: how many lines the two texts have in common from there on, in the same order.
std::vector<std::vector<unsigned>> common_from(const std::vector<std::string>& expected,
                                               const std::vector<std::string>& actual) {
  std::vector<std::vector<unsigned>> common(expected.size() + 1, std::vector<unsigned>(actual.size() + 1));
  for (std::size_t e = expected.size(); e-- > 0;) {
    for (std::size_t a = actual.size(); a-- > 0;) {
      common[e][a] = expected[e] == actual[a] ? common[e + 1][a + 1] + 1 : std::max(common[e + 1][a], common[e][a + 1]);
    }
  }
  return common;
}

std::vector<Line> side_by_side(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
  const auto common = common_from(expected, actual);
  std::vector<Line> lines;
  for (std::size_t e = 0, a = 0; e < expected.size() || a < actual.size();) {
    const bool both = e < expected.size() && a < actual.size();
    if (both && expected[e] == actual[a]) {
      lines.push_back({' ', e + 1, expected[e]});
      ++e, ++a;
    } else if (a == actual.size() || (both && common[e + 1][a] >= common[e][a + 1])) {
      lines.push_back({'-', e + 1, expected[e]});
      ++e;
    } else {
      lines.push_back({'+', e + 1, actual[a]});
      ++a;
    }
  }
  return lines;
}

std::string shown(const Line& line) {
  // Two lines that differ only there would look the same.
  const bool unseen_end = line.sign != ' ' && line.text.ends_with(' ');
  return std::string{line.sign, ' '} + line.text + (unseen_end ? "  (ends with a blank)" : "");
}

}  // namespace

std::vector<Difference> line_differences(const std::string& expected, const std::string& actual) {
  const auto lines = side_by_side(lines_of(expected), lines_of(actual));
  std::vector<Difference> differences;
  std::size_t told = 0;  // of `lines`, what stands before here is shown or passed over
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].sign == ' ') continue;
    const std::size_t begin = std::max(told, at - std::min(at, lines_around));
    if (differences.empty() || begin > told) differences.push_back({lines[begin].number, {}});
    told = std::min(lines.size(), at + lines_around + 1);
    for (std::size_t near = begin; near < told; ++near) differences.back().shown.push_back(shown(lines[near]));
  }
  return differences;
}

}  // namespace lytes::test

#include "vulgar_fraction.hpp"

#include <algorithm>
#include <array>

#include "lytes/text/letters.hpp"

namespace lytes::quantity {

namespace {

constexpr std::array<VulgarFraction, 15> vulgar_fractions = {{
    {"\u00BD", 1.0 / 2},  // 1/2
    {"\u00BC", 1.0 / 4},  // 1/4
    {"\u00BE", 3.0 / 4},  // 3/4
    {"\u2153", 1.0 / 3},  // 1/3
    {"\u2154", 2.0 / 3},  // 2/3
    {"\u2155", 1.0 / 5},  // 1/5
    {"\u2156", 2.0 / 5},  // 2/5
    {"\u2157", 3.0 / 5},  // 3/5
    {"\u2158", 4.0 / 5},  // 4/5
    {"\u2159", 1.0 / 6},  // 1/6
    {"\u215A", 5.0 / 6},  // 5/6
    {"\u215B", 1.0 / 8},  // 1/8
    {"\u215C", 3.0 / 8},  // 3/8
    {"\u215D", 5.0 / 8},  // 5/8
    {"\u215E", 7.0 / 8},  // 7/8
}};

}  // namespace

const VulgarFraction* vulgar_fraction_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || text::is_ascii(text[at])) return nullptr;
  const auto found = std::find_if(vulgar_fractions.begin(), vulgar_fractions.end(),
                                  [&](const VulgarFraction& f) { return text.substr(at).starts_with(f.sign); });
  return found == vulgar_fractions.end() ? nullptr : &*found;
}

}  // namespace lytes::quantity

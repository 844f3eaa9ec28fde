#include "lytes/language/again_line.hpp"

#include <algorithm>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

/// "toast, milk and tea"
std::vector<std::string> names_in(std::string_view said) {
  std::vector<std::string> names;
  while (!said.empty()) {
    const std::string_view until_comma = said.substr(0, said.find(','));
    const std::string_view name = until_comma.substr(0, until_comma.find(" and "));
    if (const auto bare = text::trimmed(name); !bare.empty()) names.emplace_back(bare);
    const std::size_t sign = name.size() < until_comma.size() ? 5 : 1;
    said.remove_prefix(std::min(name.size() + sign, said.size()));
  }
  return names;
}

}  // namespace

AgainLine read_again_line(const calendar::Reckoning& reckoning, const std::vector<std::string>& words) {
  AgainLine again{read_timed_line(reckoning, words, TimePlace::AtEnd), {}, {}, {}};
  std::vector<std::string> without;
  auto* part = &again.what;
  for (const std::string& word : text::parted_at_blanks(again.line.text)) {
    if (part != &again.changes && (word == "without" || word == "except")) {
      part = &without;
      continue;
    }
    if (part != &again.changes && word.find('=') != std::string::npos) part = &again.changes;
    part->push_back(word);
  }
  again.without = names_in(text::joined(without));
  return again;
}

}  // namespace lytes::language

// Conditions and medicines that somebody says there are none of
#include <algorithm>
#include <string_view>

#include "lytes/targets/advice.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::targets {
namespace {

using Words = std::vector<text::Word>;

constexpr std::string_view before_a_denial = "i|im|am|we|have|has|had|do|did|is|can|currently|luckily|ich|habe|bin";
constexpr std::string_view nothing_of = "no|without|zero|nil|denies|kein|keine|keinen|ohne";
constexpr std::string_view is_not = "not|never|dont|doesnt|havent|hasnt|hadnt|didnt|isnt|arent|wasnt|neither|nicht";
constexpr std::string_view behind_a_denial =
    "a|an|any|have|has|had|been|got|known|history|of|the|longer|currently|ever|sign|on|taking|take|using|my";
constexpr std::string_view at_the_end = "no|none|nil|negative|nein";
constexpr std::string_view nothing = "no|none|nothing|nil|healthy|kein|keine|nichts|gesund";
constexpr std::string_view anything =
    "i|im|am|have|any|known|health|medical|problem|condition|medicine|medication|illness|disease|issue|at|all|tablet|"
    "pill|drug|med|taken|take";

bool is_one_of(const text::Word& word, std::string_view list) { return text::is_one_of(word.text, list); }

/// "none", "no known conditions"
bool is_nothing_at_all(const Words& words) {
  const auto one = [](std::string_view list) {
    return [list](const text::Word& word) { return is_one_of(word, list); };
  };
  return std::ranges::any_of(words, one(nothing)) && std::ranges::all_of(words, [&](const text::Word& word) {
           return is_one_of(word, nothing) || is_one_of(word, anything);
         });
}

/// The place behind "no", "I do not have any" and their like; 0 where the words begin with none of them.
std::size_t behind_denial(const Words& words) {
  std::size_t at = 0;
  while (at < words.size() && is_one_of(words[at], before_a_denial)) ++at;
  if (at == words.size() || (!is_one_of(words[at], nothing_of) && !is_one_of(words[at], is_not))) return 0;
  ++at;
  while (at < words.size() && is_one_of(words[at], behind_a_denial)) ++at;
  return at == words.size() ? 0 : at;
}

/// "not well controlled" and "never treated" speak of how it is, not of whether it is.
bool is_manner(std::string_view word) {
  return word.ends_with("ed") || word.ends_with("ing") || word.ends_with("ly") ||
         text::is_one_of(word, "well|enough|too|very|yet|sure|only|just|always|stable|under|more|much|good");
}

/// "no diabetes but kidney disease" says what there is, too.
bool goes_on_otherwise(const Words& words, std::size_t from) {
  for (std::size_t at = from; at < words.size(); ++at) {
    if (is_one_of(words[at], "but|except|only|just")) return true;
    const bool denies_on = at + 1 < words.size() && is_one_of(words[at + 1], nothing_of);
    if (is_one_of(words[at], "and|plus|with") && !denies_on) return true;
  }
  return false;
}

}  // namespace

bool AdviceBook::is_denied(std::string_view said) const {
  const Words words = text::words_of(said);
  if (words.empty()) return false;
  if (is_nothing_at_all(words)) return true;
  const auto from = [&](std::size_t place) {
    return place < words.size() ? read(said.substr(words[place].offset)).about : std::vector<const Advice*>();
  };
  if (words.size() > 1 && is_one_of(words.back(), at_the_end))
    return !read(said.substr(0, words.back().offset)).about.empty();
  const std::size_t at = behind_denial(words);
  if (at == 0 || goes_on_otherwise(words, at)) return false;
  const auto denied = from(at);
  // "no colon" is a condition with a name of its own.
  if (denied.empty() || denied != read(said).about) return false;
  const bool says_how = is_manner(words[at].text) && denied == from(at + 1);
  return !says_how || is_one_of(words[at - 1], nothing_of);
}

}  // namespace lytes::targets

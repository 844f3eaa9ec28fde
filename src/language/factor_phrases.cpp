#include "factor_phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "lytes/calendar/spoken.hpp"
#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"
#include "lytes/text/letters.hpp"
#include "phrase_finder.hpp"
#include "sign_words.hpp"

namespace lytes::language {
namespace {

/// The hours that a text names, "9 hours", "6h": of the first figure that a unit of time belongs to.
std::optional<double> hours_in(std::string_view text) {
  const auto words = sign_words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!text::is_digit(words[i].text[0])) continue;
    for (std::size_t end = std::min(i + 2, words.size()); end > i; --end) {
      const std::string said = text::lowered(text.substr(words[i].begin, words[end - 1].end - words[i].begin));
      if (said.find_first_not_of("0123456789.,") == std::string::npos) continue;
      try {
        const double hours = calendar::parse_duration_minutes(said) / 60;
        if (hours <= 24) return hours;
      } catch (const InputError&) {
        continue;
      }
    }
  }
  return std::nullopt;
}

/// "feeling anxious 7/10": the one rating out of ten that a text holds.
std::optional<double> rating_in(std::string_view text) {
  constexpr std::string_view out_of = "/10";
  const std::size_t slash = text.find(out_of);
  if (slash == std::string_view::npos || text.find('/', slash + 1) != std::string_view::npos) return std::nullopt;
  const std::size_t end = slash + out_of.size();
  if (end < text.size() && text[end] != ' ' && text[end] != ',') return std::nullopt;
  std::size_t begin = slash;
  while (begin > 0 && (text::is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  try {
    const double rating = quantity::parse_number(text.substr(begin, slash - begin));
    return rating <= 10 ? std::optional(rating) : std::nullopt;
  } catch (const InputError&) {
    return std::nullopt;
  }
}

/// "feeling anxious 7": the one number, behind all words.
std::optional<double> rating_at_end(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view last = text.substr(blank + 1);
  const bool rating = last == "10" || (last.size() == 1 && text::is_digit(last[0]));
  const bool only = std::ranges::none_of(text.substr(0, blank), text::is_digit);
  return rating && only ? std::optional(quantity::parse_number(last)) : std::nullopt;
}

/// "4h at the desk" as "4 h at the desk"; empty where no hours are written so.
std::string with_hours_apart(std::string_view text) {
  for (std::size_t at = 1; at < text.size(); ++at) {
    const bool ends = at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == ',';
    if ((text[at] == 'h' || text[at] == 'H') && ends && text::is_digit(text[at - 1]))
      return std::string(text.substr(0, at)) + " " + std::string(text.substr(at));
  }
  return {};
}

const FactorWord* known_by_name(const Factors& factors, std::string_view name) {
  const auto found = std::ranges::find(factors.all(), name, &FactorWord::name);
  return found == factors.all().end() ? nullptr : &*found;
}

}  // namespace

const FactorWord* factor_named(const Vocabulary& vocabulary, std::string_view text) {
  const auto words = sign_words_of(text);
  if (words.empty()) return nullptr;
  const Factors& factors = vocabulary.factors();
  for (std::size_t count = std::min<std::size_t>(2, words.size()); count > 0; --count) {
    const std::string name = count == 2 ? words[0].text + " " + words[1].text : words[0].text;
    const FactorWord* known = factors.find(name);
    if (!known) continue;
    const bool alone = words.size() == count;
    if (alone || known->scale != Scale::Free || words[count].after_break) return known;
    const std::string& next = words[count].text;
    if (text::is_digit(next[0]) || vocabulary.words("factor follows").contains(next)) return known;
  }
  return nullptr;
}

FactorsInWords factors_in_words(const Vocabulary& vocabulary, std::string_view text) {
  FactorsInWords found;
  FoundPhrases phrases = find_phrases(vocabulary, vocabulary.factor_index(), text);
  if (const std::string apart = phrases.said.empty() ? with_hours_apart(text) : std::string(); !apart.empty())
    phrases = find_phrases(vocabulary, vocabulary.factor_index(), apart);
  found.sounds_like_one = phrases.sounds_like_one;
  for (const FoundSign& phrase : phrases.said) {
    const FactorWord* known = known_by_name(vocabulary.factors(), phrase.name);
    const bool again =
        std::ranges::any_of(found.said, [&](const SaidFactor& said) { return said.factor.name == phrase.name; });
    if (!known || again) continue;
    journal::Factor factor{known->name, std::nullopt, std::nullopt};
    if (known->scale == Scale::Hours) factor.value = hours_in(text);
    if (factor.value) factor.unit = "h";
    if (known->scale == Scale::Rating) factor.value = rating_in(text);
    if (known->scale == Scale::Rating && !factor.value && known->name != "exertion") factor.value = rating_at_end(text);
    found.said.push_back({std::move(factor), true, found.said.empty() ? std::string(text) : std::string()});
  }
  return found;
}

}  // namespace lytes::language

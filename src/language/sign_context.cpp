#include "sign_context.hpp"

#include <algorithm>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {
namespace {

constexpr std::size_t words_around = 12;

}  // namespace

SignContext::SignContext(const Vocabulary& vocabulary, const std::vector<SignWord>& words)
    : words_(words),
      small_(vocabulary.words("sign filler")),
      negations_(vocabulary.words("negation")),
      people_(vocabulary.words("sign other people")),
      oneself_(vocabulary.words("sign oneself")),
      told_by_(vocabulary.words("sign told by")),
      beside_(vocabulary.words("sign beside")),
      stories_(vocabulary.words("sign story")),
      fears_(vocabulary.words("sign fear")),
      dreams_(vocabulary.words("sign dream")),
      places_{&vocabulary.words("sign limb"), &vocabulary.words("sign saddle"), &vocabulary.words("sign spine")},
      denied_to_(words.size() + 1) {}  // no word's number

bool SignContext::is_denied(std::size_t first, std::size_t end) {
  if (!is_taken_back(first) && !is_followed_by_none(end)) return false;
  denied_to_ = end;
  return true;
}

bool SignContext::is_taken_back(std::size_t first) const {
  for (std::size_t i = first; i > 0 && first - i < words_around && !words_[i].after_break; --i) {
    const std::string& before = words_[i - 1].text;
    if (is(i - 1, negations_) || before == "longer") return true;
    if (before == "more") return i > 1 && is(i - 2, negations_);
    if (i == denied_to_) return true;
    if (before == "or") {
      if (i > 1 && !is(i - 2, negations_)) --i;  // "no pain or numbness"
    } else if (before == "and" || (!small_.contains(before) && !is_place(i - 1))) {
      return false;
    }
  }
  return false;
}

/// "no leg weakness", "without saddle numbness"
bool SignContext::is_place(std::size_t word) const {
  return std::ranges::any_of(places_, [&](const WordSet* places) { return is(word, *places); });
}

/// "fever: none", "numbness - no", "saddle numbness, I have none".
bool SignContext::is_followed_by_none(std::size_t end) const {
  const auto stands = [&](std::size_t word, std::string_view one_of) {
    return word < words_.size() && text::is_one_of(words_[word].text, one_of);
  };
  if (stands(end, "i") && stands(end + 1, "have|had|got")) end += 2;
  if (end >= words_.size() || !text::is_one_of(words_[end].text, "none|no|nil|negative")) return false;
  return ends_clause(end + 1);
}

bool SignContext::is_of_others(std::size_t first, std::size_t end) const {
  if (is_told_of_person(end)) return true;
  for (std::size_t i = first; i > 0 && first - i < words_around && !words_[i].after_break; --i) {
    if (is(i - 1, dreams_)) return true;
  }
  for (std::size_t i = first; i > 0 && first - i < words_around && !words_[i].after_break; --i) {
    const std::size_t before = i - 1;
    if (is(before, oneself_) || is(before, told_by_)) return false;
    if (is(before, people_)) return !is_beside(before);
    if (is(before, fears_)) return true;
    const bool about = text::is_one_of(words_[before].text, "about|on|of|with|where");
    if (about && before > 0 && (is(before - 1, stories_) || (before > 1 && is(before - 2, stories_)))) return true;
  }
  return false;
}

/// "lifting my son", "after dinner with a friend": they stand there and nothing is told of them.
bool SignContext::is_beside(std::size_t person) const {
  for (std::size_t i = person; i > 0 && person - i < 3 && !words_[i].after_break; --i) {
    if (is(i - 1, beside_)) return true;
    if (!text::is_one_of(words_[i - 1].text, "my|the|our|a|an|his|her|old|little")) return false;
  }
  return false;
}

/// "the stroke of my father"
bool SignContext::is_told_of_person(std::size_t end) const {
  if (ends_clause(end) || !text::is_one_of(words_[end].text, "of|in|by")) return false;
  for (std::size_t i = end + 1; i <= end + 3 && !ends_clause(i); ++i) {
    if (is(i, people_)) return true;
    if (!text::is_one_of(words_[i].text, "my|the|our|a|an")) return false;
  }
  return false;
}

bool SignContext::is_year(std::size_t word) const {
  const std::string& text = words_[word].text;
  return text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) &&
         std::ranges::all_of(text, text::is_digit);
}

bool SignContext::is_long_ago(std::size_t first, std::size_t end) const {
  std::size_t from = first;
  while (from > 0 && first - from < words_around && !words_[from].after_break) --from;
  if (first > 0 && text::is_one_of(words_[first - 1].text, "old|former|previous")) return true;
  const auto pair = [&](std::size_t i, std::string_view one, std::string_view other) {
    return text::is_one_of(words_[i].text, one) && !ends_clause(i + 1) && text::is_one_of(words_[i + 1].text, other);
  };
  for (std::size_t i = from; i < words_.size() && i < end + words_around; ++i) {
    if (i >= end && words_[i].after_break) break;
    if (text::is_one_of(words_[i].text, "childhood|decades")) return true;
    if (pair(i, "years|decades", "ago|back|before") || pair(i, "long", "ago|healed") || pair(i, "last", "year") ||
        pair(i, "once", "in|as|at|when"))
      return true;
    if (pair(i, "a", "child|kid|boy|girl|teenager|teen|student|baby") && i > 0 && words_[i - 1].text == "as")
      return true;
    if (pair(i, "in", words_[std::min(i + 1, words_.size() - 1)].text) && is_year(i + 1)) return true;
    if (pair(i, "when", "i") && !ends_clause(i + 2) && words_[i + 2].text == "was") return true;
  }
  return false;
}

}  // namespace lytes::language

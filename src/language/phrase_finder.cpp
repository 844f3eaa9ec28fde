#include "phrase_finder.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "lytes/language/vocabulary.hpp"
#include "phrase_index.hpp"
#include "sign_context.hpp"
#include "sign_words.hpp"

namespace lytes::language {
namespace {

/// Looks for the phrases of the vocabulary among the words of a text. Each word is looked at once for the phrases that
/// may begin there, and none of those goes further than a few words on.
class PhraseFinder {
 public:
  PhraseFinder(const Vocabulary& vocabulary, const PhraseIndex& index, std::string_view text)
      : index_(index),
        small_(vocabulary.words("sign filler")),
        words_(sign_words_of(text)),
        context_(vocabulary, words_) {
    for (const SignWord& word : words_) ids_.push_back(index_.ids_of(word.text));
  }

  FoundPhrases find() {
    for (std::size_t first = 0; first < words_.size(); ++first) look_at(first);
    join_parts();
    FoundPhrases found;
    found.sounds_like_one = drop_harmless();
    drop_excused();
    found.said = settled();
    return found;
  }

 private:
  struct Match {
    const PhraseIndex::Rule* rule;
    std::size_t begin;
    std::size_t end;  ///< one past its last word

    std::size_t length() const { return end - begin; }
  };

  /// Where a part of a rule with several was found.
  struct PartFound {
    std::size_t begin;
    std::size_t end;
  };

  void look_at(std::size_t first) {
    std::vector<std::pair<const PhraseIndex::Part*, std::size_t>> found;
    for (const PhraseIndex::Id id : ids_[first]) {
      for (const std::size_t number : index_.beginning_with(id)) {
        const PhraseIndex::Part& part = index_.parts()[number];
        if (const auto end = match(part, first)) found.emplace_back(&part, *end);
      }
    }
    // The longest first: what it is denied in is denied to the shorter ones, too.
    std::ranges::stable_sort(found, [](const auto& one, const auto& other) { return one.second > other.second; });
    for (const auto& [part, end] : found) take(*part, first, end);
  }

  void take(const PhraseIndex::Part& part, std::size_t first, std::size_t end) {
    const PhraseIndex::Rule& rule = index_.rules()[part.rule];
    const bool harmless = rule.phrase->sign.empty();
    if (!harmless && !stands(rule, first, end)) return;
    if (rule.parts == 1) {
      matches_.push_back({&rule, first, end});
    } else {
      found_[part.rule].resize(rule.parts);
      found_[part.rule][part.place].push_back({first, end});
    }
  }

  bool stands(const PhraseIndex::Rule& rule, std::size_t first, std::size_t end) {
    if (context_.is_denied(first, end)) return false;
    if (rule.phrase->said == SignPhrase::Said::Excuse) return true;
    if (context_.is_of_others(first, end)) return false;
    return rule.phrase->said == SignPhrase::Said::History || !context_.is_long_ago(first, end);
  }

  bool fits(const PhraseIndex::Slot& slot, std::size_t word) const {
    return std::ranges::any_of(ids_[word],
                               [&](PhraseIndex::Id id) { return std::ranges::binary_search(slot.ids, id); });
  }

  /// One past the last word of the part where it begins at `first`, or nothing.
  std::optional<std::size_t> match(const PhraseIndex::Part& part, std::size_t first) const {
    constexpr std::size_t most_small_between = 3;
    constexpr std::size_t most_any_between = 5;
    std::size_t at = first;
    for (std::size_t i = 0; i < part.slots.size(); ++i, ++at) {
      const PhraseIndex::Slot& slot = part.slots[i];
      const std::size_t most = i == 0 ? 0 : slot.after_any ? most_any_between : most_small_between;
      for (std::size_t skipped = 0;; ++skipped, ++at) {
        if (at >= words_.size() || (i > 0 && words_[at].after_break)) return std::nullopt;
        if (fits(slot, at) && !(skipped > 0 && context_.is_negation(at - 1))) break;
        if (skipped == most || (!slot.after_any && !small_.contains(words_[at].text))) return std::nullopt;
      }
    }
    return at;
  }

  /// Rules of several parts are said where all stand near one another, in any order. The place is that of the first.
  void join_parts() {
    constexpr std::size_t near = 25;
    for (const auto& [rule, parts] : found_) {
      for (const PartFound& first : parts.front()) {
        const auto stands_near = [&](const std::vector<PartFound>& part) {
          const auto place =
              std::ranges::lower_bound(part, first.begin > near ? first.begin - near : 0, {}, &PartFound::begin);
          return place != part.end() && place->begin <= first.end + near;
        };
        if (std::ranges::all_of(parts, stands_near))
          matches_.push_back({&index_.rules()[rule], first.begin, first.end});
      }
    }
  }

  /// What only sounds like one takes away those that end in it.
  bool drop_harmless() {
    std::vector<bool> covered(words_.size(), false);
    bool any = false;
    for (const Match& match : matches_) {
      if (!match.rule->phrase->sign.empty()) continue;
      any = true;
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(match.begin), match.length(), true);
    }
    std::erase_if(matches_, [&](const Match& match) {
      return covered[match.end - 1] && match.rule->phrase->said != SignPhrase::Said::Excuse;
    });
    return any;
  }

  void drop_excused() {
    std::set<std::string, std::less<>> excused;
    for (const Match& match : matches_) {
      if (match.rule->phrase->said == SignPhrase::Said::Excuse) excused.insert(match.rule->phrase->sign);
    }
    std::erase_if(matches_, [&](const Match& match) { return excused.contains(match.rule->phrase->sign); });
  }

  /// Of two that share a word what comes first in its table stands, then the longer, then the one that is listed first.
  std::vector<FoundSign> settled() {
    std::ranges::sort(matches_, [](const Match& one, const Match& other) {
      if (one.rule->first != other.rule->first) return one.rule->first;
      if (one.length() != other.length()) return one.length() > other.length();
      return one.begin != other.begin ? one.begin < other.begin : one.rule < other.rule;
    });
    std::vector<bool> taken(words_.size(), false);
    std::vector<FoundSign> signs;
    for (const Match& match : matches_) {
      const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(match.begin);
      const auto end = taken.begin() + static_cast<std::ptrdiff_t>(match.end);
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      const std::size_t place = words_[match.begin].begin;
      signs.push_back({match.rule->phrase->sign, place, words_[match.end - 1].end - place});
    }
    std::ranges::sort(signs, {}, &FoundSign::begin);
    return signs;
  }

  const PhraseIndex& index_;
  const WordSet& small_;
  std::vector<SignWord> words_;
  std::vector<PhraseIndex::Ids> ids_;  ///< of each word
  SignContext context_;
  std::vector<Match> matches_;
  std::map<std::size_t, std::vector<std::vector<PartFound>>> found_;  ///< by rule, each part's in order
};

}  // namespace

FoundPhrases find_phrases(const Vocabulary& vocabulary, const PhraseIndex& index, std::string_view text) {
  return PhraseFinder(vocabulary, index, text).find();
}

}  // namespace lytes::language

#include "lytes/language/signs.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "lytes/errors.hpp"
#include "lytes/language/vocabulary.hpp"
#include "lytes/text/words.hpp"
#include "sign_context.hpp"
#include "sign_index.hpp"
#include "sign_words.hpp"

namespace lytes::language {
namespace {

/// Looks for the phrases of the vocabulary among the words of a text. Each word is looked at once for the phrases that
/// may begin there, and none of those goes further than a few words on.
class SignFinder {
 public:
  SignFinder(const Vocabulary& vocabulary, std::string_view text)
      : index_(vocabulary.sign_index()),
        small_(vocabulary.words("sign filler")),
        words_(sign_words_of(text)),
        context_(vocabulary, words_) {
    for (const SignWord& word : words_) ids_.push_back(index_.ids_of(word.text));
  }

  std::vector<FoundSign> find() {
    for (std::size_t first = 0; first < words_.size(); ++first) look_at(first);
    join_parts();
    drop_harmless();
    drop_excused();
    return settled();
  }

 private:
  struct Match {
    const SignIndex::Rule* rule;
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
    std::vector<std::pair<const SignIndex::Part*, std::size_t>> found;
    for (const SignIndex::Id id : ids_[first]) {
      for (const std::size_t number : index_.beginning_with(id)) {
        const SignIndex::Part& part = index_.parts()[number];
        if (const auto end = match(part, first)) found.emplace_back(&part, *end);
      }
    }
    // The longest first: what it is denied in is denied to the shorter ones, too.
    std::ranges::stable_sort(found, [](const auto& one, const auto& other) { return one.second > other.second; });
    for (const auto& [part, end] : found) take(*part, first, end);
  }

  void take(const SignIndex::Part& part, std::size_t first, std::size_t end) {
    const SignIndex::Rule& rule = index_.rules()[part.rule];
    const bool harmless = rule.phrase->sign.empty();
    if (!harmless && !stands(rule, first, end)) return;
    if (rule.parts == 1) {
      matches_.push_back({&rule, first, end});
    } else {
      found_[part.rule].resize(rule.parts);
      found_[part.rule][part.place].push_back({first, end});
    }
  }

  bool stands(const SignIndex::Rule& rule, std::size_t first, std::size_t end) {
    if (context_.is_denied(first, end)) return false;
    if (rule.phrase->said == SignPhrase::Said::Excuse) return true;
    if (context_.is_of_others(first, end)) return false;
    return rule.phrase->said == SignPhrase::Said::History || !context_.is_long_ago(first, end);
  }

  bool fits(const SignIndex::Slot& slot, std::size_t word) const {
    return std::ranges::any_of(ids_[word], [&](SignIndex::Id id) { return std::ranges::binary_search(slot.ids, id); });
  }

  /// One past the last word of the part where it begins at `first`, or nothing.
  std::optional<std::size_t> match(const SignIndex::Part& part, std::size_t first) const {
    constexpr std::size_t most_small_between = 3;
    constexpr std::size_t most_any_between = 5;
    std::size_t at = first;
    for (std::size_t i = 0; i < part.slots.size(); ++i, ++at) {
      const SignIndex::Slot& slot = part.slots[i];
      const std::size_t most = i == 0 ? 0 : slot.after_any ? most_any_between : most_small_between;
      for (std::size_t skipped = 0;; ++skipped, ++at) {
        if (at >= words_.size() || (i > 0 && words_[at].after_break)) return std::nullopt;
        if (fits(slot, at)) break;
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

  /// What only sounds like a sign takes away those that end in it.
  void drop_harmless() {
    std::vector<bool> covered(words_.size(), false);
    for (const Match& match : matches_) {
      if (!match.rule->phrase->sign.empty()) continue;
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(match.begin), match.length(), true);
    }
    std::erase_if(matches_, [&](const Match& match) {
      return covered[match.end - 1] && match.rule->phrase->said != SignPhrase::Said::Excuse;
    });
  }

  void drop_excused() {
    std::set<std::string, std::less<>> excused;
    for (const Match& match : matches_) {
      if (match.rule->phrase->said == SignPhrase::Said::Excuse) excused.insert(match.rule->phrase->sign);
    }
    std::erase_if(matches_, [&](const Match& match) { return excused.contains(match.rule->phrase->sign); });
  }

  /// Of two that share a word the emergency stands, then the longer, then the one that is listed first.
  std::vector<FoundSign> settled() {
    std::ranges::sort(matches_, [](const Match& one, const Match& other) {
      if (one.rule->emergency != other.rule->emergency) return one.rule->emergency;
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

  const SignIndex& index_;
  const WordSet& small_;
  std::vector<SignWord> words_;
  std::vector<SignIndex::Ids> ids_;  ///< of each word
  SignContext context_;
  std::vector<Match> matches_;
  std::map<std::size_t, std::vector<std::vector<PartFound>>> found_;  ///< by rule, each part's in order
};

/// The sign that these words alone are the name of, or another word for; empty where they are none.
std::string sign_named(const Vocabulary& vocabulary, std::string_view text) {
  const std::string words = text::plain_words(text);
  for (const std::string& name : vocabulary.sign_names()) {
    if (words == name) return name;
  }
  for (const SignPhrase& phrase : vocabulary.sign_phrases()) {
    if (phrase.said == SignPhrase::Said::Asked && words == phrase.words) return phrase.sign;
  }
  return {};
}

/// The signs that part of what was said after --with names.
std::vector<std::string> signs_in(const Vocabulary& vocabulary, const std::string& part) {
  if (std::string name = sign_named(vocabulary, part); !name.empty()) return {std::move(name)};
  std::vector<std::string> names;
  for (FoundSign& sign : find_signs(vocabulary, part)) names.push_back(std::move(sign.name));
  return names;
}

/// Where a sign's words may end and what divides them from the next.
struct Divider {
  std::size_t at;
  std::size_t length;
};

/// The first divider after `from`.
Divider next_divider(const std::string& text, std::size_t from) {
  static constexpr std::array<std::string_view, 5> dividers = {",", ";", "+", "&", " and "};
  for (std::size_t at = from; at < text.size(); ++at) {
    for (const std::string_view divider : dividers) {
      if (text.compare(at, divider.size(), divider) == 0) return {at, divider.size()};
    }
  }
  return {text.size(), 0};
}

/// Whether the words name a sign that begins before `limit`.
bool begins_sign(const Vocabulary& vocabulary, const std::string& words, std::size_t limit) {
  if (!sign_named(vocabulary, words).empty()) return true;
  const auto signs = find_signs(vocabulary, words);
  return !signs.empty() && signs.front().begin < limit;
}

/// Each sign's words with their place in the text: the shortest run of parts that is a sign, else a single part.
std::vector<std::pair<std::string, std::size_t>> parts_of(const Vocabulary& vocabulary, const std::string& text) {
  constexpr int most_parts = 4;  // of one sign: "pins and needles" has two
  std::vector<std::pair<std::string, std::size_t>> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    Divider end = next_divider(text, begin);
    const Divider single = end;
    const auto known = [&] { return begins_sign(vocabulary, text.substr(begin, end.at - begin), single.at - begin); };
    for (int part = 1; part < most_parts && !known() && end.length > 0; ++part)
      end = next_divider(text, end.at + end.length);
    if (!known()) end = single;
    const std::string words = text::plain_words(text.substr(begin, end.at - begin));
    const std::size_t place = text.find_first_not_of(" \t", begin);
    if (!words.empty()) parts.emplace_back(words, place);
    begin = end.at + std::max<std::size_t>(end.length, 1);
  }
  return parts;
}

}  // namespace

std::vector<FoundSign> find_signs(const Vocabulary& vocabulary, std::string_view text) {
  return SignFinder(vocabulary, text).find();
}

SaidSigns read_signs(const Vocabulary& vocabulary, std::string_view text) {
  SaidSigns said;
  std::vector<std::string> named;
  for (const auto& [words, place] : parts_of(vocabulary, std::string(text))) {
    const auto signs = signs_in(vocabulary, words);
    named.insert(named.end(), signs.begin(), signs.end());
    if (signs.empty()) said.unknown.push_back({words, place});
  }
  for (const std::string& name : vocabulary.sign_names()) {
    if (std::ranges::find(named, name) != named.end()) said.names.push_back(name);
  }
  return said;
}

std::vector<std::string> read_sign_names(const Vocabulary& vocabulary, std::string_view text) {
  SaidSigns said = read_signs(vocabulary, text);
  if (!said.unknown.empty()) {
    const auto& [words, place] = said.unknown.front();
    throw InputError("'" + words + "' is not a sign that is known", std::string(text), place,
                     text::listed(vocabulary.sign_names()));
  }
  if (said.names.empty())
    throw InputError("No sign is named", std::string(text), 0, text::listed(vocabulary.sign_names()));
  return std::move(said.names);
}

}  // namespace lytes::language

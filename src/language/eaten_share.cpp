#include "eaten_share.hpp"

#include <algorithm>
#include <optional>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

/// A share, and the word behind it.
struct Fraction {
  double value;
  std::size_t end;
};

// A clause has no more words than these, so that a long line is read in a time that grows as its length does.
constexpr std::size_t most_words_before = 6;
constexpr std::size_t most_words_behind = 8;

/// Reads one clause, word by word.
class ShareReader {
 public:
  ShareReader(const Vocabulary& vocabulary, std::string_view line, const std::vector<PlainWord>& words)
      : vocabulary_(vocabulary), line_(line), words_(words) {}

  /// A share whose first word is this one, and the word behind it.
  std::optional<std::pair<EatenShare, std::size_t>> at(std::size_t first) const {
    std::size_t i = first;
    const std::size_t farthest = first + most_words_before;
    while (i < farthest && is_one(i, "but|and|then|i|we|-|only|just|so")) ++i;
    const bool left = is_one(i, "left|gave");
    const bool had = is_in("eating verb", i);
    if (left || had) ++i;
    if (had && is_one(i, "through|down")) ++i;
    while (i < farthest && (is_in("estimate", i) || is_one(i, "over|the|only|just"))) ++i;
    const auto fraction = fraction_at(i);
    if (!fraction) return std::nullopt;
    const bool of_all = words_[first].text == "-";  // "turkey, mash, gravy - ate half"
    EatenShare share{words_[first].begin, of_all, left ? 1 - fraction->value : fraction->value, {}, {}};
    i = fraction->end;
    const bool left_behind = !left && !had && is_one(i, "left|leftover|uneaten");
    if (left_behind) {
      share.eaten = 1 - fraction->value;
      ++i;
    }
    const bool of_something = take_whole(i, share.of);
    if (!left && !had && !left_behind && !of_something) return std::nullopt;
    for (const std::size_t behind = i + most_words_behind; i < behind && is_in("share tail", i);) ++i;
    if (is_one(i, "gave|rest|threw|binned|because|cos|then|before|left|and|to") && tells_to_the_end(i))
      i = end_of_clause(i);
    if (!ends_clause(i)) return std::nullopt;
    share.words = line_.substr(words_[first].begin, words_[i - 1].end - words_[first].begin);
    return std::pair(std::move(share), i);
  }

 private:
  std::string_view word(std::size_t i) const {
    std::string_view text = i < words_.size() ? std::string_view(words_[i].text) : std::string_view();
    while (text.size() > 1 && (text.front() == '(' || text.front() == '~')) text.remove_prefix(1);
    while (text.size() > 1 && (text.back() == ')' || text.back() == '.')) text.remove_suffix(1);
    return text;
  }
  bool is_one(std::size_t i, std::string_view alternatives) const {
    return i < words_.size() && text::is_one_of(word(i), alternatives);
  }
  bool is_in(std::string_view list, std::size_t i) const {
    return i < words_.size() && vocabulary_.words(list).contains(word(i));
  }
  bool parted_behind(std::size_t i) const { return words_[i].end - words_[i].begin != words_[i].text.size(); }
  bool ends_clause(std::size_t i) const { return i == words_.size() || parted_behind(i - 1); }
  std::size_t end_of_clause(std::size_t i) const {
    for (const std::size_t farthest = i + most_words_behind; i < farthest && i < words_.size() && !ends_clause(i);) ++i;
    return i;
  }
  /// Whether nothing behind it counts anything: "gave rest to my daughter".
  bool tells_to_the_end(std::size_t i) const {
    for (const std::size_t end = end_of_clause(i); i < end; ++i) {
      if (text::is_digit(word(i).front()) || (is_in("number", i) && !is_one(i, "a|an|some|half"))) return false;
    }
    return true;
  }

  /// "half", "a third", "two thirds", "3/4", "80%", "most"
  std::optional<Fraction> fraction_at(std::size_t i) const {
    if (i >= words_.size()) return std::nullopt;
    const std::string_view said = word(i);
    if (said.size() == 3 && said[1] == '/' && text::is_digit(said[0]) && text::is_digit(said[2]) && said[0] < said[2])
      return Fraction{static_cast<double>(said[0] - '0') / (said[2] - '0'), i + 1};
    if (said.ends_with('%') && said.size() > 1 && said.size() <= 3 &&
        std::all_of(said.begin(), said.end() - 1, text::is_digit))
      return Fraction{std::stod(std::string(said)) / 100, i + 1};
    if (said == "most") return Fraction{0.75, i + 1};
    if (said == "all") return Fraction{1, i + 1};
    if (said == "none") return Fraction{0, i + 1};
    int parts = 1;
    std::size_t at = i;
    if (text::is_one_of(said, "a|one|two|three|2|3")) {
      if (text::is_one_of(said, "two|2")) parts = 2;
      if (text::is_one_of(said, "three|3")) parts = 3;
      ++at;
    }
    if (parts == 1 && is_one(at, "half")) return Fraction{0.5, at + 1};
    if (is_one(at, "third|thirds") && parts < 3) return Fraction{parts / 3.0, at + 1};
    if (is_one(at, "quarter|quarters")) return Fraction{parts / 4.0, at + 1};
    return std::nullopt;
  }

  /// "of it", "the rice", "of the rice"
  bool take_whole(std::size_t& i, std::string& of) const {
    std::size_t at = i;
    const bool has_of = is_one(at, "of");
    if (has_of) ++at;
    if (has_of && is_one(at, "it|that|them|this|mine")) {
      i = at + 1;
      return true;
    }
    if (!is_one(at, "the|my|that|this") || at + 1 >= words_.size()) return false;
    constexpr std::size_t most_words = 3;
    std::size_t end = at + 1;
    while (end < words_.size() && end - at <= most_words && !ends_clause(end) &&
           !is_one(end, "gave|and|then|because|left|but"))
      ++end;
    if (end == at + 1) return false;
    of = text::words_of(word(end - 1)).empty() ? std::string() : text::words_of(word(end - 1)).front().text;
    i = end;
    return true;
  }

  const Vocabulary& vocabulary_;
  std::string_view line_;
  const std::vector<PlainWord>& words_;
};

}  // namespace

LineWithShares shares_in(const Vocabulary& vocabulary, std::string_view line) {
  LineWithShares found{std::string(line), {}};
  const auto words = plain_words_of(line);
  const ShareReader reader(vocabulary, line, words);
  for (std::size_t i = 1; i < words.size(); ++i) {
    auto share = reader.at(i);
    if (!share) continue;
    std::fill(found.text.begin() + static_cast<std::ptrdiff_t>(words[i].begin),
              found.text.begin() +
                  static_cast<std::ptrdiff_t>(words[share->second - 1].begin + words[share->second - 1].text.size()),
              ' ');
    found.shares.push_back(std::move(share->first));
    i = share->second - 1;
  }
  return found;
}

bool tells_how_much_was_eaten(const Vocabulary& vocabulary, std::string_view clause) {
  constexpr std::size_t most_words = 3;
  const auto words = plain_words_of(clause);
  if (words.empty()) return false;
  const bool left_some = words.size() > 1 && words.size() <= most_words &&
                         text::is_one_of(words[0].text, "couldnt|couldn't|didnt|didn't") &&
                         text::is_one_of(words[1].text, "finish|eat|manage|like|want") &&
                         !vocabulary.words("meal word").contains(words.back().text);  // "didn't eat breakfast"
  if (left_some) return true;
  const auto share = ShareReader(vocabulary, clause, words).at(0);
  return share && share->second == words.size();
}

}  // namespace lytes::language

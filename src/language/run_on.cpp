#include "run_on.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "joined_foods.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;

/// A word between blanks, and where it stands in the piece.
struct Token {
  std::string text;
  std::size_t begin;
  std::size_t end;
  std::string mended = {};  ///< how it was typed, where its spelling was read otherwise
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = text::skip_spaces(text, 0); at < text.size(); at = text::skip_spaces(text, at)) {
    const std::size_t begin = at;
    while (at < text.size() && text::space_length(text, at) == 0) ++at;
    tokens.push_back({text::lowered(text.substr(begin, at - begin)), begin, at});
  }
  return tokens;
}

constexpr int unreadable = std::numeric_limits<int>::max() / 2;
constexpr int cost_of_food = 4;
constexpr int cost_of_amount_behind = 1;  ///< where the amounts stand in front, or with no unit: "tea 2 sugars"

/// The best way to read what stands from a word to the end of a piece.
struct Tail {
  int cost = unreadable;     ///< as little as can be: "peanut butter" is one food
  std::size_t next = 0;      ///< the word behind the first of them
  std::optional<Read> read;  ///< empty where the word joins or fills
};

class RunOn {
 public:
  RunOn(const FoodContext& context, const Piece& piece, FoodKind kind)
      : context_(context), piece_(piece), kind_(kind), tokens_(tokens_of(piece.text())) {}

  std::optional<std::vector<Read>> read() {
    constexpr std::size_t most_words = 40;
    if (tokens_.size() < 2 || tokens_.size() > most_words) return std::nullopt;
    for (Token& token : tokens_) mend(token);
    while (first_addition_ < tokens_.size() && !adds(first_addition_)) ++first_addition_;
    tails_.resize(tokens_.size() + 1);
    tails_.back().cost = 0;
    for (std::size_t at = tokens_.size(); at > 0; --at) find_tail(at - 1);
    if (tails_.front().cost >= unreadable) return std::nullopt;
    return foods_found();
  }

 private:
  bool joins(std::size_t at) const { return text::is_one_of(tokens_[at].text, "and|n|&|+|plus|with|w|w/|mit|on|then"); }
  bool adds(std::size_t at) const { return text::is_one_of(tokens_[at].text, "with|w|w/|mit|loaded|topped"); }
  bool fills(std::size_t at) const {
    return context_.speaker().vocabulary().words("between foods").contains(tokens_[at].text);
  }
  bool leaves_out(std::size_t at) const {
    return context_.speaker().vocabulary().words("without").contains(tokens_[at].text);
  }
  bool counts(std::size_t at) const {
    return text::is_digit(tokens_[at].text.front()) ||
           context_.speaker().vocabulary().words("number").contains(tokens_[at].text);
  }

  /// "2 mugs", "splash of milk"
  bool begins_amount(std::size_t at) const { return counts(at) || context_.units().contains(tokens_[at].text); }

  /// "cofee", "scrmbled"
  void mend(Token& token) const {
    constexpr std::size_t shortest = 5;
    const auto words = text::words_of(token.text);
    if (token.text.size() < shortest || words.size() != 1 || !std::ranges::all_of(token.text, text::is_ascii_letter))
      return;
    if (context_.units().contains(words.front().text) || context_.catalogue().knows_word(words.front().text)) return;
    if (auto nearest = context_.finder().nearest_word(token.text))
      token.mended = std::exchange(token.text, std::move(*nearest));
  }

  void find_tail(std::size_t first) {
    constexpr std::size_t most_words_of_a_food = 7;
    Tail& tail = tails_[first];
    for (std::size_t end = std::min(first + most_words_of_a_food, tokens_.size()); end > first; --end) {
      const int cost = tails_[end].cost + cost_of_food + (amount_is_behind(first, end) ? cost_of_amount_behind : 0);
      if (cost >= tail.cost) continue;  // no better than a longer name
      if (auto food = food_between(first, end)) tail = {cost, end, std::move(food)};
    }
    if (leaves_out(first)) {
      const std::size_t end = std::min(first + 2, tokens_.size());  // "no pickles"
      tail = {tails_[end].cost, end, std::nullopt};
      return;
    }
    const bool small_word = joins(first) || fills(first);
    if (small_word && tails_[first + 1].cost < tail.cost) tail = {tails_[first + 1].cost, first + 1, std::nullopt};
  }

  /// Whether an amount at the end of a food more likely belongs to the next one.
  bool amount_is_behind(std::size_t first, std::size_t end) const {
    if (counts(first)) {
      for (std::size_t i = first + 1; i < end; ++i) {
        if (text::is_digit(tokens_[i].text.front()) && !counts(i - 1)) return true;
      }
      return false;
    }
    if (end < tokens_.size() && counts(end - 1)) return true;
    const bool amounts_in_front = begins_amount(0);
    return amounts_in_front && std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                           tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                                           [](const Token& token) { return text::is_digit(token.text.front()); });
  }

  /// A food by its name, with its amount before or behind it and how it was cut.
  std::optional<Read> food_between(std::size_t first, std::size_t end) const {
    const std::string_view last = tokens_[end - 1].text;
    if (joins(first) || joins(end - 1) || leaves_out(first) || last == "a" || last == "of") return std::nullopt;
    if (end - first == 1 && context_.speaker().vocabulary().words("names no food").contains(last)) return std::nullopt;
    const std::string name = words_between(first, end);
    Piece part{name, 0, name.size()};
    part.addition = kind_ == FoodKind::Drink && first > 0 && adds(first - 1);
    part.topping = piece_.topping || (kind_ == FoodKind::Food && first > first_addition_);
    try {
      auto read = read_named_food(context_, part, kind_);
      const std::string bare = read ? std::string() : without_preparations(first, end);
      if (!bare.empty())
        read = read_named_food(context_, Piece{bare, 0, bare.size(), part.addition, part.topping}, kind_);
      if (!read) return std::nullopt;
      read->serving.said = piece_.text().substr(tokens_[first].begin, tokens_[end - 1].end - tokens_[first].begin);
      for (std::size_t i = first; i < end; ++i) {
        if (tokens_[i].mended.empty()) continue;
        read->serving.remarks.push_back(
            note("spelling", "\"" + tokens_[i].mended + "\" was read as \"" + tokens_[i].text + "\""));
      }
      return read;
    } catch (const InputError&) {
      return std::nullopt;  // an amount in which this food does not come
    }
  }

  std::string words_between(std::size_t first, std::size_t end) const {
    std::string words;
    for (std::size_t i = first; i < end; ++i) words += (words.empty() ? "" : " ") + tokens_[i].text;
    return words;
  }

  /// "banana" of "banana chopped"; empty where nothing of the kind is said.
  std::string without_preparations(std::size_t first, std::size_t end) const {
    const WordSet& preparations = context_.speaker().vocabulary().words("preparation");
    std::string bare;
    bool dropped = false;
    for (std::size_t i = first; i < end; ++i) {
      const bool small = text::is_one_of(tokens_[i].text, "a|an|of|the|some");
      const bool drop = !small && preparations.contains(tokens_[i].text);
      dropped = dropped || drop;
      if (!drop) bare += (bare.empty() ? "" : " ") + tokens_[i].text;
    }
    return dropped ? bare : std::string();
  }

  /// Nothing where only their standing side by side would make two foods of two.
  std::optional<std::vector<Read>> foods_found() {
    constexpr std::size_t enough_side_by_side = 3;
    std::vector<Read> reads;
    const bool amounts_in_front = begins_amount(0);
    bool parted = true;
    bool all_parted = true;
    for (std::size_t at = 0; at < tokens_.size(); at = tails_[at].next) {
      if (!tails_[at].read) {
        parted = true;
        continue;
      }
      all_parted = all_parted && (parted || (amounts_in_front && begins_amount(at)));
      reads.push_back(std::move(*tails_[at].read));
      parted = false;
    }
    if (reads.size() < 2 || (!all_parted && reads.size() < enough_side_by_side)) return std::nullopt;
    return reads;
  }

  const FoodContext& context_;
  const Piece& piece_;
  FoodKind kind_;
  std::vector<Token> tokens_;
  std::size_t first_addition_ = 0;  ///< where "with" stands first
  std::vector<Tail> tails_;
};

}  // namespace

std::optional<std::vector<Read>> read_run_on(const FoodContext& context, const Piece& piece, FoodKind kind) {
  if (binds_two(context, piece, kind)) return std::nullopt;
  auto reads = RunOn(context, piece, kind).read();
  if (!reads || context.finder().search(context.amount(piece, kind).rest).clear) return std::nullopt;
  return reads;
}

}  // namespace lytes::language

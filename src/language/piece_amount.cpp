#include "piece_amount.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "food_context.hpp"
#include "lytes/errors.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/spelling.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

using foods::FoodKind;
using quantity::Amount;
using quantity::Dimension;
using quantity::Measure;
using quantity::OunceOf;

/// Bytes of the longest amount that is looked for behind a name.
constexpr std::size_t longest_amount = 100;
/// Nobody counts more of a food; a larger number is a weight or a volume without its unit.
constexpr double most_pieces = 99;

OunceOf ounce_of(FoodKind kind) { return kind == FoodKind::Drink ? OunceOf::Drink : OunceOf::Food; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool parts_words(char c) { return is_blank(c) || c == ',' || c == '(' || c == ')' || c == ';'; }

/// Words that a count may begin with behind a name; the others are more often part of it.
constexpr std::array<std::string_view, 19> count_words = {
    "one",    "two",  "three",   "four",   "five", "six", "seven", "eight", "nine",   "ten",
    "twelve", "half", "quarter", "couple", "few",  "a",   "an",    "about", "another"};

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && !parts_words(text[end])) ++end;
  return text.substr(at, end - at);
}

/// "pcs" and "nos" are pieces.
std::string unit_word(std::string_view typed) {
  const std::string lower = text::lowered(typed);
  if (one_of(lower, {"pc", "pcs", "nos", "pce", "pces", "stk", "stück", "stueck"})) return "piece";
  if (one_of(lower, {"sm", "sml"})) return "small";
  if (one_of(lower, {"lg", "lrg"})) return "large";
  if (lower == "med") return "medium";
  const auto words = text::words_of(typed);
  return words.size() == 1 ? words.front().text : std::string();
}

/// An amount somewhere behind the beginning of a piece.
struct Part {
  std::size_t begin;
  std::size_t end;
  Amount amount;
  std::string unit;      ///< words that count or contain, with blanks between
  bool times = false;    ///< "x2": so many of what is said
  bool of_each = false;  ///< "330ml each"
};

/// Looks through a piece for its amounts.
class AmountFinder {
 public:
  AmountFinder(const Piece& piece, FoodKind kind, const WordSet& units)
      : piece_(piece), text_(piece.text()), kind_(kind), ounce_(ounce_of(kind)), units_(units) {}

  Amount find() {
    Amount front = amount_before(piece_, kind_);
    const std::size_t name = front.number_given || front.measure ? front.rest_offset : 0;
    collect_parts(name);
    if (front.number_given && !parts_.empty() && has_link(name, parts_.front().begin)) return settled(front);
    return settled(together(front, name));
  }

 private:
  bool begins_word(std::size_t at) const { return at == 0 || parts_words(text_[at - 1]); }

  void collect_parts(std::size_t from) {
    for (std::size_t at = from; at < text_.size(); ++at) {
      if (!begins_word(at) || parts_words(text_[at])) continue;
      auto part = part_at(at);
      if (!part) continue;
      at = part->end > at ? part->end - 1 : at;
      parts_.push_back(std::move(*part));
    }
  }

  /// Bytes before the number of "x2" and "x 2"; 0 where nothing is multiplied.
  std::size_t times_sign_at(std::size_t at, std::string_view word) const {
    if (word[0] != 'x' && word[0] != 'X') return 0;
    if (word.size() > 1) return std::ranges::all_of(word.substr(1), text::is_digit) ? 1 : 0;
    const std::size_t number = at + 2;  // behind one blank
    const std::string_view next = number < text_.size() ? word_at(text_, number) : std::string_view();
    return at > 0 && !next.empty() && std::ranges::all_of(next, text::is_digit) ? 2 : 0;
  }

  std::optional<Part> part_at(std::size_t at) {
    const std::string_view word = word_at(text_, at);
    const std::size_t sign = times_sign_at(at, word);
    const bool times = sign > 0;
    const bool digits =
        text::is_digit(word[0]) || (word.size() > 1 && (word[0] == '.' || word[0] == '~') && text::is_digit(word[1]));
    const bool beyond_ascii = !text::is_ascii(word[0]);  // "½"
    if (!times && !digits && !beyond_ascii && std::ranges::find(count_words, text::lowered(word)) == count_words.end())
      return bare_unit_at(at);
    const std::size_t begin = at + sign;
    try {
      Part part{at, 0, quantity::parse_amount(text_.substr(begin, longest_amount), ounce_), {}, times, false};
      if (!part.amount.number_given) return std::nullopt;
      part.end =
          begin + (part.amount.rest.empty() ? std::min(longest_amount, text_.size() - begin) : part.amount.rest_offset);
      take_units(part);
      if (!part.amount.measure && !times && !counts(part)) return std::nullopt;
      const bool is_inside_name = at > 0 && !ends_here(part.end) && has_link(0, at);
      return is_inside_name ? std::nullopt : std::optional(std::move(part));
    } catch (const InputError&) {
      return std::nullopt;  // no amount after all: "vitamin b12", "omega 3-6-9"
    }
  }

  /// "large", "small glass": behind a comma, or at the end and beginning with a size.
  std::optional<Part> bare_unit_at(std::size_t at) {
    if (at == 0) return std::nullopt;
    Part part{at, at, {}, {}, false, false};
    take_units(part);
    const std::size_t next = text_.find_first_not_of(" \t", part.end);
    const bool amount_follows = next != std::string_view::npos && text::is_digit(text_[next]);  // "small cup 120ml"
    if (part.unit.empty() || !(ends_here(part.end) || amount_follows)) return std::nullopt;
    const std::size_t before = text_.find_last_not_of(" \t", at - 1);
    const bool behind_comma = before != std::string_view::npos && text_[before] == ',';
    const bool size_first =
        one_of(text::lowered(word_at(text_, at)), {"small", "medium", "large", "big", "regular", "tall", "sm", "lg"});
    return behind_comma || (size_first && !has_link(0, at)) ? std::optional(std::move(part)) : std::nullopt;
  }

  /// Words that count or contain behind an amount: "2 large mugs", "250ml glass", "330ml each".
  void take_units(Part& part) const {
    for (int words = 0; words < 3; ++words) {
      const std::size_t at = text_.find_first_not_of(" \t", part.end);
      if (at == std::string_view::npos || text_[at] == ',' || text_[at] == '(' || text_[at] == ')') return;
      const std::string_view word = word_at(text_, at);
      if (one_of(text::lowered(word), {"each", "apiece"})) {
        part.of_each = true;
        part.end = at + word.size();
        return;
      }
      const std::string unit = unit_word(word);
      if (unit.empty() || !units_.contains(unit)) return;
      part.unit += (part.unit.empty() ? "" : " ") + unit;
      part.end = at + word.size();
    }
  }

  /// Whether nothing of the name follows directly.
  bool ends_here(std::size_t end) const {
    const std::size_t at = text_.find_first_not_of(" \t.", end);
    return at == std::string_view::npos || text_[at] == ',' || text_[at] == ')' || text_[at] == '(';
  }

  bool counts(const Part& part) const {
    const bool word_alone = !text::is_digit(text_[part.begin]) && text::is_ascii(text_[part.begin]);
    const bool part_of_one = one_of(text::lowered(word_at(text_, part.begin)), {"half", "quarter"});  // "pizza half"
    if (part.unit.empty()) return ends_here(part.end) && (!word_alone || part_of_one);
    return true;
  }

  /// Whether "and", "with" or their like stands between two places.
  bool has_link(std::size_t from, std::size_t to) {
    if (!links_known_) {
      links_known_ = true;
      const auto parts = parts_at_links(piece_);
      for (std::size_t i = 1; i < parts.size(); ++i) behind_links_.push_back(parts[i].offset - piece_.offset);
    }
    const auto next = std::ranges::upper_bound(behind_links_, from);
    return next != behind_links_.end() && *next <= to;
  }

  /// Exact ones first: a weight before a household measure.
  int rank(Measure measure) const {
    const bool kitchen = measure >= Measure::Teaspoon;
    const bool volume = quantity::dimension_of(measure) == Dimension::Volume;
    if (kitchen) return 1;
    return volume == (kind_ == FoodKind::Drink) ? 3 : 2;
  }

  /// The parts by what they say.
  struct Sorted {
    const Part* exact = nullptr;  ///< the most exact weight or volume
    const Part* count = nullptr;  ///< pieces or vessels
    const Part* times = nullptr;
    bool agree = true;  ///< no two of them say the same thing otherwise
  };

  Sorted sorted(const Amount& front) {
    Sorted sorted;
    for (const Part& part : parts_) {
      if (part.amount.measure) {
        // "muesli 60g with milk 200ml": of two things.
        if (sorted.exact != nullptr && has_link(sorted.exact->begin, part.begin)) sorted.agree = false;
        const int exactness = rank(*part.amount.measure);
        const int known = sorted.exact != nullptr ? rank(*sorted.exact->amount.measure) : 0;
        if (exactness == known) sorted.agree = false;
        if (exactness > known) sorted.exact = &part;
      } else if (part.times) {
        sorted.times = &part;
      } else {
        sorted.agree = sorted.agree && sorted.count == nullptr;
        sorted.count = &part;
      }
    }
    if (sorted.exact != nullptr && front.measure && rank(*front.measure) == rank(*sorted.exact->amount.measure))
      sorted.agree = false;
    const bool two_counts =
        sorted.count != nullptr && sorted.count->amount.number_given && front.number_given && !is_article(front);
    if (two_counts) sorted.agree = false;
    return sorted;
  }

  /// The amount that counts, with the rest of the piece as the name.
  Amount together(const Amount& front, std::size_t name) {
    const Sorted parts = sorted(front);
    if (parts_.empty() || !parts.agree) return front;
    Amount whole = front;
    std::string unit;
    const bool exact_counts =
        parts.exact != nullptr && !(front.measure && rank(*front.measure) > rank(*parts.exact->amount.measure));
    if (exact_counts) {
      whole = parts.exact->amount;
      if (!front.measure && (multiplies(front) || times_of(front, *parts.exact))) whole.number *= front.number;
      if (parts.count != nullptr && times_of(parts.count->amount, *parts.exact))
        whole.number *= parts.count->amount.number;
    } else if (parts.count != nullptr) {
      if (!front.number_given || (is_article(front) && parts.count->amount.number_given)) whole = parts.count->amount;
      unit = parts.count->unit;
    }
    if (parts.times != nullptr && !take_times(whole, unit, *parts.times)) return front;
    whole.rest = unit.empty() ? name_from(name) : unit + " " + name_from(name);
    const bool counted_in_brackets = !exact_counts && parts.count != nullptr && parts.count->unit.empty() &&
                                     parts.count->begin > 0 && text_[parts.count->begin - 1] == '(';
    if (counted_in_brackets) whole.rest = without_vessel(whole.rest);
    whole.rest_offset = name;
    return whole;
  }

  /// "small bowl of prunes (6)": six prunes, whatever they lie in.
  std::string without_vessel(const std::string& name) const {
    const auto words = text::words_of(std::string_view(name).substr(0, longest_amount));
    std::size_t units = 0;
    while (units < words.size() && units_.contains(words[units].text)) ++units;
    const bool vessel = units > 0 && units + 1 < words.size() && words[units].text == "of";
    return vessel ? name.substr(words[units + 1].offset) : name;
  }

  /// "coffee x2"; false for "3 coffees x2", which could be either.
  static bool take_times(Amount& whole, std::string& unit, const Part& times) {
    if (whole.number_given && !whole.measure && unit.empty() && whole.number != 1) return false;
    whole.number = whole.number_given ? whole.number * times.amount.number : times.amount.number;
    whole.number_given = true;
    if (unit.empty()) unit = times.unit;
    return true;
  }

  /// "2 cans of beer 330ml" are two of that size; "2 eggs 100g" weigh as much together.
  bool times_of(const Amount& count, const Part& size) const {
    if (!count.number_given || count.number == 1) return false;
    if (size.of_each || (count.number < 1 && says_whole_before(size.begin))) return true;
    if (quantity::dimension_of(*size.amount.measure) != Dimension::Volume) return false;
    const auto words = text::words_of(std::string_view(count.rest).substr(0, longest_amount));
    return !words.empty() && one_of(words.front().text, {"can", "bottle", "glass", "cup", "mug", "tin", "carton", "box",
                                                         "pouch", "sachet", "packet", "pack", "shot"});
  }

  /// "a beer 0.5": what stands behind says how much.
  bool is_article(const Amount& front) const {
    const std::string word = text::lowered(word_at(text_, 0));
    return front.number == 1 && !front.measure && (word == "a" || word == "an");
  }

  /// "2x hépar 0.5l"
  bool multiplies(const Amount& front) const {
    const std::size_t digits = std::min(text_.find_first_not_of("0123456789"), text_.size());
    const std::string_view sign = text_.substr(digits, 2);
    return front.number_given && digits > 0 && (sign == "x " || sign == "X " || sign == "* ");
  }

  /// "half a pizza (whole 350g)"
  bool says_whole_before(std::size_t at) const {
    const std::string_view before = text::without_trailing_spaces(text_.substr(0, at));
    return before.ends_with("whole") || before.ends_with("full");
  }

  /// What is left beside the amounts.
  std::string name_from(std::size_t begin) const {
    std::string name;
    const auto add = [&](std::size_t from, std::size_t to) {
      std::string_view piece = text_.substr(from, to - from);
      constexpr std::string_view around = " \t,()";
      const std::size_t first = piece.find_first_not_of(around);
      if (first == std::string_view::npos) return;
      piece = piece.substr(first, piece.find_last_not_of(around) - first + 1);
      name += (name.empty() ? "" : " ") + std::string(piece);
    };
    std::size_t at = begin;
    for (const Part& part : parts_) {
      add(at, std::max(part.begin, at));
      at = std::max(at, part.end);
    }
    add(at, text_.size());
    return name;
  }

  /// "rice 150", "h2o 300", "Kölsch 0.2": a number that is no count has the unit that such a number has.
  Amount settled(Amount amount) const {
    if (!amount.number_given || amount.measure || amount.rest.empty() || kind_ == FoodKind::Supplement) return amount;
    const auto words = text::words_of(std::string_view(amount.rest).substr(0, longest_amount));
    const bool counted = words.empty() || units_.contains(words.front().text);
    if (counted) return amount;
    const double most = kind_ == FoodKind::Drink ? 40 : most_pieces;
    const bool of_a_litre = kind_ == FoodKind::Drink && amount.number < 1 && amount.guessed.empty() &&
                            text_.find("0.") + text_.find("0,") != 2 * std::string_view::npos;
    if (amount.number > most) {
      amount.measure = kind_ == FoodKind::Drink ? Measure::Millilitre : Measure::Gram;
    } else if (of_a_litre && text_.find('/') == std::string_view::npos) {
      amount.measure = Measure::Litre;
    } else {
      return amount;
    }
    amount.guessed = quantity::format_number(amount.number);
    return amount;
  }

  const Piece& piece_;
  std::string_view text_;
  FoodKind kind_;
  OunceOf ounce_;
  const WordSet& units_;
  std::vector<Part> parts_;
  bool links_known_ = false;
  std::vector<std::size_t> behind_links_;  ///< where what follows a link begins
};

}  // namespace

Amount amount_before(const Piece& piece, FoodKind kind) {
  return piece.reading([&] { return quantity::parse_amount(piece.text(), ounce_of(kind)); });
}

Amount amount_in(const Piece& piece, FoodKind kind, const WordSet& units) {
  return piece.reading([&] { return AmountFinder(piece, kind, units).find(); });
}

bool says_amount_alone(const Piece& piece, FoodKind kind, const WordSet& units) {
  try {
    const Amount amount = amount_in(piece, kind, units);
    const auto words = text::words_of(amount.rest);
    return std::ranges::all_of(words, [&](const text::Word& word) {
      const std::string unit = unit_word(std::string_view(amount.rest).substr(word.offset, word.length));
      return one_of(word.text, {"of", "each", "per"}) || unit == "piece" || units.contains(word.text);
    });
  } catch (const InputError&) {
    return false;
  }
}

std::optional<std::string> nearest_unit_word(const WordSet& units, std::string_view misspelt) {
  const auto near = [&](std::string_view word) {
    return word.size() > 3 && text::spelling_distance(misspelt, word, 1) == 1;
  };
  const auto found = std::ranges::find_if(units, near);
  if (found == units.end()) return std::nullopt;
  return std::string(*found);
}

}  // namespace lytes::language

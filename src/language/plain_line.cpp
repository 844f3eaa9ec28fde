#include "plain_line.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "piece.hpp"

namespace lytes::language {

namespace {

/// A word between blanks, and where it stands in the line.
struct Spoken {
  std::string text;
  std::size_t begin;
  std::size_t end;
};

class LineReader {
 public:
  LineReader(const Vocabulary& vocabulary, const WordSet& units, std::string_view line, const FoodNames& foods)
      : vocabulary_(vocabulary), units_(units), line_(line), foods_(foods), plain_(line) {}

  PlainLine take() {
    part_at_slashes();
    part_at_full_stops();
    blank_heading();
    blank_name_before_brackets();
    blank_cooking_fat();
    bool first_piece = true;
    for (const Piece& piece : parts_at_commas(plain_)) {
      auto words = words_in(piece);
      const bool behind = !std::exchange(first_piece, false);
      const bool not_had = tells_not_had(words, 0) && !foods_.is_name(piece.text());  // not one's own "skip shake"
      const bool more_to_come = piece.offset + piece.length < plain_.size();
      if (not_had || (behind && tells_nothing_had(words)) || (more_to_come && tells_when_alone(words))) {
        blank_tail(words, 0);
        continue;
      }
      const std::size_t first = words_in_front(words);
      const bool is_own = first > 0 && foods_.is_name(piece.text());
      if (!is_own) blank(words, 0, first);
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(is_own ? 0 : first));
      blank_owner(words);
      blank_estimates(words);
      blank_links_of_sentences(words);
      blank_story(words);
    }
    return {std::move(plain_), std::move(story_)};
  }

 private:
  /// "salmon/potatoes/green beans" are three; "and/or" and "w/" are none.
  void part_at_slashes() {
    const auto letters_beside = [&](std::size_t at, int step) {
      std::size_t count = 0;
      for (std::size_t i = at + static_cast<std::size_t>(step); i < line_.size() && text::is_ascii_letter(line_[i]);
           i += static_cast<std::size_t>(step))
        ++count;
      return count;
    };
    for (std::size_t at = line_.find('/'); at != std::string_view::npos; at = line_.find('/', at + 1)) {
      if (letters_beside(at, -1) > 3 && letters_beside(at, 1) > 3) plain_[at] = ',';
    }
  }

  /// "water. one glass. finally" are three; "approx. 200 g" is one.
  void part_at_full_stops() {
    constexpr std::size_t shortest_word = 4;
    for (std::size_t at = plain_.find(". "); at != std::string::npos; at = plain_.find(". ", at + 1)) {
      std::size_t begin = at;
      while (begin > 0 && text::is_ascii_letter(plain_[begin - 1])) --begin;
      const std::string word = text::lowered(std::string_view(plain_).substr(begin, at - begin));
      const bool short_for_more =
          word.size() < shortest_word || vocabulary_.words("estimate").contains(word) || quantity::measure_named(word);
      if (!short_for_more) plain_[at] = ',';
    }
  }

  /// "smoothie: 1 banana, 1 cup spinach", "omelette made with 3 eggs and spinach": behind it stands what it is made of.
  void blank_heading() {
    for (const std::string_view mark : {": ", " - ", " made with ", " made from ", " made of ", " with "}) {
      const std::size_t begin = line_.find(mark);
      if (begin == std::string_view::npos || std::ranges::any_of(line_.substr(0, begin), text::is_digit)) continue;
      const std::string_view dish = line_.substr(0, begin);
      if (vocabulary_.words("meal word").contains(text::lowered(dish))) return;  // its words go by themselves
      const std::string_view parts = line_.substr(begin + mark.size());
      if (!tells_parts(mark, dish, parts) || !lists_parts(parts) || !names_food(parts)) continue;
      const bool no_dish = mark == ": " && !speaks_of_food(dish);  // "tray lunch: turkey, mash"
      const bool poured = mark == ": " && is_blended(dish);
      if (!no_dish && !poured && std::ranges::none_of(parts, text::is_digit)) continue;
      story_ = text::trimmed(dish);
      std::fill_n(plain_.begin(), begin + mark.size(), ' ');
      return;
    }
  }

  /// Whether behind a mark stands what the dish is made of, and not what is beside it.
  bool tells_parts(std::string_view mark, std::string_view dish, std::string_view parts) const {
    if (mark == ": ") return true;
    if (mark == " - ") return is_made_of_any(dish);  // "greek salad - 100g cucumber, 50g feta"
    if (mark == " with ") {                          // "sandwich with 2 slices of bread and butter"
      return is_made_of_any(dish) && !foods_.is_name(dish) && !parts.empty() && text::is_digit(parts.front());
    }
    return measures_each(parts);  // "made with 3 eggs and spinach": how much spinach?
  }

  /// A dish that may be of anything: "my usual sandwich".
  bool is_made_of_any(std::string_view dish) const {
    const auto words = text::words_of(dish);
    return !words.empty() && vocabulary_.words("made of").contains(words.back().text);
  }

  /// "smoothie": all that is in it is named.
  static bool is_blended(std::string_view dish) {
    const auto words = text::words_of(dish);
    return !words.empty() && text::is_one_of(words.back().text, "smoothie|smoothy|shake|milkshake|juice");
  }

  /// Whether a food goes by one or two of the words.
  bool names_any(std::string_view words) const {
    const auto each = words_in({words, 0, words.size()});
    for (std::size_t i = 0; i < each.size(); ++i) {
      for (std::size_t last = i; last < std::min(i + 2, each.size()); ++last) {
        if (foods_.is_name(words.substr(each[i].begin, each[last].end - each[i].begin))) return true;
      }
    }
    return false;
  }

  /// Whether a word stands in any food's name, beside the names of meals: "soup", which no one food is called.
  bool speaks_of_food(std::string_view words) const {
    return std::ranges::any_of(text::words_of(words), [&](const text::Word& word) {
      return foods_.is_word(word.text) && !vocabulary_.words("meal word").contains(word.text);
    });
  }

  /// "3 eggs and 30g spinach"
  bool measures_each(std::string_view parts) const {
    const Piece whole{parts, 0, parts.size()};
    const auto each = parts_at(whole, {"and ", "& ", "+ "});
    return std::ranges::all_of(each, [&](const Piece& part) {
      const auto words = text::words_of(part.text());
      return !words.empty() &&
             (text::is_digit(words.front().text.front()) || vocabulary_.words("number").contains(words.front().text));
    });
  }

  /// "2 bananas, 300ml milk", "2 bananas 300ml milk", "3 eggs and 30g spinach"
  static bool lists_parts(std::string_view parts) {
    for (const std::string_view joint : {",", " + ", " and ", " & "}) {
      if (parts.find(joint) != std::string_view::npos) return true;
    }
    int numbers = 0;
    for (const auto& word : text::words_of(parts)) numbers += text::is_digit(word.text.front()) ? 1 : 0;
    return numbers > 1;
  }

  /// "2 eggs fried in olive oil": what it was fried in stays a note, for nobody knows how much of it was eaten. What no
  /// table knows as fried is taken as it is.
  void blank_cooking_fat() {
    auto words = words_in({line_, 0, line_.size()});
    const WordSet& states = vocabulary_.words("cooked in");
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
      if (!states.contains(words[i].text) || words[i + 1].text != "in") continue;
      const std::size_t fat = end_of_fat(words, i + 2);
      if (fat == 0) continue;
      if (words[fat - 1].text.ends_with(',') || words[fat - 1].text.ends_with(';')) --words[fat - 1].end;
      const bool known = i > 0 && foods_.is_name(words[i].text + " " + words[i - 1].text);
      story_ +=
          (story_.empty() ? "" : "; ") + std::string(line_.substr(words[i].begin, words[fat - 1].end - words[i].begin));
      blank(words, known ? i + 1 : i, fat);
      i = fat - 1;
    }
  }

  /// Behind "butter" or "a little olive oil"; 0 where no fat is named, or how much of it.
  std::size_t end_of_fat(const std::vector<Spoken>& words, std::size_t from) const {
    constexpr std::size_t most_words = 4;
    for (std::size_t i = from; i < std::min(from + most_words, words.size()); ++i) {
      if (text::is_digit(words[i].text.front())) return 0;
      std::string_view word = words[i].text;
      while (word.ends_with(',') || word.ends_with(';')) word.remove_suffix(1);
      if (vocabulary_.words("cooking fat").contains(word)) return i + 1;
    }
    return 0;
  }

  /// "overnight oats (40g oats, 150ml milk)": in brackets stands what it is made of.
  void blank_name_before_brackets() {
    const std::size_t open = plain_.find('(');
    const std::size_t close = open == std::string::npos ? open : plain_.find(')', open);
    if (close == std::string::npos || open == 0) return;
    const std::string parts = plain_.substr(open + 1, close - open - 1);
    const std::size_t comma = parts.find_first_of(",+");
    const bool several = comma != std::string::npos && names_food(parts) && names_food(parts.substr(comma + 1));
    if (!several) return;
    const bool measured = std::ranges::any_of(parts.substr(0, comma), text::is_digit) &&
                          std::ranges::any_of(parts.substr(comma), text::is_digit);
    const std::size_t before = plain_.find_last_of(",;", open);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::string_view name = std::string_view(plain_).substr(begin, open - begin);
    const auto words = text::words_of(name);
    const bool made_of = !words.empty() && vocabulary_.words("made of").contains(words.back().text);
    if (!measured && !made_of) return;
    if (std::ranges::any_of(name, text::is_digit)) return;  // "2 bowls of muesli (...)": how much of each?
    story_ = text::trimmed(name);
    std::fill(plain_.begin() + static_cast<std::ptrdiff_t>(begin),
              plain_.begin() + static_cast<std::ptrdiff_t>(open) + 1, ' ');
    plain_[close] = ' ';
  }

  /// Whether what stands first names a food, too, and is not the amount of the one before: "coffee: 2 cups, 30ml milk".
  bool names_food(std::string_view parts) const {
    const auto words = text::words_of(parts.substr(0, parts.find_first_of(",+")));
    const WordSet& numbers = vocabulary_.words("number");
    return std::ranges::any_of(words, [&](const text::Word& word) {
      return !text::is_digit(word.text.front()) && !numbers.contains(word.text) && !is_unit(word.text) &&
             !quantity::measure_named(word.text);
    });
  }

  static std::vector<Spoken> words_in(const Piece& piece) {
    std::vector<Spoken> words;
    const std::string_view text = piece.text();
    for (std::size_t at = text::skip_spaces(text, 0); at < text.size(); at = text::skip_spaces(text, at)) {
      const std::size_t begin = at;
      while (at < text.size() && text::space_length(text, at) == 0) ++at;
      words.push_back({text::lowered(text.substr(begin, at - begin)), piece.offset + begin, piece.offset + at});
    }
    return words;
  }

  void blank(const std::vector<Spoken>& words, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      std::fill(plain_.begin() + static_cast<std::ptrdiff_t>(words[i].begin),
                plain_.begin() + static_cast<std::ptrdiff_t>(words[i].end), ' ');
    }
  }

  /// "lunch: ", "dinner was", "breakfast I had"
  bool names_meal(const std::vector<Spoken>& words) const {
    std::string_view meal = words[0].text;
    const bool marked = meal.ends_with(':');
    if (marked) meal.remove_suffix(1);
    constexpr std::array<std::string_view, 7> after = {"was", "is", "-", ":", "=", "i", "we"};
    return vocabulary_.words("meal word").contains(meal) &&
           (marked || std::ranges::find(after, words[1].text) != after.end());
  }

  /// "- ", "lunch was", "I think I had": how many words before what was had.
  std::size_t words_in_front(const std::vector<Spoken>& words) const {
    const WordSet& starts = vocabulary_.words("sentence start");
    const WordSet& sellers = vocabulary_.words("seller");  // "starbucks grande latte"
    std::size_t first = 0;
    const auto is_start = [&](std::string_view word) {
      while (word.size() > 1 && (word.back() == ':' || word.back() == ',')) word.remove_suffix(1);
      if (sellers.contains(word) || text::is_one_of(word, "1st|2nd|3rd|4th|5th|6th|first|second")) return true;
      return word == "-" || word == "*" || word == "\u2022" || word == ":" || starts.contains(word);
    };
    if (words.size() > 1 && names_meal(words)) first = 1;
    if (logs_late(words, first) && first + 3 < words.size()) first += 3;
    while (first + 1 < words.size() && is_start(words[first].text)) ++first;
    const bool bounds = first + 2 < words.size() && words[first].text == "at" &&
                        text::is_one_of(words[first + 1].text, "least|most");  // "at least 3 eggs"
    return bounds ? first + 2 : first;
  }

  /// "half a chipotle burrito", "2 of my magnesium tablets": whose it is, behind an amount.
  void blank_owner(std::vector<Spoken>& words) {
    const auto is_amount = [&](const Spoken& word) {
      return text::is_digit(word.text.front()) || word.text == "of" || is_unit(word.text) ||
             vocabulary_.words("number").contains(word.text);
    };
    std::size_t at = 0;
    while (at < words.size() && is_amount(words[at])) ++at;
    if (at == 0 || at + 1 >= words.size()) return;
    const bool whose = vocabulary_.words("whose").contains(words[at].text);
    if (!whose && !vocabulary_.words("seller").contains(words[at].text)) return;
    if (whose && at + 2 == words.size() && is_unit(words[at + 1].text)) return;  // "2 of my tablets"
    if (foods_.is_name(line_.substr(words[at].begin, words.back().end - words[at].begin))) return;
    const bool of_them = whose && at > 1 && words[at - 1].text == "of" && !is_unit(words[at - 2].text);
    const std::size_t from = of_them ? at - 1 : at;
    blank(words, from, at + 1);
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }

  /// "maybe 300 ml", "a heaped tablespoon": words that make an amount no other one.
  void blank_estimates(const std::vector<Spoken>& words) {
    const WordSet& estimates = vocabulary_.words("estimate");
    const WordSet& heaped = vocabulary_.words("heaped");
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::string& next = words[i + 1].text;
      const bool number_follows =
          text::is_digit(next.front()) || estimates.contains(next) || vocabulary_.words("number").contains(next);
      const bool estimate = estimates.contains(words[i].text) && number_follows;
      const bool unit_follows = heaped.contains(words[i].text) && is_unit(next);
      if (estimate || unit_follows) blank(words, i, i + 1);
      const bool heap_of = next == "of" && i + 2 < words.size() && text::is_digit(words[i + 2].text.front()) &&
                           !words[i + 2].text.ends_with('%') && !is_unit(words[i].text);
      if (heap_of) blank(words, i, i + 2);  // "stack of 3 pancakes"
    }
  }

  /// "a banana and I had two eggs": the words behind "and" that begin a sentence.
  void blank_links_of_sentences(const std::vector<Spoken>& words) {
    const WordSet& starts = vocabulary_.words("sentence start");
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
      if (words[i].text != "and" || (words[i + 1].text != "i" && words[i + 1].text != "we")) continue;
      std::size_t last = i + 1;
      while (last + 1 < words.size() && starts.contains(words[last].text)) ++last;
      blank(words, i + 1, last);
    }
  }

  bool is_unit(std::string_view word) const {
    const auto singular = text::words_of(word);
    return singular.size() == 1 &&
           (units_.contains(singular.front().text) || vocabulary_.words("measure").contains(singular.front().text));
  }

  void blank_tail(const std::vector<Spoken>& words, std::size_t from) { blank_tail(words, from, words.size()); }

  void blank_tail(const std::vector<Spoken>& words, std::size_t from, std::size_t end) {
    story_ += (story_.empty() ? "" : "; ") +
              std::string(line_.substr(words[from].begin, words[end - 1].end - words[from].begin));
    blank(words, from, end);
  }

  /// "with my mum", "with friends"
  bool names_company(const std::vector<Spoken>& words, std::size_t at) const {
    if (words[at].text != "with" || at + 1 >= words.size()) return false;
    const bool whose = text::is_one_of(words[at + 1].text, "my|the|a|our|some") && at + 2 < words.size();
    const std::size_t who = at + (whose ? 2 : 1);
    return who + 1 == words.size() && vocabulary_.words("sign other people").contains(words[who].text);
  }

  /// "after mowing the lawn", "before gardening"
  static bool names_doing(const std::vector<Spoken>& words, std::size_t at) {
    return text::is_one_of(words[at].text, "after|before") && at + 1 < words.size() &&
           words[at + 1].text.ends_with("ing");
  }

  /// "from the chippy", "at footy", "that nobody else ate": what a small word begins and names no food.
  bool leads_away(const std::vector<Spoken>& words, std::size_t at, std::size_t end) const {
    if (at + 1 >= end) return false;
    const std::string_view tail(line_.substr(words[at].end, words[end - 1].end - words[at].end));
    if (std::ranges::any_of(tail, text::is_digit)) return false;
    const auto size = [&](const Spoken& word) { return is_unit(word.text); };  // "chips from the chippy small"
    return std::none_of(words.begin() + static_cast<std::ptrdiff_t>(at),
                        words.begin() + static_cast<std::ptrdiff_t>(end), size) &&
           !names_any(tail);
  }

  /// Where what is told next begins: "from mcdonalds no pickles", "after run + half a banana". `at` where it is far.
  std::size_t end_of_tail(const std::vector<Spoken>& words, std::size_t at) const {
    constexpr std::size_t most_words = 8;
    for (std::size_t end = at + 1; end <= at + most_words; ++end) {
      if (end == words.size() || vocabulary_.words("without").contains(words[end].text) ||
          text::is_one_of(words[end].text, "+|and|&|plus|then|with"))
        return end;
    }
    return at;
  }

  bool tail_begins(const std::vector<Spoken>& words, std::size_t at) const {
    const bool place = vocabulary_.words("tail start").contains(words[at].text);
    const bool indoors = text::is_one_of(words[at].text, "in|on") && at + 2 < words.size() &&
                         text::is_one_of(words[at + 1].text, "the|my|front");
    return place || indoors;
  }

  /// "forgot to log 500 ml of water": it was had.
  bool logs_late(const std::vector<Spoken>& words, std::size_t at) const {
    return at + 2 < words.size() && vocabulary_.words("not had").contains(words[at].text) &&
           words[at + 1].text == "to" && vocabulary_.words("logging verb").contains(words[at + 2].text);
  }

  /// "forgot the potassium", "didn't take my magnesium": of a thing that was not had. With a number in it, it may be.
  bool tells_not_had(const std::vector<Spoken>& words, std::size_t at) const {
    const auto said = [&](std::size_t word) { return word < words.size() ? std::string_view(words[word].text) : ""; };
    if (said(at) == "i" || said(at) == "but" || said(at) == "and") ++at;
    if (said(at + 1).empty() || logs_late(words, at) || !vocabulary_.words("not had").contains(said(at))) return false;
    const std::size_t begin = words[at].begin;
    return std::ranges::none_of(line_.substr(begin, words.back().end - begin), text::is_digit);
  }

  /// "during my afternoon break", "after a long run": what stands in front and names nothing that was had.
  bool tells_when_alone(const std::vector<Spoken>& words) const {
    if (words.size() < 2 || !text::is_one_of(words.front().text, "during|while|whilst|after|before")) return false;
    const std::string_view told(line_.substr(words[1].begin, words.back().end - words[1].begin));
    if (std::ranges::any_of(told, text::is_digit)) return false;
    return vocabulary_.words("occasion").contains(words.back().text) || !speaks_of_food(told);
  }

  /// "finally", "couldnt be bothered with the rest": what stands behind a comma and names nothing that was had.
  bool tells_nothing_had(const std::vector<Spoken>& words) const {
    const auto bare = [](std::string_view word) {
      while (!word.empty() && std::string_view(".!?").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
      return word;
    };
    const WordSet& remarks = vocabulary_.words("remark behind");
    const bool remark = !words.empty() && std::ranges::all_of(words, [&](const Spoken& word) {
      return remarks.contains(bare(word.text)) || vocabulary_.words("left over").contains(bare(word.text)) ||
             vocabulary_.words("sentence end").contains(bare(word.text));
    });
    if (remark) return true;
    if (words.size() < 2 || !vocabulary_.words("telling verb").contains(words.front().text)) return false;
    const std::string_view clause(line_.substr(words.front().begin, words.back().end - words.front().begin));
    const std::string_view told = clause.substr(words[1].begin - words[0].begin);
    return std::ranges::none_of(clause, text::is_digit) && !speaks_of_food(told);
  }

  /// "3 tablets, 300 mg in total": then it is the dose's word, and says what the milligrams are of.
  static bool says_dose(const Spoken& word) {
    return std::ranges::any_of(std::initializer_list<std::string_view>{"mg", "mgs", "mcg", "ug", "mmol", "meq", "iu"},
                               [&](std::string_view unit) { return word.text.ends_with(unit); });
  }

  /// "... while reading", "... on the way to work": where it was had, and at what.
  void blank_story(const std::vector<Spoken>& words) {
    const WordSet& tails = vocabulary_.words("story tail");
    if (words.size() > 1 && vocabulary_.words("remark behind").contains(words.back().text) &&
        !foods_.is_name(line_.substr(words.front().begin, words.back().end - words.front().begin)))
      return blank_tail(words, words.size() - 1);  // "dry toast nausea"
    for (std::size_t i = 1; i < words.size(); ++i) {
      const bool links = text::is_one_of(words[i].text, "but|and");
      if (names_company(words, i) || names_doing(words, i) || (links && tells_not_had(words, i)))
        return blank_tail(words, i);
      const std::size_t end = tail_begins(words, i) ? end_of_tail(words, i) : i;
      if (leads_away(words, i, end)) return blank_tail(words, i, end);
      std::string phrase = words[i].text;
      for (std::size_t last = i; last < std::min(i + 3, words.size()); ++last) {
        if (last > i) phrase += " " + words[last].text;
        if (!tails.contains(phrase) || (phrase == "in total" && says_dose(words[i - 1]))) continue;
        const bool says_nothing = last + 1 == words.size() && vocabulary_.words("empty tail").contains(phrase);
        if (says_nothing) return blank(words, i, words.size());
        return blank_tail(words, i);
      }
    }
  }

  const Vocabulary& vocabulary_;
  const WordSet& units_;
  std::string_view line_;
  const FoodNames& foods_;
  std::string plain_;
  std::string story_;
};

}  // namespace

PlainLine plain_line(const Vocabulary& vocabulary, const WordSet& units, std::string_view line,
                     const FoodNames& foods) {
  return LineReader(vocabulary, units, line, foods).take();
}

}  // namespace lytes::language

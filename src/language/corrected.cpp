#include "corrected.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "lytes/errors.hpp"
#include "lytes/quantity/units.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"
#include "plain_words.hpp"

namespace lytes::language {

namespace {

using Words = std::vector<PlainWord>;

/// Reads what a line says and takes back.
class Corrector {
 public:
  Corrector(const Vocabulary& vocabulary, std::string_view line)
      : vocabulary_(vocabulary), line_(line), words_(plain_words_of(line)) {}

  std::string corrected() const {
    const WordSet& starts = vocabulary_.words("correction start");
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (!starts.contains(bare(words_[i].text))) continue;
      if (const std::size_t end = amount_denied(i); end > 0) return without(words_[i].begin, words_[end - 1].end);
      if (const std::size_t right = correction_at(i); right > 0) return with_right(i, right);
    }
    return std::string(line_);
  }

 private:
  bool parted_behind(std::size_t i) const {
    return i + 1 == words_.size() || words_[i].text.size() != words_[i].end - words_[i].begin ||
           text::is_one_of(words_[i + 1].text, "-|\u2013|for|at|with|and|yesterday|today");
  }

  bool is_figure(std::size_t i) const { return i < words_.size() && text::is_digit(bare(words_[i].text).front()); }

  static std::string_view bare(std::string_view word) {
    while (word.size() > 1 && (word.front() == '(' || word.front() == '~')) word.remove_prefix(1);
    while (word.size() > 1 && word.back() == ')') word.remove_suffix(1);
    return word;
  }

  bool is_number(std::size_t i) const {
    return is_figure(i) || (i < words_.size() && vocabulary_.words("number").contains(bare(words_[i].text)));
  }

  bool is_unit(std::size_t i) const {
    if (i >= words_.size()) return false;
    const auto word = text::words_of(bare(words_[i].text));
    return word.size() == 1 &&
           (quantity::measure_named(word.front().text) || vocabulary_.words("unit").contains(word.front().text));
  }

  /// Behind the number at `i` and its unit.
  std::size_t end_of_amount(std::size_t i) const { return !is_figure(i) || !is_unit(i + 1) ? i + 1 : i + 2; }

  /// "not 3", "(not 400)", "instead of 2": where it ends; 0 where it says no such thing.
  std::size_t amount_denied(std::size_t i) const {
    const std::string_view word = bare(words_[i].text);
    const bool instead = word == "instead" && i + 1 < words_.size() && words_[i + 1].text == "of";
    if (word != "not" && !instead) return 0;
    const std::size_t number = i + (instead ? 2 : 1);
    if (!is_number(number) || text::is_one_of(words_[number].text, "a|an|some|few")) return 0;
    const std::size_t end = end_of_amount(number);
    return parted_behind(end - 1) ? end : 0;
  }

  /// Where what is right begins behind words that take something back, such as "no wait"; 0 where none do.
  std::size_t correction_at(std::size_t i) const {
    const WordSet& corrections = vocabulary_.words("correction");
    const bool apart = words_[i - 1].text.size() != words_[i - 1].end - words_[i - 1].begin ||
                       text::is_one_of(words_[i - 1].text, "-|\u2013");
    for (std::size_t count = std::min<std::size_t>(3, words_.size() - i); count > 0; --count) {
      if (i + count == words_.size()) continue;
      std::string said;
      for (std::size_t k = i; k < i + count; ++k) said += (said.empty() ? "" : " ") + words_[k].text;
      if (corrections.contains(said)) return i + count;
      if (apart && vocabulary_.words("correction apart").contains(said) && names_another(i + count)) return i + count;
    }
    const bool between_figures = words_[i].text == "no" && is_figure(i - 1) && is_figure(i + 1);  // "6/10 no 7/10"
    return between_figures ? i + 1 : 0;
  }

  /// "3", "a pear", "right calf", but not "chest pain" of what is denied
  bool names_another(std::size_t i) const {
    if (i + 1 < words_.size() && vocabulary_.words("pain word").contains(words_[i + 1].text)) return false;
    return is_number(i) || words_[i].text == "the" ||
           vocabulary_.body_parts().kind_of(words_[i].text) != BodyWord::None;
  }

  /// The only number before the word at `end`; nothing where there are more or none.
  std::optional<std::size_t> only_number_before(std::size_t end) const {
    std::optional<std::size_t> only;
    for (std::size_t i = 0; i < end; ++i) {
      if (!is_figure(i) && !(is_number(i) && !text::is_one_of(words_[i].text, "a|an|some"))) continue;
      if (only) return std::nullopt;
      only = i;
    }
    return only;
  }

  /// @param mark the first word that takes something back
  /// @param right the first word of what is right
  std::string with_right(std::size_t mark, std::size_t right) const {
    const auto wrong = only_number_before(mark);
    const std::size_t end = is_number(right) ? end_of_amount(right) : right;
    const bool unit_fits = wrong && (end == right + 1 || end_of_amount(*wrong) == *wrong + 2);
    const bool amount = end > right && wrong && unit_fits;
    if (!amount) {
      throw InputError("which of the two is right?", std::string(line_), words_[mark].begin,
                       "the line once more with what is right alone");
    }
    const std::size_t wrong_end = end == right + 1 ? *wrong + 1 : end_of_amount(*wrong);
    std::string line(line_.substr(0, words_[*wrong].begin));
    line +=
        line_.substr(words_[right].begin, words_[end - 1].text.size() + words_[end - 1].begin - words_[right].begin);
    const std::string_view between =
        line_.substr(words_[wrong_end - 1].end, words_[mark - 1].end - words_[wrong_end - 1].end);
    line += between.substr(0, between.find_last_not_of(" ,-\u2013(") + 1);
    line += line_.substr(words_[end - 1].begin + words_[end - 1].text.size());
    return line;
  }

  std::string without(std::size_t from, std::size_t to) const {
    std::string line(text::without_trailing_spaces(line_.substr(0, from)));
    while (!line.empty() && (line.back() == ',' || line.back() == '(' || line.back() == ' ')) line.pop_back();
    return line + std::string(line_.substr(to));
  }

  const Vocabulary& vocabulary_;
  std::string_view line_;
  Words words_;
};

}  // namespace

std::string corrected(const Vocabulary& vocabulary, std::string_view line) {
  return Corrector(vocabulary, line).corrected();
}

}  // namespace lytes::language

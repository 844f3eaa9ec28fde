#include <algorithm>
#include <string>

#include "food_context.hpp"
#include "lytes/text/letters.hpp"

namespace lytes::language {

namespace {

using text::Word;

constexpr std::size_t longest_medicine = 200;  // bytes of name, dose and what is said beside
constexpr std::size_t longest_name = 4;        // words

/// A medicine in the words of a piece: from `first` up to `last`.
struct NamePlace {
  std::size_t first;
  std::size_t last;
};

std::optional<NamePlace> name_in(const std::vector<Word>& words, const WordSet& medicines) {
  for (std::size_t count = std::min(longest_name, words.size()); count > 0; --count) {
    for (std::size_t first = 0; first + count <= words.size(); ++first) {
      const auto begin = words.begin() + static_cast<std::ptrdiff_t>(first);
      if (medicines.contains(text::key_of({begin, begin + static_cast<std::ptrdiff_t>(count)})))
        return NamePlace{first, first + count};
    }
  }
  return std::nullopt;
}

/// "extra strength" before it and "retard" behind it belong to the name.
void take_forms(const std::vector<Word>& words, const WordSet& forms, NamePlace& name) {
  while (name.first > 0 && forms.contains(words[name.first - 1].text)) --name.first;
  while (name.last < words.size() && forms.contains(words[name.last].text)) ++name.last;
}

/// Where what is said beside it begins: "with breakfast", "for my back", "before bed".
std::size_t story_from(const std::vector<Word>& words, std::size_t behind) {
  for (std::size_t i = behind; i < words.size(); ++i) {
    if (one_of(words[i].text, {"with",   "for",    "before", "after", "because", "due",   "against", "on",    "in",
                               "during", "didn't", "didnt",  "did",   "helped",  "helps", "worked",  "works", "made",
                               "still",  "again",  "no",     "not",   "but",     "so",    "then",    "today", "to"}))
      return i;
  }
  return words.size();
}

/// "400mg" as "400 mg", without blanks and signs around.
std::string tidy(std::string_view said) {
  std::string tidied;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const bool unit_begins = i > 0 && text::is_digit(said[i - 1]) && text::is_ascii_letter(said[i]) && said[i] != 'x';
    if (unit_begins) tidied += ' ';
    if (said[i] != ' ' || (!tidied.empty() && tidied.back() != ' ')) tidied += said[i];
  }
  constexpr std::string_view around = " ,;:()";
  const std::size_t first = std::min(tidied.find_first_not_of(around), tidied.size());
  return tidied.substr(first, tidied.find_last_not_of(around) + 1 - first);
}

class MedicineReader {
 public:
  MedicineReader(const FoodContext& context, const Piece& piece)
      : vocabulary_(context.speaker().vocabulary()), piece_(piece), words_(text::words_of(piece.text())) {}

  std::optional<Read> read(const FoodContext& context) {
    auto name = name_in(words_, vocabulary_.words("medicine"));
    if (!name || context.finder().called(typed(*name))) return std::nullopt;
    take_forms(words_, vocabulary_.words("medicine form"), *name);
    const std::size_t story = story_from(words_, name->last);
    const NamePlace before{0, name->first};
    const NamePlace behind{name->last, story};
    if (!says_dose(before) || !says_dose(behind)) return std::nullopt;
    Read read{};
    read.serving.is_medicine = true;
    read.serving.kind = foods::FoodKind::Supplement;
    read.serving.description = text::lowered(typed(*name));
    read.serving.amount = dose(before, behind);
    read.serving.said = piece_.text();
    read.aside = typed({story, words_.size()});
    return read;
  }

 private:
  std::string typed(NamePlace part) const {
    if (part.first >= part.last) return {};
    const std::size_t begin = words_[part.first].offset;
    const std::size_t end = words_[part.last - 1].offset + words_[part.last - 1].length;
    return std::string(piece_.text().substr(begin, end - begin));
  }

  bool is_filler(const Word& word) const { return one_of(word.text, {"of", "my", "the", "some", "took", "more"}); }

  bool says_dose(NamePlace part) const {
    const WordSet& units = vocabulary_.words("medicine dose");
    const WordSet& numbers = vocabulary_.words("number");
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(part.first),
                       words_.begin() + static_cast<std::ptrdiff_t>(part.last), [&](const Word& word) {
                         const bool times =
                             word.text.size() > 1 && word.text.front() == 'x' && text::is_digit(word.text[1]);
                         return text::is_digit(word.text.front()) || times || is_filler(word) ||
                                units.contains(word.text) || numbers.contains(word.text);
                       });
  }

  /// "2" and "500 mg" of "2 paracetamol 500 mg", as they were typed.
  std::string dose(NamePlace before, NamePlace behind) const {
    while (before.first < before.last && is_filler(words_[before.first])) ++before.first;
    while (before.first < before.last && is_filler(words_[before.last - 1])) --before.last;
    const std::string front = tidy(said(before));
    const std::string back = tidy(said(behind));
    return front.empty() || back.empty() ? front + back : front + ", " + back;
  }

  /// With the signs between the words, such as the point of "2.5".
  std::string said(NamePlace part) const {
    std::string text = typed(part);
    for (const std::string_view one : {"a", "an"}) {
      if (text::lowered(text) == one) text = "1";
    }
    return text;
  }

  const Vocabulary& vocabulary_;
  const Piece& piece_;
  std::vector<Word> words_;
};

}  // namespace

std::optional<Read> read_medicine(const FoodContext& context, const Piece& piece) {
  if (piece.length > longest_medicine) return std::nullopt;
  return MedicineReader(context, piece).read(context);
}

}  // namespace lytes::language

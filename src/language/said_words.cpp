#include "said_words.hpp"

#include <algorithm>
#include <string_view>

#include "lytes/foods/catalogue.hpp"
#include "lytes/foods/finder.hpp"
#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {

namespace {

std::string with_single_blanks(std::string_view words) {
  std::string text;
  for (std::size_t at = text::skip_spaces(words, 0); at < words.size(); at = text::skip_spaces(words, at)) {
    const std::size_t begin = at;
    while (at < words.size() && text::space_length(words, at) == 0) ++at;
    text += (text.empty() ? "" : " ") + std::string(words.substr(begin, at - begin));
  }
  return text;
}

/// The word that says what it is: "rice" of "150g boiled rice with peas", "salmon" of "salmon, grilled".
std::string main_word_of(const Vocabulary& vocabulary, std::string_view said) {
  std::string main;
  for (const auto& word : text::words_of(said.substr(0, said.find('(')))) {
    const bool goes_on = word.text == "with" || word.text == "in" || word.text == "on" || word.text == "from" ||
                         word.text == "for" || vocabulary.words("without").contains(word.text);
    if (goes_on && !main.empty()) break;
    const bool names =
        !text::is_digit(word.text.front()) && !vocabulary.words("number").contains(word.text) &&
        !vocabulary.words("unit").contains(word.text) && !vocabulary.words("measure").contains(word.text) &&
        !vocabulary.words("food state").contains(word.text) && !vocabulary.words("preparation").contains(word.text);
    if (names) main = word.text;
  }
  return main;
}

/// Up to its second comma: "Cheese, cheddar" of "Cheese, cheddar, sharp, sliced".
std::string_view main_part_of(std::string_view name) {
  const std::size_t first = name.find(',');
  return first == std::string_view::npos ? name : name.substr(0, name.find(',', first + 1));
}

/// Whether the word is what people call this very food, and one of what they call it so stands in its name: "porridge"
/// is "Cereals, oats, cooked with water", for that is "cooked oats", too.
bool is_everyday_word(const foods::Catalogue& catalogue, const std::string& word, const foods::Serving& serving) {
  for (const auto& title : catalogue.titled(word)) {
    if (!title.everyday || title.ref != serving.ref) continue;
    const auto food = catalogue.find(title.ref, title.everyday);
    return food && std::ranges::any_of(food->everyday_words, [&](const std::string& words) {
             return foods::Finder::fits(serving.description, words);
           });
  }
  return false;
}

}  // namespace

SaidWords said_words(const Vocabulary& vocabulary, const foods::Catalogue& catalogue, const foods::Serving& serving) {
  SaidWords said{with_single_blanks(serving.said)};
  const std::string main = main_word_of(vocabulary, said.words);
  said.is_named_so = main.empty() || foods::Finder::fits(main_part_of(serving.description), main) ||
                     is_everyday_word(catalogue, main, serving);
  return said;
}

}  // namespace lytes::language

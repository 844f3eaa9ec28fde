#include "sign_words.hpp"

#include <utility>

#include "lytes/text/letters.hpp"
#include "lytes/text/words.hpp"

namespace lytes::language {
namespace {

/// "can't", "cannot" and "unable to" as "cant", "can not" as one word.
void add_word(std::vector<SignWord>& words, SignWord word) {
  if (text::is_one_of(word.text, "cannot|couldnt|couldn|unable")) word.text = "cant";
  const bool split =
      !words.empty() && !word.after_break && word.text == "not" && text::is_one_of(words.back().text, "can|could");
  if (!split) return words.push_back(std::move(word));
  words.back().text = "cant";
  words.back().end = word.end;
}

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }

/// Commas, semicolons, "+" and their like part what belongs to one sign from what does not.
bool breaks(char32_t code) {
  return code < 0x80 && std::string_view(",;.!?()+&:").find(static_cast<char>(code)) != std::string_view::npos;
}

}  // namespace

std::vector<SignWord> sign_words_of(std::string_view text) {
  std::vector<SignWord> words;
  bool broken = false;
  SignWord word;
  std::size_t at = 0;
  const auto close = [&] {
    if (word.text.empty()) return;
    word.text = text::lowered(word.text);
    add_word(words, std::exchange(word, {}));
  };
  text::each_character(text, [&](const text::Character& character, std::string_view bytes) {
    const bool letter = !text::is_ascii(bytes[0]) || text::is_digit(bytes[0]) || text::is_ascii_letter(bytes[0]);
    if (letter && !is_apostrophe(character.code)) {
      if (word.text.empty()) {
        word.begin = at;
        word.after_break = std::exchange(broken, false);
      }
      word.text += bytes;
      word.end = at + bytes.size();
    } else if (!is_apostrophe(character.code)) {
      close();
      broken = broken || breaks(character.code);
    }
    at += bytes.size();
  });
  close();
  return words;
}

}  // namespace lytes::language

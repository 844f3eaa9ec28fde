#include "lytes/text/words.hpp"

#include <algorithm>
#include <array>

#include "lytes/text/letters.hpp"

namespace lytes::text {

namespace {

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x2BC; }

/// General punctuation and spaces part words, other signs beyond ASCII do not.
bool belongs_to_word(const Character& character) {
  const char32_t code = character.code;
  if (code >= 0x80) return (code < 0x2000 || code > 0x206F) && code != 0xA0;
  const char c = static_cast<char>(code);
  return is_digit(c) || is_ascii_letter(c) || c == '%';
}

void make_singular(std::string& word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> irregular = {
      {{"leaves", "leaf"}, {"halves", "half"}, {"loaves", "loaf"}, {"calves", "calf"}}};
  for (const auto& [many, one] : irregular) {
    if (word == many) {
      word = one;
      return;
    }
  }
  const auto ends = [&](std::string_view tail) { return word.size() > tail.size() + 1 && word.ends_with(tail); };
  const auto drop = [&](std::size_t n) { word.resize(word.size() - n); };
  if (word.size() > 3 && word.ends_with('s') && !ends("ss") && !ends("us") && !ends("sis")) {
    drop(ends("sses") || ends("xes") || ends("zes") || ends("ches") || ends("shes") || ends("oes") ? 2 : 1);
  }
  if (word.size() > 3 && word.ends_with("ie")) {
    drop(2);
    word += 'y';
  } else if (word.size() > 4 && word.ends_with("che")) {
    drop(1);
  }
}

}  // namespace

std::vector<Word> words_of(std::string_view phrase) {
  std::vector<Word> words;
  std::string word;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (word.empty()) return;
    if (word == "w") word = phrase.substr(end).starts_with("/o ") ? "without" : "with";
    if (word == "o" && phrase.substr(0, begin).ends_with("w/")) word.clear();
    if (word.empty()) return;
    make_singular(word);
    words.push_back({std::move(word), begin, end - begin});
    word.clear();
  };
  for (std::size_t at = 0; at < phrase.size();) {
    const std::string_view rest = phrase.substr(at);
    const Character character = first_character(rest);
    if (character.code == '&') {
      close(at);
      words.push_back({"and", at, character.length});
    } else if (belongs_to_word(character) && !is_apostrophe(character.code)) {
      if (word.empty()) begin = at;  // an accent by itself adds nothing to the letter before it
      word += character.sound ? folded(character.code) : std::string(rest.substr(0, character.length));
    } else if (!is_apostrophe(character.code)) {
      close(at);
    }
    at += character.length;
  }
  close(phrase.size());
  return words;
}

std::vector<Word> words_and_figures_of(std::string_view phrase) {
  std::vector<Word> parts;
  for (const Word& word : words_of(phrase)) {
    const std::string& whole = word.text;
    for (std::size_t begin = 0; begin < whole.size();) {
      std::size_t end = begin + 1;
      while (end < whole.size() && is_digit(whole[end]) == is_digit(whole[begin]) && whole[end] != '%') ++end;
      if (whole[begin] != '%') parts.push_back({whole.substr(begin, end - begin), word.offset, word.length});
      begin = end;
    }
  }
  return parts;
}

std::string key_of(const std::vector<Word>& words) {
  std::string key;
  for (const auto& word : words) {
    if (!key.empty()) key += ' ';
    key += word.text;
  }
  return key;
}

std::string sorted_key_of(const std::vector<Word>& words) {
  auto sorted = words;
  std::ranges::sort(sorted, {}, &Word::text);
  return key_of(sorted);
}

std::string plain_words(std::string_view phrase) {
  std::string plain;
  for (const char c : lowered(phrase)) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r') || c == '_' || c == '-';
    if (!blank) {
      plain += c;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
  }
  if (plain.ends_with(' ')) plain.pop_back();
  return plain;
}

bool is_one_of(std::string_view word, std::string_view alternatives) {
  for (std::size_t begin = 0; begin <= alternatives.size();) {
    const std::size_t end = std::min(alternatives.find('|', begin), alternatives.size());
    if (alternatives.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

std::vector<std::string> parted_at_blanks(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = skip_spaces(text, 0); at < text.size(); at = skip_spaces(text, at)) {
    const std::size_t end = std::min(text.find_first_of(" \t\n\r", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

std::vector<std::string> typed_words(const std::string& line) {
  std::vector<std::string> words;
  std::string quoted;
  bool in_quotes = false;
  for (const auto& word : parted_at_blanks(line)) {
    const bool opens = !in_quotes && word.starts_with('"') && line.find('"', line.find(word) + 1) != std::string::npos;
    if (opens) {
      in_quotes = true;
      quoted = word.substr(1);
    } else if (in_quotes) {
      quoted += " " + word;
    } else {
      words.push_back(word);
      continue;
    }
    if (!quoted.ends_with('"')) continue;
    quoted.pop_back();
    words.push_back(quoted);
    in_quotes = false;
  }
  if (in_quotes) words.push_back(quoted);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string in_quotes(const std::string& word) {
  const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
    return is_digit(c) || is_ascii_letter(c) || !is_ascii(c) ||
           std::string_view(".,:/@%+=-_").find(c) != std::string_view::npos;
  });
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace lytes::text

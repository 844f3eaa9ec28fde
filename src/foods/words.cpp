#include "words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace lytes::foods {

namespace {

/// Base letters of U+00C0 to U+017F; a dot stands for "no letter of its own" and is looked up below.
constexpr std::string_view latin_bases =
    "aaaaaa.ceeeeiiii"   // C0
    "dnooooo.ouuuuy.."   // D0
    "aaaaaa.ceeeeiiii"   // E0
    "dnooooo.ouuuuy.y"   // F0
    "aaaaaaccccccccdd"   // 100
    "ddeeeeeeeeeegggg"   // 110
    "gggghhhhiiiiiiii"   // 120
    "ii..jjkkklllllll"   // 130
    "lllnnnnnnnnnoooo"   // 140
    "oo..rrrrrrssssss"   // 150
    "ssttttttuuuuuuuu"   // 160
    "uuuuwwyyyzzzzzzs";  // 170

std::string_view fold(char32_t code) {
  switch (code) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      break;
  }
  if (code >= 0xC0 && code <= 0x17F && code != 0xD7 && code != 0xF7) return latin_bases.substr(code - 0xC0, 1);
  return {};
}

struct Decoded {
  char32_t code;
  std::size_t length;
};

/// One code point; a stray byte counts as itself, so that no input can stop the reading.
Decoded decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto follows = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
  if (byte(0) >= 0xC2 && byte(0) < 0xE0 && follows(1)) {
    return {(byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
  }
  if (byte(0) >= 0xE0 && byte(0) < 0xF0 && follows(1) && follows(2)) {
    return {(byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
  }
  if (byte(0) >= 0xF0 && byte(0) < 0xF5 && follows(1) && follows(2) && follows(3)) {
    return {(byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU), 4};
  }
  return {byte(0), 1};
}

bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019 || code == 0x2BC; }

/// Combining accents, as in a decomposed "e" + U+0301.
bool is_accent(char32_t code) { return code >= 0x300 && code <= 0x36F; }

void append_folded(std::string& word, char32_t code, std::string_view original) {
  if (code < 0x80) {
    word += static_cast<char>(code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code);
  } else if (const auto base = fold(code); !base.empty()) {
    word += base;
  } else {
    word += original;
  }
}

bool belongs_to_word(char32_t code) {
  if (code >= 0x80) return code < 0x2000 || code > 0x206F;  // general punctuation parts words
  return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || code == '%';
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
    const auto [code, length] = decode(phrase.substr(at));
    if (code == '&') {
      close(at);
      words.push_back({"and", at, length});
      at += length;
      continue;
    }
    if (belongs_to_word(code) && !is_accent(code) && !is_apostrophe(code)) {
      if (word.empty()) begin = at;
      append_folded(word, code, phrase.substr(at, length));
    } else if (!is_apostrophe(code) && !is_accent(code)) {
      close(at);
    }
    at += length;
  }
  close(phrase.size());
  return words;
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

}  // namespace lytes::foods

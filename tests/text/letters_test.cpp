#include "lytes/text/letters.hpp"

#include <catch2/catch.hpp>

using namespace lytes::text;

TEST_CASE("a letter is not a space, a number, a dash or a mathematical sign, whatever its script") {
  for (const char* letter : {"a", "Z", "\u00E9", "\u00DF", "\u0436", "\u6C34", "\u00B5"})
    CHECK(letter_length(letter, 0) > 0);
  for (const char* other : {"1", " ", "\u00A0", "\u00BD", "\u2013", "\u00D7", "\u2212", "\u201C", "-"})
    CHECK(letter_length(other, 0) == 0);
}

TEST_CASE("lower case keeps every place in its place") {
  CHECK(lowered("R\u00DCCKEN Left") == "r\u00FCcken left");
  // Its small letter takes more bytes.
  for (const std::string text : {"\u023A", "\u0130x", "\xff\xC3"}) CHECK(lowered(text).size() == text.size());
}

TEST_CASE("a sentence begins with a capital and goes on without") {
  CHECK(capitalised("\u00F6l") == "\u00D6l");
  CHECK(capitalised("") == "");
  CHECK(without_capital("\u00D6l") == "\u00F6l");
}

TEST_CASE("accents are folded in every script that has them, and letters that are no base with an accent by hand") {
  CHECK(folded(U'\u00C9') == "e");
  CHECK(folded(U'\u00DF') == "ss");
  CHECK(folded(U'\u0153') == "oe");
  CHECK(folded(U'\u1EBF') == "e");  // Vietnamese, two accents
  CHECK(folded(U'\u0439') == "\u0438");
  CHECK(folded(U'\u0301').empty());
}

TEST_CASE("spaces of every width are trimmed") {
  CHECK(trimmed(" \u00A0\u2009a b\t\r\n") == "a b");
  CHECK(trimmed(" \u3000 ").empty());
}

TEST_CASE("bytes that are no UTF-8 are characters of their own") {
  CHECK_FALSE(first_character("\xC3(").sound);
  CHECK(first_character("\xC3(").length == 1);
  CHECK(first_character("\xED\xA0\x80").length == 1);  // half of a surrogate pair
}

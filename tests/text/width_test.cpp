#include "lytes/text/width.hpp"

#include <catch2/catch.hpp>

#include "lytes/text/letters.hpp"

using namespace lytes::text;

TEST_CASE("accents take no column, signs of East Asia and pictures two, colours none") {
  CHECK(display_width("w\u00F6rter") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u6C34") == 2);
  CHECK(display_width("\U0001F9C2 salt") == 7);
  CHECK(display_width("\x1b[1mLOW\x1b[0m") == 3);
}

TEST_CASE("what would disguise a text is shown as what it is") {
  CHECK(printable("a\nb\tc") == "a b c");
  CHECK(printable("a\x1b[2J\u202E") == "a?[2J?");
  CHECK(printable("\xff") == "\uFFFD");
}

TEST_CASE("a text is cut between characters and wrapped between words") {
  CHECK(shortened("\u6C34\u6C34\u6C34", 5) == "\u6C34...");
  CHECK(wrapped("one two three", 7, 2) == "one two\n  three");
}

TEST_CASE("the last columns of a text are the longest end of it that fits") {
  for (const std::string text :
       {"", "plain", "w\xC3\xB6rter", "\xE6\xB0\xB4\xE6\xB0\xB4 x", "e\xCC\x81 e\xCC\x81", "\xF0\x9F\xA7\x82 salt"}) {
    for (std::size_t width = 0; width < 12; ++width) {
      std::string_view longest = text;
      const auto is_inside = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
      while (display_width(longest) > width || (!longest.empty() && is_inside(longest.front())))
        longest.remove_prefix(1);
      CAPTURE(text, width);
      CHECK(last_columns(text, width) == longest);
    }
  }
}

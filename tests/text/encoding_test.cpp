#include "lytes/text/encoding.hpp"

#include <catch2/catch.hpp>

using namespace lytes::text;

TEST_CASE("how a file is written is told by its beginning, and is UTF-8 where nothing says otherwise") {
  using namespace std::string_view_literals;
  CHECK(encoding_of("\xFF\xFE"
                    "a\0"sv) == Encoding::Utf16LittleEndian);
  CHECK(encoding_of("\xFE\xFF\0a"sv) == Encoding::Utf16BigEndian);
  CHECK(encoding_of("a\0b\0"sv) == Encoding::Utf16LittleEndian);
  CHECK(encoding_of("\0a\0b"sv) == Encoding::Utf16BigEndian);
  CHECK(encoding_of("M\xFCsli") == Encoding::Utf8);
  CHECK(encoding_of("") == Encoding::Utf8);
  CHECK(byte_order_mark("\xEF\xBB\xBFx") == 3);
  CHECK(byte_order_mark("x") == 0);
}

TEST_CASE("letters come out whole wherever a block of UTF-16 ends") {
  using namespace std::string_view_literals;
  const auto bytes = "\x3D\xD8\x00\xDE\xE4\x00"sv;  // a face and an a with two dots
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Decoder decoder(Encoding::Utf16LittleEndian);
    std::string text = decoder.decoded(bytes.substr(0, cut));
    text += decoder.decoded(bytes.substr(cut));
    CHECK(text == "\U0001F600ä");
  }
  Decoder lone(Encoding::Utf16BigEndian);
  const std::string decoded = lone.decoded("\0a\xDC\x00\0a"sv);
  CHECK(decoded.size() == 3);
  CHECK(unsound_place(decoded) == 1);
  CHECK(lone.finished().empty());
  CHECK(lone.decoded("\xD8\x3D\xDE"sv).empty());
  CHECK(unsound_place(lone.finished()) == 0);
}

TEST_CASE("the first byte that is no UTF-8 is found") {
  CHECK(unsound_place("Müsli") == std::string_view::npos);
  CHECK(unsound_place("a M\xFCsli") == 3);
}

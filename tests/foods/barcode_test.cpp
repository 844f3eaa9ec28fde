#include "lytes/foods/barcode.hpp"

#include <catch2/catch.hpp>

#include "lytes/errors.hpp"

using namespace lytes;
using namespace lytes::foods;
using Catch::Contains;

namespace {

struct Refusal {
  std::string what;
  std::string valid;
};

Refusal refusal_of(std::string_view typed) {
  try {
    return {"taken as " + read_barcode(typed), ""};
  } catch (const InputError& error) {
    return {error.what(), error.valid};
  }
}

}  // namespace

TEST_CASE("a barcode is the same however many zeros stand before it, and however its digits are grouped") {
  CHECK(read_barcode("4006381333931") == "4006381333931");
  CHECK(read_barcode("04006381333931") == "4006381333931");
  CHECK(read_barcode("4 006381 333931") == "4006381333931");
  CHECK(read_barcode("036000291452") == "036000291452");
  CHECK(read_barcode("0036000291452") == "036000291452");
  CHECK(read_barcode("0-36000-29145-2") == "036000291452");
  CHECK(read_barcode("96385074") == "96385074");
  CHECK(read_barcode("0000096385074") == "96385074");
  CHECK(read_barcode("10012345678902") == "10012345678902");
}

TEST_CASE("the short code of small packs is the long one it stands for") {
  CHECK(read_barcode("04252614") == "042100005264");  // GS1 General Specifications, 5.2.2.4
  CHECK(read_barcode("01234531") == "012300000451");
  CHECK(read_barcode("01234543") == "012340000053");
  CHECK(read_barcode("01234565") == "012345000065");
}

TEST_CASE("what is kept reads back as itself") {
  for (const char* typed :
       {"4006381333931", "036000291452", "96385074", "10012345678902", "04252614", "00000001234565"})
    CHECK(read_barcode(read_barcode(typed)) == read_barcode(typed));
}

TEST_CASE("a slip of the keys is told with what the last digit would be") {
  CHECK(refusal_of("4006381333932").what == "a digit of this barcode is wrong");
  CHECK_THAT(refusal_of("4006381333932").valid, Contains("would be 1"));
  CHECK(refusal_of("400638133393").what == "a digit of this barcode is wrong");
  CHECK(refusal_of("40063813339").what == "no barcode has 11 digits");
  CHECK(refusal_of("").what == "no barcode has 0 digits");
  CHECK(refusal_of("400638133393x").what == "a barcode is digits");
  CHECK(refusal_of("0000000000000").what == "a barcode of nothing but zeros");
  CHECK(refusal_of(std::string(100'000, '1')).what == "no barcode has 100000 digits");
}

TEST_CASE("a table may have lost zeros, and holds codes that no scanner reads") {
  CHECK(barcode_number("36000291452") == 36000291452);
  CHECK(barcode_number(" 00036000291452 ") == 36000291452);
  for (const char* none : {"", "0", "00000000", "36000291453", "n/a", "360002914521234", "36000-291452"})
    CHECK_FALSE(barcode_number(none));
}

TEST_CASE("eight digits or more and nothing else mean a barcode") {
  CHECK(looks_like_barcode("4 006381 333931"));
  CHECK_FALSE(looks_like_barcode("usda:09040"));
  CHECK_FALSE(looks_like_barcode("7up"));
  CHECK_FALSE(looks_like_barcode("1234567"));
}

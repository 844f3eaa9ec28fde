#include "html/text.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace lytes::report {

TEST_CASE("signs that HTML means something by are written out") {
  CHECK(escaped("<b title=\"x\">'&'</b>") == "&lt;b title=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/b&gt;");
  CHECK(escaped("5 µg – σ") == "5 µg – σ");
}

TEST_CASE("what a user typed can neither write HTML nor turn the line round") {
  CHECK(user_words("<script>alert(1)</script>") == "&lt;script&gt;alert(1)&lt;/script&gt;");
  CHECK(user_words("a\u202Eb\u2066c\u200Fd") == "a?b?c?d");
  CHECK(user_words(std::string("nul\0byte", 8)) == "nul?byte");
  CHECK(isolated("שוק") == "<bdi>שוק</bdi>");
}

TEST_CASE("a text of 10,000 signs is cut between signs, before they are written out") {
  const std::string shown = user_words(std::string(10000, '<'), 10);
  CHECK(shown == "&lt;&lt;&lt;&lt;&lt;&lt;&lt;...");
}

TEST_CASE("bytes that are no UTF-8 become signs that are") {
  for (const std::string bytes : {"\xff\xfe", "\xc3", "\xed\xa0\x80", "\xf0\x9f\x92"}) {
    CHECK_NOTHROW(nlohmann::json(user_words("calf " + bytes)).dump());  // dump refuses what is not UTF-8
  }
}

TEST_CASE("what is to be typed stands in a page as code, and a lone mark as it is") {
  CHECK(paragraph("Say it: `lytes profile set health=none`.") ==
        "<p>Say it: <code>lytes profile set health=none</code>.</p>\n");
  CHECK(paragraph("`a` & `<b>`", "quiet") == "<p class=\"quiet\"><code>a</code> &amp; <code>&lt;b&gt;</code></p>\n");
  CHECK(item("one ` alone") == "<li>one ` alone</li>\n");
  CHECK(paragraph("").empty());
}

}  // namespace lytes::report

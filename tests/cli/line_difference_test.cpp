#include "line_difference.hpp"

#include <catch2/catch.hpp>

using lytes::test::line_differences;
using Lines = std::vector<std::string>;

TEST_CASE("texts that are the same have no difference") {
  CHECK(line_differences("", "").empty());
  CHECK(line_differences("one\ntwo\n", "one\ntwo\n").empty());
}

TEST_CASE("a line that changed is shown both ways, between three lines on either side") {
  const auto found = line_differences("1\n2\n3\n4\nold\n6\n7\n8\n9\n", "1\n2\n3\n4\nnew\n6\n7\n8\n9\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].line == 2);
  CHECK(found[0].shown == Lines{"  2", "  3", "  4", "- old", "+ new", "  6", "  7", "  8"});
}

TEST_CASE("a line that is missing or was added leaves those after it in step") {
  CHECK(line_differences("a\nb\nc\n", "a\nc\n").at(0).shown == Lines{"  a", "- b", "  c"});
  CHECK(line_differences("a\nc\n", "a\nb\nc\n").at(0).shown == Lines{"  a", "+ b", "  c"});
  CHECK(line_differences("", "a\n").at(0).shown == Lines{"+ a"});
  CHECK(line_differences("a\n", "").at(0).shown == Lines{"- a"});
}

TEST_CASE("places that lie close together are shown as one, others apart") {
  const std::string between = "1\n2\n3\n4\n5\n6\n";
  const auto close = line_differences("a\n" + between + "b\n", "A\n" + between + "B\n");
  REQUIRE(close.size() == 1);
  CHECK(close[0].shown == Lines{"- a", "+ A", "  1", "  2", "  3", "  4", "  5", "  6", "- b", "+ B"});

  const auto apart = line_differences("a\n" + between + "7\nb\n", "A\n" + between + "7\nB\n");
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].line == 1);
  CHECK(apart[0].shown == Lines{"- a", "+ A", "  1", "  2", "  3"});
  CHECK(apart[1].line == 6);
  CHECK(apart[1].shown == Lines{"  5", "  6", "  7", "- b", "+ B"});
}

TEST_CASE("a blank at the end of a line can be seen") {
  CHECK(line_differences("a \n", "a\n").at(0).shown == Lines{"- a   (ends with a blank)", "+ a"});
}

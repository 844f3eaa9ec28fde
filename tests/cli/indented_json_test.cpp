#include "indented_json.hpp"

#include <catch2/catch.hpp>

using lytes::test::indented_json;

TEST_CASE("members and elements have a line each, names in the order they were printed") {
  CHECK(indented_json(R"({"z":[1,[2,{"b":null}]],"a":true})") == R"({
  "z": [
    1,
    [
      2,
      {
        "b": null
      }
    ]
  ],
  "a": true
})");
}

TEST_CASE("what is empty stays on its line") {
  CHECK(indented_json("{}\n") == "{}\n");
  CHECK(indented_json(R"([{},[],""])") == "[\n  {},\n  [],\n  \"\"\n]");
}

TEST_CASE("figures stay as they were printed") {
  CHECK(indented_json("[1.0,1,-0.0,1.50,1e5,1E+05,12345678901234567890123,0.1000000000000000055]") ==
        "[\n  1.0,\n  1,\n  -0.0,\n  1.50,\n  1e5,\n  1E+05,\n  12345678901234567890123,\n  0.1000000000000000055\n]");
}

TEST_CASE("nothing is put into a string") {
  CHECK(indented_json(R"({"a,b:{[":"\"]},:\\","\\":"\u00e4/\/"})") == R"({
  "a,b:{[": "\"]},:\\",
  "\\": "\u00e4/\/"
})");
}

TEST_CASE("blanks that were printed can still be seen") { CHECK(indented_json(R"({"a": 1})") == "{\n  \"a\":  1\n}"); }

TEST_CASE("a text that is no JSON document is left alone") {
  for (const char* text : {"", "water 0.5 of 2.7 l\n", "{\"a\":1", "{\"a\":1}{\"b\":2}", "Taken back: {\"a\":1}\n"})
    CHECK(indented_json(text) == text);
}

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>

#include "lytes/errors.hpp"
#include "lytes/quantity/amount.hpp"

using namespace lytes::quantity;

namespace {

constexpr std::array<std::string_view, 40> pieces = {
    "1",   "2",  "0",  "9", "250", "1,250", ".",      ",",       "/",    "-",  "x",   "×",     "½",      "⅓",
    "%",   " ",  " ",  " ", "a",   "an",    "half",   "quarter", "and",  "of", "one", "dozen", "couple", "ml",
    "cup", "fl", "oz", "l", "e3",  "0x",    "\u00A0", "\xC2",    "\xFF", "⁄",  "–",   "egg"};

// Either an amount that holds what its header promises, or an InputError that points into the text.
void check_promises(const std::string& text) {
  INFO('"' << text << '"');
  try {
    const Amount amount = parse_amount(text);
    REQUIRE(amount.number >= 1e-4);
    REQUIRE(amount.number <= 1e6);
    REQUIRE(amount.rest_offset + amount.rest.size() <= text.size());
    REQUIRE(text.substr(amount.rest_offset, amount.rest.size()) == amount.rest);
    REQUIRE((!amount.measure || amount.measure_offset < text.size()));
  } catch (const lytes::InputError& error) {
    REQUIRE(error.input == text);
    REQUIRE(error.place <= text.size());
    REQUIRE_FALSE(error.valid.empty());
  }
}

}  // namespace

TEST_CASE("random bytes never break the reading of an amount") {
  std::mt19937 random(1);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 30'000; ++i) {
    std::string text(static_cast<std::size_t>(i % 24), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    check_promises(text);
  }
}

TEST_CASE("random pieces of amounts never break the reading of an amount") {
  std::mt19937 random(2);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int i = 0; i < 60'000; ++i) {
    std::string text;
    for (int n = i % 9; n >= 0; --n) text += pieces[piece(random)];
    check_promises(text);
  }
}

#include <catch2/catch.hpp>
#include <cmath>
#include <cstddef>
#include <string>

#include "lytes/stats/fair_coin.hpp"

using namespace lytes::stats;

namespace {

std::string hash(const std::string& text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hexadecimal;
  for (const std::uint8_t byte : sha256(text)) {
    hexadecimal += digits[byte / 16U];
    hexadecimal += digits[byte % 16U];
  }
  return hexadecimal;
}

constexpr double standard_errors = 4;

}  // namespace

TEST_CASE("SHA-256 gives what the standard's examples and sha256sum give") {
  CHECK(hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(hash(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a coin is settled by seed and label") {
  CHECK(is_heads("seed", "2026-11-22") == is_heads("seed", "2026-11-22"));
  // printf "00 2026-11-22" | sha256sum begins with 0, of 2026-11-27 with 9
  CHECK(is_heads("00", "2026-11-22"));
  CHECK_FALSE(is_heads("00", "2026-11-27"));
}

TEST_CASE("coins are fair over seeds, over days, and from one day to the next") {
  constexpr int draws = 10'000;
  int over_seeds = 0;
  int over_days = 0;
  int same_as_before = 0;
  bool before = false;
  for (int draw = 0; draw < draws; ++draw) {
    if (is_heads(std::to_string(draw), "2026-11-22")) ++over_seeds;
    const bool heads = is_heads("0123456789abcdef", "day " + std::to_string(draw));
    if (heads) ++over_days;
    if (heads == before) ++same_as_before;
    before = heads;
  }
  const double allowed = standard_errors * std::sqrt(draws) / 2;
  CHECK(std::abs(over_seeds - draws / 2) < allowed);
  CHECK(std::abs(over_days - draws / 2) < allowed);
  CHECK(std::abs(same_as_before - draws / 2) < allowed);
}

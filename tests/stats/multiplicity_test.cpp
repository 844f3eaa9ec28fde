#include "lytes/stats/multiplicity.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>

#include "stats/reference_data.hpp"

using namespace lytes::stats;
using Catch::WithinAbs;

namespace {

std::vector<MaybeP> p_values(const nlohmann::json& list) {
  std::vector<MaybeP> values;
  for (const auto& one : list) values.push_back(one.is_null() ? MaybeP{} : MaybeP{one.get<double>()});
  return values;
}

void check_same(const std::vector<MaybeP>& found, const std::vector<MaybeP>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t place = 0; place < found.size(); ++place) {
    REQUIRE(found[place].has_value() == expected[place].has_value());
    if (found[place]) CHECK_THAT(*found[place], WithinAbs(*expected[place], 1e-12));
  }
}

}  // namespace

TEST_CASE("Holm and Benjamini-Hochberg agree with R p.adjust, with ties, absent values and extremes") {
  for (const auto& family : reference::results()["multiplicity"]) {
    check_same(holm(p_values(family["p"])), p_values(family["holm"]));
    check_same(benjamini_hochberg(p_values(family["p"])), p_values(family["bh"]));
  }
}

TEST_CASE("an absent p stays absent and does not make the others dearer") {
  const std::vector<MaybeP> two = {0.01, 0.04};
  const std::vector<MaybeP> with_absent = {0.01, std::nullopt, 0.04, std::nullopt};
  CHECK(*holm(with_absent)[0] == *holm(two)[0]);
  CHECK_FALSE(holm(with_absent)[1]);
  CHECK(*benjamini_hochberg(with_absent)[2] == *benjamini_hochberg(two)[1]);
  CHECK(holm(std::vector<MaybeP>{}).empty());
  CHECK_FALSE(benjamini_hochberg(std::vector<MaybeP>{std::nullopt})[0]);
}

TEST_CASE("what is no p-value is refused") {
  CHECK_THROWS_AS(holm(std::vector<MaybeP>{1.5}), std::invalid_argument);
  CHECK_THROWS_AS(benjamini_hochberg(std::vector<MaybeP>{-0.1}), std::invalid_argument);
}

#include "lytes/exchange/entries.hpp"

#include <catch2/catch.hpp>

using namespace lytes;

TEST_CASE("entries of every kind come out of their few bytes as they went in") {
  journal::Intake tea{"usda:1", "Tea", "1 cup", 237.5, {}};
  tea.nutrients[quantity::Nutrient::Water] = 236.0;
  tea.nutrients[quantity::Nutrient::Alcohol] = 0.0;
  const std::vector<std::pair<journal::EntryKind, journal::What>> kinds = {
      {journal::EntryKind::Drink, tea},
      {journal::EntryKind::Total, journal::Intake{std::nullopt, "Daily total", "1 day", std::nullopt, {}}},
      {journal::EntryKind::Spasm, journal::Spasm{"calf left", 6, 2.5, {"numbness", "woken"}}},
      {journal::EntryKind::Spasm, journal::Spasm{"unspecified", std::nullopt, std::nullopt, {}}},
      {journal::EntryKind::Stress, journal::Stress{6.5}},
      {journal::EntryKind::Factor, journal::Factor{"sleep", 7.5, "h"}},
      {journal::EntryKind::Factor, journal::Factor{"travel", std::nullopt, std::nullopt}},
      {journal::EntryKind::Note, journal::Note{}},
      {journal::EntryKind::Medicine, journal::Medicine{"ibuprofen", "400 mg"}}};
  std::vector<journal::Entry> whole;
  exchange::Entries packed;
  for (std::size_t i = 0; i < 20'000; ++i) {
    journal::Entry entry;
    std::tie(entry.kind, entry.what) = kinds[i % kinds.size()];
    entry.when = {calendar::earliest_day + std::chrono::days(i % 3000) + std::chrono::hours(i % 24),
                  std::chrono::seconds(3600), calendar::earliest_day + std::chrono::days(i % 3000)};
    if (i % 2 == 0) entry.note = "note " + std::to_string(i);
    entry.import_key = "source:" + std::to_string(i);
    packed.push_back(entry);
    whole.push_back(std::move(entry));
  }
  REQUIRE(packed.size() == whole.size());
  std::size_t at = 0;
  bool same = true;
  for (const auto& entry : packed) {
    same = same && entry == whole[at] && packed.day(at) == whole[at].when.day;
    ++at;
  }
  CHECK(same);
}

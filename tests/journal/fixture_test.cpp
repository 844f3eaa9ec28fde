#include <catch2/catch.hpp>

#include "lytes/journal/store.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::journal;
using quantity::Nutrient;

TEST_CASE("every entry of a journal of schema version 1 is understood") {
  const storage::testing::FreshFolder folder;
  std::filesystem::copy_file(std::string(LYTES_SOURCE_DIR) + "/tests/storage/fixtures/journal_v1.db", folder / "j.db");
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Read);
  Store store(file);
  const calendar::Day sunday{std::chrono::year{2026} / 11 / 22};
  const calendar::Day monday{std::chrono::year{2026} / 11 / 23};
  REQUIRE(store.days() == calendar::DayRange{sunday, monday});

  const auto entries = store.list({sunday, monday});
  REQUIRE(entries.size() == 8);
  for (std::size_t i = 0; i < entries.size(); ++i) CHECK(entries[i].kind == static_cast<EntryKind>(i));

  const auto& water = std::get<Intake>(entries[0].what);
  CHECK(water.description == "Water, tap");
  CHECK(water.nutrients[Nutrient::Water] == 299.7);
  CHECK(water.nutrients[Nutrient::Alcohol] == 0.0);
  const auto& porridge = std::get<Intake>(entries[1].what);
  CHECK(entries[1].note == "with milk; O'Brien's");
  CHECK(porridge.food == "own:1");
  CHECK_FALSE(porridge.nutrients[Nutrient::Water]);
  CHECK(entries[3].import_key == "app:2026-11-22");
  CHECK(entries[4].when ==
        calendar::Moment{calendar::Instant(monday) + std::chrono::hours{1}, std::chrono::hours{1}, sunday});
  CHECK(std::get<Spasm>(entries[4].what) == Spasm{"calf left", 7, 10.5, {"numbness", "weakness"}});
  CHECK(std::get<Stress>(entries[5].what).rating == 6.5);
  CHECK(std::get<Factor>(entries[6].what) == Factor{"sleep", 6.5, "h"});
  CHECK(entries[7].note == "long drive");
  CHECK(store.find(1).line == 1);
  CHECK(store.find(2).line == 1);
  CHECK(store.said({sunday, sunday}) == std::vector<DaySaid>{{sunday, Stream::Intake, DayStatus::Complete},
                                                             {sunday, Stream::Spasms, DayStatus::Partial}});
}

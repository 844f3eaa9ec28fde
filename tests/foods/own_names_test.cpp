// Foods of the user's own are found by the index of their names, whatever the names are.

#include <catch2/catch.hpp>

#include "lytes/foods/user_foods.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/text/words.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;

TEST_CASE("a food of one's own is found by its name in any case, number and accent") {
  const storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  foods::UserFoods own(file);
  CHECK_FALSE(own.called("soup"));
  const std::vector<std::string> names = {"Soup",
                                          "Grandma's cookies",
                                          "O'Brien's stew",
                                          "M\u00fcsli",
                                          "M\u0075\u0308sli mix",
                                          "\u00c9clair",
                                          "w/ milk",
                                          "w/o sugar",
                                          "& cake",
                                          "2% milk",
                                          "half-fat cheese",
                                          "Leaves",
                                          "Calves",
                                          "  blanks",
                                          "(rye) bread",
                                          "\u0431\u043e\u0440\u0449",
                                          "[x]",
                                          "y",
                                          "Quiches",
                                          "Stra\u00dfe",
                                          "Witloof",
                                          "Movies night",
                                          "zz",
                                          "\u201cquoted\u201d"};
  {
    storage::Change change(file, "add", std::chrono::sys_seconds{});
    for (const std::string& name : names) {
      foods::Food food{};
      food.name = name;
      food.basis = {1, "piece"};
      own.add(food);
    }
    change.commit();
  }
  for (const std::string& name : names) {
    INFO(name);
    const auto found = own.called(text::key_of(text::words_of(name)));
    REQUIRE(found);
    CHECK(found->name == name);
  }
  CHECK_FALSE(own.called("cooky"));
  CHECK(own.called("grandma cooky")->name == "Grandma's cookies");
  CHECK(own.called("leaf")->name == "Leaves");
  CHECK_FALSE(own.called("sou"));
  CHECK_FALSE(own.called(""));
  std::size_t count = 0;
  own.each_name([&](std::string_view ref, std::string_view name) {
    ++count;
    CHECK(own.find(ref)->name == name);
  });
  CHECK(count == names.size());
}

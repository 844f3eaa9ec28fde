#include "lytes/targets/profile_store.hpp"

#include <SQLiteCpp/Database.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <limits>

#include "lytes/errors.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "storage/fresh_folder.hpp"

using namespace lytes;
using namespace lytes::targets;
using namespace std::chrono_literals;
using calendar::Day;
using quantity::Nutrient;

namespace {

constexpr Day long_ago = std::chrono::sys_days{2019y / 5 / 5};
constexpr Day march = std::chrono::sys_days{2026y / 3 / 1};
constexpr Day june = std::chrono::sys_days{2026y / 6 / 1};
constexpr Day november = std::chrono::sys_days{2026y / 11 / 22};

/// A fresh journal and a person who says things on certain days, one change each.
struct Person {
  storage::testing::FreshFolder folder;
  storage::JournalFile journal =
      storage::JournalFile::open(folder / "journal.db", storage::Access::Write, storage::Folder::MustExist);
  ProfileStore store{journal};

  template <class Work>
  auto change(Work&& work) {
    storage::Change one(journal, "profile", std::chrono::sys_seconds{1'795'000'000s});
    auto result = work();
    one.commit();
    return result;
  }
  Stated says(Day today, const std::string& name, const std::string& value, std::optional<Day> from = {}) {
    return change([&] { return store.state({name, value}, from, today); });
  }
  Stated ends(Day today, const std::string& name, std::optional<Day> from = {}) {
    return change([&] { return store.end(name, from, today); });
  }
  StatedTarget sets(Day today, double magnesium_mg, std::optional<Day> from = {}) {
    return change([&] { return store.set_own_target(Nutrient::Magnesium, magnesium_mg, from, today); });
  }
  StatedTarget clears(Day today, std::optional<Day> from = {}) {
    return change([&] { return store.clear_own_target(Nutrient::Magnesium, from, today); });
  }
  std::optional<double> magnesium(Day day) { return store.history().own_target(Nutrient::Magnesium, day); }
  Guideline guideline(Day day) { return store.history().on(day).guideline; }
};

}  // namespace

TEST_CASE("the first statement without a date holds for all days") {
  Person person;
  const Stated stated = person.says(november, "guideline", "efsa");
  CHECK_FALSE(stated.from);
  CHECK_FALSE(stated.before);
  CHECK(person.guideline(long_ago) == Guideline::Efsa);
  CHECK(person.guideline(november) == Guideline::Efsa);
}

TEST_CASE("a later statement holds from today and leaves the days before as they were") {
  Person person;
  person.says(june, "guideline", "efsa");
  const Stated stated = person.says(november, "guideline", "us");
  CHECK(stated.from == november);
  CHECK(stated.before == "efsa");
  CHECK(person.guideline(november - std::chrono::days{1}) == Guideline::Efsa);
  CHECK(person.guideline(november) == Guideline::Us);
}

TEST_CASE("a slip put right on the same day leaves no trace in the days before") {
  Person person;
  person.sets(november, 35);
  const StatedTarget stated = person.sets(november, 350);
  CHECK_FALSE(stated.from);
  CHECK(stated.before == 35.0);
  CHECK(person.magnesium(long_ago) == 350.0);
}

TEST_CASE("a dated first statement does not reach back") {
  Person person;
  const StatedTarget stated = person.sets(november, 300, june);
  CHECK(stated.from == june);
  CHECK_FALSE(person.magnesium(june - std::chrono::days{1}));
  CHECK(person.magnesium(june) == 300.0);
}

TEST_CASE("a dated statement leaves what held for all days to the days before it") {
  Person person;
  person.sets(november, 350);
  person.sets(november, 400, june);
  CHECK(person.magnesium(long_ago) == 350.0);
  CHECK(person.magnesium(june - std::chrono::days{1}) == 350.0);
  CHECK(person.magnesium(june) == 400.0);
  CHECK(person.magnesium(november) == 400.0);
}

TEST_CASE("a statement dated today leaves what held for all days to the days before it") {
  Person person;
  person.sets(november, 350);
  person.sets(november, 400, november);
  CHECK(person.magnesium(november - std::chrono::days{1}) == 350.0);
  CHECK(person.magnesium(november) == 400.0);
}

TEST_CASE("a dated statement holds until the next one") {
  Person person;
  person.sets(march, 100, march);
  person.sets(november, 300, november);
  person.sets(november, 200, june);
  CHECK_FALSE(person.magnesium(long_ago));
  CHECK(person.magnesium(march) == 100.0);
  CHECK(person.magnesium(june) == 200.0);
  CHECK(person.magnesium(november) == 300.0);
}

TEST_CASE("sex and year of birth are corrected for all days") {
  Person person;
  person.says(march, "birth_year", "1908");
  const Stated stated = person.says(november, "birth_year", "1980");
  CHECK_FALSE(stated.from);
  CHECK(stated.before == "1908");
  CHECK(person.store.history().on(long_ago).birth_year == 1980);
  person.says(march, "sex", "male");
  person.says(november, "sex", "female");
  CHECK(person.store.history().on(long_ago).sex == Sex::Female);
}

TEST_CASE("a pregnancy begins on the day it is said and ends on the day it is said") {
  Person person;
  CHECK(person.says(june, "stage", "pregnant").from == june);
  CHECK(person.says(november, "stage", "none").from == november);
  CHECK(person.store.history().on(june - std::chrono::days{1}).stage == Stage::None);
  CHECK(person.store.history().on(june).stage == Stage::Pregnant);
  CHECK(person.store.history().on(november).stage == Stage::None);
}

TEST_CASE("an ended condition stays in the days before") {
  Person person;
  person.says(june, "condition:heart failure", "yes");
  const Stated ended = person.ends(november, "condition:heart failure");
  CHECK(ended.from == november);
  CHECK(ended.before == "yes");
  CHECK(person.store.history().on(june).conditions.size() == 1);
  CHECK(person.store.history().on(november).conditions.empty());
}

TEST_CASE("of what was first said today an ending leaves nothing") {
  Person person;
  person.sets(november, 35);
  const StatedTarget cleared = person.clears(november);
  CHECK_FALSE(cleared.from);
  CHECK(cleared.before == 35.0);
  CHECK_FALSE(person.magnesium(long_ago));
  CHECK(person.store.history().own_targets.empty());
}

TEST_CASE("a dated ending holds from its day on") {
  Person person;
  person.sets(november, 350);
  person.clears(november, june);
  CHECK(person.magnesium(june - std::chrono::days{1}) == 350.0);
  CHECK_FALSE(person.magnesium(june));
  CHECK_FALSE(person.magnesium(november));
}

TEST_CASE("what was never said cannot be ended, and what was is offered") {
  Person person;
  person.says(june, "medicine:lisinopril", "yes");
  try {
    person.ends(november, "medicine:ramipril");
    FAIL("ended");
  } catch (const NotFoundError& error) {
    CHECK(error.candidates == std::vector<std::string>{"medicine:lisinopril"});
  }
  CHECK_THROWS_AS(person.clears(november), NotFoundError);
}

TEST_CASE("own targets are what may be prescribed, for what has a target") {
  Person person;
  for (const double amount : {0.0, -1.0, 0.35, 350'000.0, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity()}) {
    CHECK_THROWS_AS(person.sets(november, amount), InputError);
  }
  CHECK_THROWS_AS(person.store.set_own_target(Nutrient::Caffeine, 100, {}, november), InputError);
  CHECK(person.store.history().own_targets.empty());
}

TEST_CASE("undo takes a statement back as a whole") {
  Person person;
  person.sets(november, 350);
  person.sets(november, 400, june);
  storage::undo(person.journal, 1);
  CHECK(person.magnesium(long_ago) == 350.0);
  CHECK(person.magnesium(november) == 350.0);
  storage::redo(person.journal, 1);
  CHECK(person.magnesium(long_ago) == 350.0);
  CHECK(person.magnesium(november) == 400.0);
}

TEST_CASE("an impossible day in the file is reported as damage") {
  Person person;
  person.says(june, "guideline", "efsa");
  person.journal.database().exec("UPDATE profile_fact SET from_day = '2026-02-30'");
  CHECK_THROWS_AS(person.store.history(), StorageError);
}

TEST_CASE("a journal from which a table is gone is reported, not crashed on") {
  Person person;
  person.journal.database().exec("DROP TABLE profile_fact");
  CHECK_THROWS_AS(person.store.history(), StorageError);
}

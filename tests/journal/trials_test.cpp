#include "lytes/journal/trials.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "lytes/errors.hpp"
#include "lytes/storage/change.hpp"
#include "lytes/storage/history.hpp"
#include "storage/sample_journal.hpp"

using namespace lytes;
using journal::CoinSide;
using journal::DrawnCoin;
using journal::Trial;
using journal::TrialTerms;

namespace {

constexpr calendar::Day sunday = std::chrono::sys_days(std::chrono::year{2026} / 11 / 22);
constexpr calendar::Day monday = sunday + std::chrono::days{1};
const std::string seed(32, 'a');
const std::string another_seed(32, 'b');

TrialTerms terms() {
  TrialTerms terms{quantity::Nutrient::Magnesium, sunday, 217, std::chrono::hours{15}, 2, 1.143, 1.2, 0.7, 0.8};
  terms.waiting_ends_short = 0.875;
  return terms;
}

/// A journal with its experiments, each thing done as one command does it.
struct Journal {
  storage::testing::FreshFolder folder;
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Write);
  journal::Trials trials{file};

  std::int64_t begin(const std::string& fresh_seed = seed) {
    std::int64_t id = 0;
    change([&] { id = trials.begin(terms(), fresh_seed); });
    return id;
  }
  template <class Work>
  void change(Work&& work) {
    storage::Change change(file, "trial", std::chrono::sys_seconds{});
    work();
    change.commit();
  }
  std::vector<DrawnCoin> coins() { return trials.latest().value().coins; }
};

}  // namespace

TEST_CASE_METHOD(Journal, "an experiment is kept as it was begun, with its coins and its end") {
  CHECK_FALSE(trials.any());
  CHECK_FALSE(trials.latest());
  const auto id = begin();
  CHECK(trials.any());
  CHECK(trials.latest() == Trial{id, terms(), seed, {}, {}});
  change([&] { trials.add_coin(id, sunday, CoinSide::Target); });
  change([&] { trials.add_coin(id, monday, CoinSide::Usual); });
  change([&] { trials.say_obeyed(monday, false); });
  CHECK(coins() == std::vector<DrawnCoin>{{sunday, CoinSide::Target}, {monday, CoinSide::Usual, false, false}});
  change([&] { trials.say_obeyed(monday, std::nullopt); });
  CHECK_FALSE(coins().back().obeyed_said);
  change([&] { trials.end(id, {monday, "person"}); });
  change([&] { trials.end(id, {monday, "later"}); });
  CHECK(trials.latest()->end == journal::TrialEnd{monday, "person"});
  CHECK_THROWS_AS(trials.say_obeyed(sunday - std::chrono::days{1}, true), NotFoundError);
}

TEST_CASE_METHOD(Journal, "a draw that is undone leaves its day out, and never makes way for another") {
  const auto id = begin();
  change([&] { trials.add_coin(id, sunday, CoinSide::Usual); });
  CHECK(storage::undo(file, 1).front().rows.size() == 1);
  CHECK(coins() == std::vector<DrawnCoin>{{sunday, CoinSide::Usual, true}});
  CHECK(trials.was_drawn_for(sunday));
  CHECK_THROWS_AS(trials.add_coin(id, sunday, CoinSide::Target), std::logic_error);
  CHECK_THROWS_AS(trials.say_obeyed(sunday, true), NotFoundError);
  storage::redo(file, 1);
  CHECK(coins() == std::vector<DrawnCoin>{{sunday, CoinSide::Usual}});
}

TEST_CASE_METHOD(Journal,
                 "taking back the beginning and beginning again gives the same seed and the same days left out") {
  const auto id = begin();
  change([&] { trials.add_coin(id, sunday, CoinSide::Usual); });
  storage::undo(file, 2);
  CHECK_FALSE(trials.any());
  CHECK(trials.was_drawn_for(sunday));
  CHECK(begin(another_seed) == id);
  CHECK(trials.latest()->seed == seed);
  CHECK(coins() == std::vector<DrawnCoin>{{sunday, CoinSide::Usual, true}});
}

TEST_CASE_METHOD(Journal, "an end cannot be undone, and the next experiment has a seed of its own") {
  const auto id = begin();
  change([&] { trials.end(id, {monday, "person"}); });
  storage::undo(file, 1);  // the beginning: the end is no change that could be taken back
  CHECK_FALSE(trials.any());
  const auto next = begin(another_seed);
  CHECK(next != id);
  CHECK(trials.latest()->seed == another_seed);
  CHECK(trials.all().size() == 1);
}

TEST_CASE("the experiment of a journal of schema version 7 is understood") {
  const storage::testing::FreshFolder folder;
  std::filesystem::copy_file(std::string(LYTES_SOURCE_DIR) + "/tests/storage/fixtures/journal_v7.db", folder / "j.db");
  storage::JournalFile file = storage::JournalFile::open(folder / "j.db", storage::Access::Read);
  CHECK(journal::Trials(file).all() ==
        std::vector<Trial>{{1,
                            terms(),
                            "000102030405060708090a0b0c0d0e0f",
                            {{sunday, CoinSide::Usual}, {monday, CoinSide::Target, true}},
                            {}}});
}

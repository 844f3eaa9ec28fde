#include "lytes/journal/trials.hpp"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <stdexcept>

#include "lytes/errors.hpp"
#include "lytes/storage/history.hpp"
#include "lytes/storage/journal_file.hpp"
#include "stored_values.hpp"

namespace lytes::journal {
namespace {

[[noreturn]] void damaged(const std::string& what) {
  throw StorageError(StorageError::Kind::Damaged, "the journal holds " + what, "Run 'lytes doctor'.");
}

CoinSide side_in(std::string_view text) {
  for (const CoinSide side : {CoinSide::Target, CoinSide::Usual}) {
    if (text == word(side)) return side;
  }
  damaged("a coin with an unknown side");
}

quantity::Nutrient nutrient_in(std::string_view name) {
  for (const auto& facts : quantity::nutrient_table) {
    if (facts.name == name) return facts.nutrient;
  }
  damaged("an experiment with an unknown nutrient");
}

double share_in(double share) {
  if (!(share >= 0 && share <= 1)) damaged("an experiment with an impossible share");
  return share;
}

TrialTerms terms_in(SQLite::Statement& row) {
  TrialTerms terms;
  terms.nutrient = nutrient_in(row.getColumn(1).getText());
  terms.from = day_in(row.getColumn(2).getText());
  terms.planned_days = row.getColumn(3).getInt();
  terms.draw_from = std::chrono::minutes(row.getColumn(4).getInt());
  terms.ratio = row.getColumn(5).getDouble();
  terms.rate = amount_in(row.getColumn(6).getDouble());
  terms.dispersion = amount_in(row.getColumn(7).getDouble());
  terms.short_share = share_in(row.getColumn(8).getDouble());
  terms.waiting_share = share_in(row.getColumn(9).getDouble());
  terms.waiting_ends_short = share_in(row.getColumn(10).getDouble());
  terms.obeyed = share_in(row.getColumn(11).getDouble());
  terms.known = share_in(row.getColumn(12).getDouble());
  if (terms.planned_days < 28 || terms.planned_days > 365) damaged("an experiment of an impossible length");
  return terms;
}

std::vector<DrawnCoin> coins_of(SQLite::Database& database, std::int64_t trial, const TrialTerms& terms) {
  SQLite::Statement query(database, R"(
    SELECT d.day, d.coin, c.day IS NULL, c.obeyed
    FROM (SELECT day, coin FROM kept_draw WHERE trial = ?1 UNION SELECT day, coin FROM trial_coin WHERE trial = ?1) d
    LEFT JOIN trial_coin c ON c.day = d.day AND c.coin = d.coin
    WHERE d.day >= ?2 ORDER BY d.day)");
  query.bind(1, trial);
  query.bind(2, calendar::iso(terms.from));
  std::vector<DrawnCoin> coins;
  while (query.executeStep()) {
    const auto obeyed = query.getColumn(3);
    coins.push_back({day_in(query.getColumn(0).getText()), side_in(query.getColumn(1).getText()),
                     query.getColumn(2).getInt() != 0,
                     obeyed.isNull() ? std::nullopt : std::optional(obeyed.getInt() != 0)});
  }
  return coins;
}

bool has_ended(storage::JournalFile& journal, std::int64_t trial) {
  return journal.guarded([&] {
    SQLite::Statement query(journal.database(), "SELECT 1 FROM kept_trial WHERE trial = ?1 AND ended_day IS NOT NULL");
    query.bind(1, trial);
    return query.executeStep();
  });
}

}  // namespace

std::string_view word(CoinSide side) { return side == CoinSide::Target ? "target" : "usual"; }

bool Trials::any() {
  return journal_.guarded([&] {
    SQLite::Statement query(journal_.database(), "SELECT 1 FROM trial LIMIT 1");
    return query.executeStep();
  });
}

std::vector<Trial> Trials::all() {
  return journal_.guarded([&] {
    SQLite::Database& database = journal_.database();
    SQLite::Statement query(database, R"(
      SELECT t.id, nutrient, from_day, planned_days, from_minute, ratio, rate, dispersion, short_share, waiting_share,
             waiting_ends_short, obeyed, known, k.seed, k.ended_day, k.ended_by
      FROM trial t LEFT JOIN kept_trial k ON k.trial = t.id ORDER BY t.id)");
    std::vector<Trial> trials;
    while (query.executeStep()) {
      Trial trial;
      trial.id = query.getColumn(0).getInt64();
      trial.terms = terms_in(query);
      if (!query.getColumn(13).isNull()) trial.seed = query.getColumn(13).getString();
      if (!query.getColumn(14).isNull()) {
        trial.end = TrialEnd{day_in(query.getColumn(14).getText()), query.getColumn(15).getString()};
      }
      trial.coins = coins_of(database, trial.id, trial.terms);
      trials.push_back(std::move(trial));
    }
    return trials;
  });
}

std::optional<Trial> Trials::latest() {
  auto trials = all();
  if (trials.empty()) return std::nullopt;
  return std::move(trials.back());
}

bool Trials::was_drawn_for(calendar::Day day) {
  return journal_.guarded([&] {
    SQLite::Statement query(journal_.database(),
                            "SELECT 1 FROM kept_draw WHERE day = ?1 UNION SELECT 1 FROM trial_coin WHERE day = ?1");
    query.bind(1, calendar::iso(day));
    return query.executeStep();
  });
}

std::int64_t Trials::begin(const TrialTerms& terms, const std::string& fresh_seed) {
  return journal_.guarded([&] {
    SQLite::Database& database = journal_.database();
    SQLite::Statement taken_back(database, R"(
      SELECT max(trial) FROM kept_trial WHERE ended_day IS NULL AND trial NOT IN (SELECT id FROM trial))");
    taken_back.executeStep();
    std::int64_t id = taken_back.getColumn(0).getInt64();
    if (taken_back.getColumn(0).isNull()) {
      SQLite::Statement keep(database, "INSERT INTO kept_trial (seed) VALUES (?1)");
      keep.bind(1, fresh_seed);
      keep.exec();
      id = database.getLastInsertRowid();
    }
    SQLite::Statement insert(database,
                             "INSERT INTO trial VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
    insert.bind(1, id);
    insert.bind(2, std::string(quantity::facts_of(terms.nutrient).name));
    insert.bind(3, calendar::iso(terms.from));
    insert.bind(4, terms.planned_days);
    insert.bind(5, static_cast<std::int64_t>(terms.draw_from.count()));
    const double figures[] = {terms.ratio,       terms.rate,          terms.dispersion,
                              terms.short_share, terms.waiting_share, terms.waiting_ends_short,
                              terms.obeyed,      terms.known};
    int place = 5;
    for (const double figure : figures) insert.bind(++place, figure);
    insert.exec();
    return id;
  });
}

void Trials::add_coin(std::int64_t trial, calendar::Day day, CoinSide side) {
  if (was_drawn_for(day)) throw std::logic_error("a second coin for a day");
  journal_.guarded([&] {
    for (const char* into : {"INSERT INTO kept_draw (day, trial, coin) VALUES (?1, ?2, ?3)",
                             "INSERT INTO trial_coin (day, trial, coin) VALUES (?1, ?2, ?3)"}) {
      SQLite::Statement insert(journal_.database(), into);
      insert.bind(1, calendar::iso(day));
      insert.bind(2, trial);
      insert.bind(3, std::string(word(side)));
      insert.exec();
    }
  });
}

void Trials::say_obeyed(calendar::Day day, std::optional<bool> obeyed) {
  const int changed = journal_.guarded([&] {
    SQLite::Statement update(journal_.database(), "UPDATE trial_coin SET obeyed = ?2 WHERE day = ?1");
    update.bind(1, calendar::iso(day));
    if (obeyed) {
      update.bind(2, *obeyed ? 1 : 0);
    } else {
      update.bind(2);
    }
    return update.exec();
  });
  if (changed == 0)
    throw NotFoundError("no_coin", "no coin was drawn for " + calendar::iso(day) + ", or it was undone");
}

bool Trials::are_of_an_ended_one(const std::vector<storage::RowChange>& rows) {
  for (const auto& row : rows) {
    const bool is_trial = row.table == "trial";
    if (!is_trial && row.table != "trial_coin") continue;
    const auto place = std::ranges::find(row.columns, is_trial ? "id" : "trial", &storage::ColumnChange::column);
    if (place == row.columns.end()) continue;
    const auto value = place->before ? place->before : place->after;
    const auto* id = value ? std::get_if<std::int64_t>(&*value) : nullptr;
    if (id != nullptr && has_ended(journal_, *id)) return true;
  }
  return false;
}

void Trials::end(std::int64_t trial, const TrialEnd& end) {
  journal_.guarded([&] {
    SQLite::Statement update(
        journal_.database(),
        "UPDATE kept_trial SET ended_day = ?2, ended_by = ?3 WHERE trial = ?1 AND ended_day IS NULL");
    update.bind(1, trial);
    update.bind(2, calendar::iso(end.day));
    update.bind(3, end.by);
    update.exec();
  });
}

}  // namespace lytes::journal

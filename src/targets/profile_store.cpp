#include "lytes/targets/profile_store.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cmath>
#include <utility>
#include <vector>

#include "lytes/bounds.hpp"
#include "lytes/errors.hpp"
#include "lytes/storage/journal_file.hpp"
#include "lytes/targets/target_bounds.hpp"

namespace lytes::targets {
namespace {

using calendar::Day;

/// Where a statement that held for all days moves when a dated one comes before it.
constexpr Day the_beginning = calendar::earliest_day;

/// The statements of one table of dated statements.
struct Sql {
  const char* held;        ///< ?1 key, ?2 day: the value of the last statement not after the day, else of the first
  const char* first_day;   ///< ?1 key
  const char* put;         ///< ?1 key, ?2 day, ?3 value
  const char* move_first;  ///< ?1 key, ?2 from day, ?3 to day
  const char* forget;      ///< ?1 key: all its statements
};

constexpr Sql fact_sql = {
    "SELECT value FROM profile_fact WHERE name = ?1 ORDER BY from_day <= ?2 DESC, "
    "CASE WHEN from_day <= ?2 THEN from_day END DESC, from_day LIMIT 1",
    "SELECT min(from_day) FROM profile_fact WHERE name = ?1",
    "INSERT INTO profile_fact (name, from_day, value) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (name, from_day) DO UPDATE SET value = excluded.value",
    "UPDATE profile_fact SET from_day = ?3 WHERE name = ?1 AND from_day = ?2",
    "DELETE FROM profile_fact WHERE name = ?1"};

constexpr Sql own_target_sql = {
    "SELECT amount FROM own_target WHERE nutrient = ?1 ORDER BY from_day <= ?2 DESC, "
    "CASE WHEN from_day <= ?2 THEN from_day END DESC, from_day LIMIT 1",
    "SELECT min(from_day) FROM own_target WHERE nutrient = ?1",
    "INSERT INTO own_target (nutrient, from_day, amount) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (nutrient, from_day) DO UPDATE SET amount = excluded.amount",
    "UPDATE own_target SET from_day = ?3 WHERE nutrient = ?1 AND from_day = ?2",
    "DELETE FROM own_target WHERE nutrient = ?1"};

void read(const SQLite::Column& column, std::string& value) { value = column.getString(); }
void read(const SQLite::Column& column, double& value) { value = column.getDouble(); }

/// One name's statements in one of the tables. Value is std::string or double.
template <class Value>
class Statements {
 public:
  Statements(SQLite::Database& database, const Sql& sql, std::string key)
      : database_(database), sql_(sql), key_(std::move(key)) {}

  std::optional<Value> held_on(Day day) {
    SQLite::Statement query(database_, sql_.held);
    query.bind(1, key_);
    query.bind(2, calendar::iso(day));
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    Value value{};
    read(query.getColumn(0), value);
    return value;
  }

  /// Holds from `day` only; what held for all days goes on holding before it.
  void put_dated(Day day, const std::optional<Value>& value) {
    const auto first = first_day();
    if (!first) {
      put(the_beginning, std::nullopt);
    } else if (calendar::iso(day) <= *first) {
      run(sql_.move_first, *first, calendar::iso(the_beginning));
    }
    put(day, value);
  }

  void put(Day day, const std::optional<Value>& value) {
    SQLite::Statement statement(database_, sql_.put);
    statement.bind(1, key_);
    statement.bind(2, calendar::iso(day));
    if (value) {
      statement.bind(3, *value);
    } else {
      statement.bind(3);
    }
    statement.exec();
  }

  void forget() {
    SQLite::Statement statement(database_, sql_.forget);
    statement.bind(1, key_);
    statement.exec();
  }

  std::optional<std::string> first_day() {
    SQLite::Statement query(database_, sql_.first_day);
    query.bind(1, key_);
    if (!query.executeStep() || query.getColumn(0).isNull()) return std::nullopt;
    return query.getColumn(0).getString();
  }

 private:
  void run(const char* sql, const std::string& second, const std::string& third) {
    SQLite::Statement statement(database_, sql);
    statement.bind(1, key_);
    statement.bind(2, second);
    statement.bind(3, third);
    statement.exec();
  }

  SQLite::Database& database_;
  const Sql& sql_;
  std::string key_;
};

/// @return the day from which the value holds; empty for all days
template <class Value>
std::optional<Day> say(Statements<Value>& statements, const Value& value, std::optional<Day> from, Day today) {
  if (from) {
    statements.put_dated(*from, value);
    return from;
  }
  const auto first = statements.first_day();
  statements.put(today, value);
  if (!first || *first == calendar::iso(today)) return std::nullopt;
  return today;
}

/// @return the day from which nothing holds any more; empty when nothing is left of it
template <class Value>
std::optional<Day> unsay(Statements<Value>& statements, std::optional<Day> from, Day today) {
  if (!from && statements.first_day() == calendar::iso(today)) {
    statements.forget();
    return std::nullopt;
  }
  statements.put_dated(from.value_or(today), std::nullopt);
  return from.value_or(today);
}

bool may_be_set(quantity::Nutrient nutrient) {
  using quantity::Nutrient;
  return nutrient == Nutrient::Water || nutrient == Nutrient::Magnesium || nutrient == Nutrient::Potassium ||
         nutrient == Nutrient::Sodium;
}

Day day_of(const SQLite::Column& column) {
  const auto day = calendar::parse_iso_day(column.getString());
  if (!day) {
    throw StorageError(StorageError::Kind::Damaged,
                       "The profile holds the impossible day '" + column.getString() + "'");
  }
  return *day;
}

std::string key_of(quantity::Nutrient nutrient) { return std::string(quantity::field_name(nutrient)); }

}  // namespace

Stated ProfileStore::state(const StatedFact& fact, std::optional<Day> from, Day today) {
  require_text_that_fits("The name of a condition or a medicine", fact.name);
  return file_.guarded([&] {
    Statements<std::string> statements(file_.database(), fact_sql, fact.name);
    Stated stated;
    stated.before = statements.held_on(from.value_or(today));
    const bool unchanging = fact.name == "sex" || fact.name == "birth_year";
    if (unchanging && !from) statements.forget();
    const bool begins = fact.name == "stage" && !from && !statements.first_day();
    stated.from = say(statements, fact.value, begins ? std::optional<Day>(today) : from, today);
    return stated;
  });
}

Stated ProfileStore::end(const std::string& name, std::optional<Day> from, Day today) {
  return file_.guarded([&] {
    Statements<std::string> statements(file_.database(), fact_sql, name);
    Stated ended;
    ended.before = statements.held_on(from.value_or(today));
    if (!ended.before) {
      std::vector<std::string> held;
      for (const ProfileFact& fact : history().facts) {
        const bool listed = !held.empty() && held.back() == fact.name;
        if (!listed && Statements<std::string>(file_.database(), fact_sql, fact.name).held_on(from.value_or(today))) {
          held.push_back(fact.name);
        }
      }
      throw NotFoundError("no_such_fact", "The profile says nothing of '" + name + "'", held);
    }
    ended.from = unsay(statements, from, today);
    return ended;
  });
}

StatedTarget ProfileStore::set_own_target(quantity::Nutrient nutrient, double amount, std::optional<Day> from,
                                          Day today) {
  if (!may_be_set(nutrient)) {
    throw InputError("There is no target for " + key_of(nutrient), {}, 0, "water, magnesium, potassium or sodium");
  }
  if (!(amount > 0) || !std::isfinite(amount)) {
    throw InputError("A target is more than nothing", {}, 0, "lytes targets set magnesium 350mg");
  }
  if (!target_bounds(nutrient).hold(amount)) {
    throw InputError("This is no target that can be meant", {}, 0, "lytes targets set magnesium 350mg");
  }
  return file_.guarded([&] {
    Statements<double> statements(file_.database(), own_target_sql, key_of(nutrient));
    StatedTarget stated;
    stated.before = statements.held_on(from.value_or(today));
    stated.from = say(statements, amount, from, today);
    return stated;
  });
}

StatedTarget ProfileStore::clear_own_target(quantity::Nutrient nutrient, std::optional<Day> from, Day today) {
  return file_.guarded([&] {
    Statements<double> statements(file_.database(), own_target_sql, key_of(nutrient));
    StatedTarget cleared;
    cleared.before = statements.held_on(from.value_or(today));
    if (!cleared.before) {
      throw NotFoundError("no_such_target", "There is no target of your own for " + key_of(nutrient));
    }
    cleared.from = unsay(statements, from, today);
    return cleared;
  });
}

ProfileHistory ProfileStore::history() const {
  return file_.guarded([&] {
    ProfileHistory history;
    SQLite::Statement facts(file_.database(), "SELECT name, from_day, value FROM profile_fact ORDER BY name, from_day");
    while (facts.executeStep()) {
      ProfileFact fact{facts.getColumn(0).getString(), day_of(facts.getColumn(1)), {}};
      if (!facts.getColumn(2).isNull()) fact.value = facts.getColumn(2).getString();
      history.facts.push_back(std::move(fact));
    }
    SQLite::Statement targets(file_.database(),
                              "SELECT nutrient, from_day, amount FROM own_target ORDER BY nutrient, from_day");
    while (targets.executeStep()) {
      const std::string name = targets.getColumn(0).getString();
      for (const quantity::Nutrient nutrient : quantity::all_nutrients) {
        if (quantity::field_name(nutrient) != name) continue;
        OwnTarget target{nutrient, day_of(targets.getColumn(1)), {}};
        if (!targets.getColumn(2).isNull()) target.amount = targets.getColumn(2).getDouble();
        history.own_targets.push_back(target);
      }
    }
    return history;
  });
}

}  // namespace lytes::targets

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/zone.hpp"
#include "lytes/storage/finding.hpp"

namespace SQLite {
class Database;
}

namespace lytes::storage {
class JournalFile;
struct RowCondition;
struct Rescued;
struct Trace;
}  // namespace lytes::storage

namespace lytes::journal {

/// What can be told of entries beyond rows and pages: each has what it logged, its day fits its instant, and none lies
/// in the future.
///
/// A day fits when some day start makes it of the local time: it is the date or the date before, or, for the last
/// hours before midnight, the date after (clocks put back over midnight).
std::vector<storage::Finding> examine_entries(storage::JournalFile& journal, calendar::Instant now);

/// What days add up to by SQL alone.
struct PlainSums {
  std::int64_t intakes;
  std::int64_t spasms;
  double water_ml;
  double magnesium_mg;
  double potassium_mg;
};
PlainSums plain_sums(storage::JournalFile& journal, calendar::DayRange days);

/// Where else in a damaged journal its entries are spoken of, for storage::rescue.
std::span<const storage::Trace> traces_of_entries();

/// What the schema leaves open, for storage::rescue.
std::span<const storage::RowCondition> conditions_of_entries();

/// After a rescue: takes out details of another kind than their entry, and entries without details, which would be
/// refused when they are read; an entry of an impossible day gets the date of its local time.
void reconcile_entries(SQLite::Database& rescued, storage::Rescued& counts);

}  // namespace lytes::journal

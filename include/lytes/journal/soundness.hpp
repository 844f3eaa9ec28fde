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

/// After a rescue: entries whose details are lost would be refused when they are read.
/// @return how many were removed
std::int64_t remove_entries_without_details(SQLite::Database& rescued);

}  // namespace lytes::journal

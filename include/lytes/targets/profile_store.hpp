#pragma once

#include <optional>
#include <string>

#include "lytes/calendar/day.hpp"
#include "lytes/quantity/nutrients.hpp"
#include "lytes/targets/profile.hpp"

namespace lytes::storage {
class JournalFile;
}

namespace lytes::targets {

/// From when a statement holds and what it replaced on that day, for the echo.
struct Stated {
  std::optional<calendar::Day> from;  ///< empty: it holds for all days
  std::optional<std::string> before;
};

struct StatedTarget {
  std::optional<calendar::Day> from;  ///< empty: it holds for all days
  std::optional<double> before;
};

/// The profile and the own targets in the journal. The only one to name their tables.
///
/// When a statement holds from, if no day is given:
/// - the first of its name holds for all days, also past ones, so that history is judged by it; a later one holds
///   from today, and one said again on the same day replaces what was said that day;
/// - sex and year of birth do not change, so a later one is a correction and also holds for all days;
/// - a pregnancy or lactation has a beginning, so it holds from today;
/// - an ending (`end`, `clear_own_target`) holds from today; of what was first said today nothing is left.
/// With a day given, it holds from that day until the next statement of that name; what held for all days then holds
/// for those before it.
///
/// Writes happen inside the caller's storage::Change.
class ProfileStore {
 public:
  /// Keeps a reference to `file`.
  explicit ProfileStore(storage::JournalFile& file) : file_(file) {}

  Stated state(const StatedFact& fact, std::optional<calendar::Day> from, calendar::Day today);

  /// @param name as `fact_name` gives it
  /// @throws NotFoundError if nothing of that name holds on that day, with what does
  Stated end(const std::string& name, std::optional<calendar::Day> from, calendar::Day today);

  /// @param amount ml or mg a day
  /// @throws InputError unless amount is within `target_bounds` and nutrient is water, magnesium, potassium or sodium
  StatedTarget set_own_target(quantity::Nutrient nutrient, double amount, std::optional<calendar::Day> from,
                              calendar::Day today);

  /// @throws NotFoundError if there is no own target for it on that day
  StatedTarget clear_own_target(quantity::Nutrient nutrient, std::optional<calendar::Day> from, calendar::Day today);

  ProfileHistory history() const;

 private:
  storage::JournalFile& file_;
};

}  // namespace lytes::targets

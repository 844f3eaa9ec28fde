#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lytes/calendar/day.hpp"
#include "lytes/calendar/moment.hpp"
#include "lytes/journal/day_status.hpp"
#include "lytes/journal/entry.hpp"

// What a file holds was not always written by lytes: a bit flips, a file comes from elsewhere. So every value passes
// here before anything is computed with it or found by it. All throw StorageError Damaged for what lytes never writes.

namespace lytes::journal {

/// A billion kilograms in milligrams: no entry of a person comes near, and sums of many stay exact enough.
inline constexpr double largest_amount = 1e15;

/// Some days on both sides of those that lytes takes, for offsets and for days that start late.
inline constexpr calendar::Instant first_instant = calendar::earliest_day - std::chrono::days{3};
inline constexpr calendar::Instant last_instant = calendar::latest_day + std::chrono::days{3};

EntryKind kind_in(std::string_view word);

calendar::Day day_in(std::string_view text);

/// SQLite finds rows by their order, so one that has been damaged may come up where it was not asked for.
void require_day_in(calendar::Day day, const calendar::DayRange& asked);

/// Seconds since 1970, from `first_instant` to `last_instant`.
calendar::Instant instant_in(std::int64_t seconds);

/// At most a day.
std::chrono::seconds utc_offset_in(std::int64_t seconds);

Stream stream_in(std::string_view text);
DayStatus status_in(std::string_view text);

/// 0 to 10, as a stress rating.
int severity_in(std::int64_t severity);
double rating_in(double rating);

[[noreturn]] void throw_impossible_amount(double amount);

/// What was eaten, drunk or taken, or how long it lasted: not negative, and of a size that can be meant.
inline double amount_in(double amount) {
  if (!(amount >= 0 && amount <= largest_amount)) throw_impossible_amount(amount);
  return amount;
}

/// The value of a factor, of either sign.
double factor_value_in(double value);

/// `check` of a value that may be unknown.
template <class Value, class Check>
auto if_known(const std::optional<Value>& value, Check&& check) -> std::optional<decltype(check(*value))> {
  if (!value) return std::nullopt;
  return check(*value);
}

[[noreturn]] void throw_lost_detail(std::int64_t id);

}  // namespace lytes::journal

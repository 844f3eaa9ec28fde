#include "lytes/targets/soundness.hpp"

#include "lytes/storage/rescue.hpp"

namespace lytes::targets {

std::span<const storage::RowCondition> conditions_of_profile() {
  // Without a step SQLite takes the 30th of February for a day.
  static const storage::RowCondition conditions[] = {
      {"profile_fact", "date(from_day, '+0 days') IS from_day"},
      // The guard of days has a status, a day and a word, too: three texts, the second of them a day.
      {"profile_fact", "name NOT IN ('complete', 'partial', 'none')"},
      {"own_target", "date(from_day, '+0 days') IS from_day"},
      // A setting that nobody can have made would be refused by every command that reads it.
      {"setting", "name <> 'measures' OR value IN ('us', 'imperial', 'metric')"},
      {"setting", "name <> 'date_order' OR value IN ('day_first', 'month_first')"},
      {"setting", "name <> 'day_start' OR (value GLOB '[0-2][0-9]:[0-5][0-9]' AND value < '24:00')"},
  };
  return conditions;
}

}  // namespace lytes::targets

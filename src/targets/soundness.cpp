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
  };
  return conditions;
}

}  // namespace lytes::targets

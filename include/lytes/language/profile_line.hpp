#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lytes/calendar/day.hpp"
#include "lytes/targets/profile_store.hpp"

namespace lytes::language {

/// What somebody says of themselves and of how their lines are to be read.
struct ProfileLine {
  std::vector<targets::StatedFact> facts;
  std::vector<std::pair<std::string, std::string>> settings;  ///< names, and values as they are stored
};

/// "sex=female condition=kidney disease since=2024-03", or of one thing "sex female".
/// @throws InputError with what could be said instead
ProfileLine read_profile_line(const std::vector<std::string>& words, calendar::Day today);

/// A setting that somebody can choose.
struct ConfigKey {
  std::string_view name;
  std::string_view says;    ///< what it is for
  std::string_view values;  ///< what it may be
};

/// In the order in which they are shown.
std::span<const ConfigKey> config_keys();

/// As read_profile_line, of settings alone: "measures=metric date_order=day_first", "measures metric".
/// @throws InputError also for what is no setting, with the nearest that is
ProfileLine read_config_line(const std::vector<std::string>& words, calendar::Day today);

/// The setting of that name.
/// @throws InputError as read_config_line
const ConfigKey& config_key(const std::string& name);

/// What is to be taken back.
struct ProfileName {
  bool is_setting;
  std::string name;  ///< of the setting or of the fact
};

/// "condition=kidney disease", "condition kidney disease", "day_start".
/// @throws InputError
ProfileName read_profile_name(const std::vector<std::string>& words);

}  // namespace lytes::language

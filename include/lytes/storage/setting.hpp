#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lytes::storage {

class JournalFile;

/// What the user set under this name; nothing when it was never set.
std::optional<std::string> setting(JournalFile& journal, std::string_view name);

/// All that was set, by name.
std::map<std::string, std::string, std::less<>> settings(JournalFile& journal);

/// To be called inside a `Change`. An empty value forgets the setting.
void set_setting(JournalFile& journal, std::string_view name, const std::optional<std::string>& value);

}  // namespace lytes::storage

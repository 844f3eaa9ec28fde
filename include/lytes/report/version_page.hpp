#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace lytes::report {

/// What the program is and what it stands on.
struct VersionView {
  std::string lytes;
  std::string sqlite;
  std::string zones;  ///< empty: the system does not say
  int catalogue = 0;
  std::optional<std::size_t> foods;  ///< in the catalogue; nothing where it cannot be read
};

std::string version_page(const VersionView& view);
std::string version_json(const VersionView& view);

}  // namespace lytes::report

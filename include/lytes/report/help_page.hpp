#pragma once

#include <string>
#include <vector>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// A word that may be typed, and what it is for.
struct HelpRow {
  std::string term;  ///< "--note TEXT"
  std::string says;
};

struct HelpGroup {
  std::string title;  ///< "Options"
  std::vector<HelpRow> rows;
};

/// What is said of a command when somebody asks.
struct HelpView {
  std::string says;
  std::string usage;              ///< "lytes drink [what...] [options]"
  std::vector<HelpGroup> groups;  ///< those without rows are left out
  std::vector<std::string> examples;
  std::string more;  ///< lines that stand behind it
};

std::string help_page(const HelpView& view, const Style& style);

}  // namespace lytes::report

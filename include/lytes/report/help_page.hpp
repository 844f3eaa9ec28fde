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
  std::string command;  ///< "trial start"; empty of the program itself
  std::string says;
  std::string usage;              ///< "lytes drink [what...] [options]"
  std::vector<HelpGroup> groups;  ///< those without rows are left out
  std::vector<std::string> examples;
  std::string more;  ///< lines that stand behind it
};

std::string help_page(const HelpView& view, const Style& style);
std::string help_json(const HelpView& view);
/// Of help that is one text.
std::string help_text_json(const std::string& text);
/// What teaches a shell to complete.
std::string completion_json(const std::string& shell, const std::string& script);

}  // namespace lytes::report

#pragma once

#include <string>
#include <vector>

namespace lytes::report {

/// One of the pages of a demonstration.
struct DemoPage {
  std::string name;      ///< as a member of the document
  std::string document;  ///< as the page's own command gives it with --json
};

/// The pages of a demonstration as one document.
std::string demo_json(const std::vector<DemoPage>& pages);

}  // namespace lytes::report

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// What bringing in a whole journal came to.
struct WholeView {
  struct Count {
    std::string of;  ///< "entries", "foods", ... as in the document
    std::size_t added = 0;
    std::size_t there_already = 0;
    std::size_t differing = 0;
  };

  bool dry_run = false;
  bool replaced = false;  ///< what differed was taken from the file
  std::vector<Count> counts;
  std::vector<std::string> differing;  ///< the first places in the file
};

std::string whole_page(const WholeView& view, const Style& style);

/// {"import":{"format":"lytes","dry_run":...,"replaced":...,"tables":{"entries":{"added":...,"there_already":...,
///  "differing":...},...},"differing":[...]},"warnings":[]}
std::string whole_json(const WholeView& view);

/// {"export":{"format":"json","file":"diary.json"}}: of an export into a file or folder.
std::string exported_json(const std::string& format, const std::string& file);

}  // namespace lytes::report

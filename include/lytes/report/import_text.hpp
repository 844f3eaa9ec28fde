#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "lytes/report/style.hpp"

namespace lytes::report {

/// What an import added, or would add.
struct ImportView {
  std::string format;
  bool dry_run = false;
  std::size_t days = 0;                ///< of which the file says something
  std::array<std::size_t, 8> added{};  ///< entries, in the order of journal::Kind
  std::size_t there_already = 0;       ///< entries of an earlier import
  std::size_t days_said = 0;           ///< day statuses that were not there before
  std::size_t days_left_open = 0;      ///< with intake of which the file does not say whether it is all
  std::vector<std::string> columns_not_read;
};

std::string import_page(const ImportView& view, const Style& style);

/// {"import":{"format":...,"dry_run":...,"days":...,"added":{"total":...,...},"there_already":...,"days_said":...},
///  "warnings":[...]}
std::string import_json(const ImportView& view);

}  // namespace lytes::report

#include "words/import_words.hpp"

#include <fmt/format.h>

namespace lytes::report {

std::string counted(std::size_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::vector<Remark> remarks_on(const ImportView& view) {
  std::vector<Remark> remarks;
  if (!view.columns_not_read.empty()) {
    remarks.push_back(note("columns_not_read", fmt::format("columns left out because lytes does not know them: {} "
                                                           "('lytes import --help' lists those it does)",
                                                           fmt::join(view.columns_not_read, ", "))));
  }
  if (view.days_left_open > 0) {
    remarks.push_back(
        note("days_left_open", fmt::format("of {} with intake the file does not say whether all was logged "
                                           "(column status), so they stay open and are not judged",
                                           counted(view.days_left_open, "day"))));
  }
  return remarks;
}

}  // namespace lytes::report
